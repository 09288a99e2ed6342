package vn.haidang.publicservice;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.Channel;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/**
 * A dossier an officer takes in for somebody. Since 1/7/2025 that does not depend on boundaries: where the person is helped, whose
 * desk receives it and who decides may be three units. Whoever stands at the desk may speak for another: a child, somebody who
 * authorised them, a business.
 *
 * @param represented in whose name, with whoever speaks for them
 * @param identifiedBy by which paper the officer knew the person: {@code identity-card}, {@code electronic-identity},
 *     {@code passport} or {@code certified-copy}
 * @param competent who decides; null until it is chosen
 * @param arrivedAt when what came by post was at the unit, null at the counter
 * @param resultBy how the person wants the result: {@code electronic}, {@code counter} or {@code post}
 * @param draft the form being filled in; null until it is begun
 * @param application what was handed in; null until it is
 */
public record Reception(
        UUID id,
        Channel channel,
        AccountId officer,
        String officerName,
        Represented represented,
        String identifiedBy,
        String serviceCode,
        UnitId help,
        UnitId receiving,
        @Nullable UnitId competent,
        @Nullable Instant arrivedAt,
        String resultBy,
        @Nullable String postalAddress,
        @Nullable DraftId draft,
        @Nullable ApplicationId application,
        Instant begunAt,
        @Nullable Instant finishedAt) {

    /**
     * In whose name a dossier is taken in.
     *
     * @param spokesperson who stands at the desk for them; null where they came themselves
     * @param proof the paper that shows the right, as the officer read it; null where the registers have it
     */
    public record Represented(
            PartyId party,
            String name,
            Mandate.Kind kind,
            Mandate.@Nullable Spokesperson spokesperson,
            @Nullable String proof) {

        /** Somebody who came for themselves. */
        public static Represented oneself(PartyId person, String name) {
            return new Represented(person, name, Mandate.Kind.PERSON, null, null);
        }
    }

    public PartyId person() {
        return represented.party();
    }

    public String personName() {
        return represented.name();
    }

    public Mandate.@Nullable Spokesperson spokesperson() {
        return represented.spokesperson();
    }

    /** Who stands at the desk. */
    public String presentName() {
        Mandate.Spokesperson spokesperson = represented.spokesperson();
        return spokesperson == null ? represented.name() : spokesperson.name();
    }

    /** The officer, putting down what is asked for in the represented's name: this service of theirs and nothing else. */
    public Reader by(Reader officer) {
        return officer.actingUnder(new Mandate(
                new MandateId(id),
                person(),
                represented.kind(),
                Mandate.Basis.BY_OFFICER,
                personName(),
                Set.of(serviceCode),
                null,
                null,
                represented.spokesperson()));
    }

    /** How it came, as records and messages name it. */
    public String way() {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    public boolean finished() {
        return application != null;
    }
}

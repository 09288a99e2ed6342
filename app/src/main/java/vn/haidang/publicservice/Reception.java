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
 * desk receives it and who decides may be three units.
 *
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
        PartyId person,
        String personName,
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

    /** The officer, putting down what the person asks for: this service of theirs and nothing else. */
    public Reader by(Reader officer) {
        return officer.actingUnder(new Mandate(
                new MandateId(id),
                person,
                Mandate.Kind.PERSON,
                Mandate.Basis.BY_OFFICER,
                personName,
                Set.of(serviceCode),
                null,
                null));
    }

    /** How it came, as records and messages name it. */
    public String way() {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    public boolean finished() {
        return application != null;
    }
}

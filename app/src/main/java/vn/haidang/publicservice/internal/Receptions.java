package vn.haidang.publicservice.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.Channel;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;

/**
 * Taking dossiers in for those who stand at the desk or wrote by post: the same form and the same rules as online. Whoever did it and
 * for whom both stand on every act. A foreign and an unknown reception are answered alike.
 */
@Component
public class Receptions {

    public static final String ACTION = "publicservice/receive";
    private static final int MOST_SHOWN = 200;

    /**
     * What is known before a form is begun.
     *
     * @param help where the person is helped; the officer works there
     * @param arrivedAt of post: when it was at the receiving unit
     * @param key the same key a second time answers with the same reception
     */
    public record Start(
            Channel channel,
            Reception.Represented represented,
            String identifiedBy,
            String service,
            UnitId help,
            UnitId receiving,
            @Nullable Instant arrivedAt,
            @Nullable UUID parcel,
            @Nullable UUID ticket,
            String resultBy,
            @Nullable String postalAddress,
            UUID key) {}

    private final ReceptionRows rows;
    private final ReceptionTraces traces;
    private final Preparing preparing;
    private final Desks desks;
    private final DeskRights rights;
    private final Clock clock;

    Receptions(
            ReceptionRows rows,
            ReceptionTraces traces,
            Preparing preparing,
            Desks desks,
            DeskRights rights,
            Clock clock) {
        this.rows = rows;
        this.traces = traces;
        this.preparing = preparing;
        this.desks = desks;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @throws vn.haidang.ui.ProblemException {@code publicservice/not-your-desk}, {@code publicservice/no-such-receiver},
     *     {@code publicservice/own-dossier} for one the officer is, speaks for or may speak for, {@code publicservice/right-not-shown} where
     *     neither the registers nor a paper show it, {@code publicservice/not-startable}, {@code publicservice/arrival-not-past}
     */
    @Transactional
    public UUID begin(Start start, Reader officer) {
        AccountId account = Own.account(officer);
        Optional<UUID> before = rows.begun(account, start.key());
        if (before.isPresent()) {
            return before.get();
        }
        if (!desks.of(officer).contains(start.help())) {
            throw PublicServiceProblems.notYourDesk();
        }
        if (!start.receiving().equals(start.help()) && !desks.receives(start.receiving())) {
            throw PublicServiceProblems.noSuchReceiver();
        }
        rights.require(start.represented(), start.service(), officer);
        Instant now = now();
        UUID parcel = start.parcel();
        Instant arrived = parcel == null
                ? start.arrivedAt()
                : rows.arrival(parcel, desks.of(officer)).orElseThrow(PublicServiceProblems::noSuchParcel);
        if (arrived != null && arrived.isAfter(now)) {
            throw PublicServiceProblems.arrivalNotPast();
        }
        preparing.requireStartable(start.service());
        var reception = new Reception(
                UuidCreator.getTimeOrderedEpoch(now),
                start.channel(),
                account,
                officer.displayName(),
                start.represented(),
                start.identifiedBy(),
                start.service(),
                start.help(),
                start.receiving(),
                null,
                start.channel() == Channel.POST ? arrived == null ? now : arrived : null,
                start.resultBy(),
                start.postalAddress(),
                null,
                null,
                now,
                null);
        if (!rows.insert(reception, start.parcel(), start.ticket(), start.key(), today())) {
            return rows.begun(account, start.key()).orElseThrow(PublicServiceProblems::noSuchReception);
        }
        traces.begun(reception, officer);
        return reception.id();
    }

    public Reception get(UUID id, Reader officer) {
        return rows.find(id, Own.account(officer), desks.of(officer))
                .orElseThrow(PublicServiceProblems::noSuchReception);
    }

    /** Those this officer is at, and those finished on the day at the desks where the officer works; the look is journaled. */
    public List<Reception> of(LocalDate day, Reader officer) {
        List<Reception> shown = rows.of(day, Own.account(officer), desks.of(officer), MOST_SHOWN);
        traces.read(shown, officer);
        return shown;
    }

    /**
     * Begins the form for the unit that decides, or goes on with the one begun for it.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-receiver}, {@code publicservice/reception-finished}
     */
    @Transactional
    public DraftId prepare(UUID id, UnitId competent, Reader officer) {
        Reception reception = open(id, officer);
        DraftId draft = reception.draft();
        if (draft != null && competent.equals(reception.competent())) {
            return draft;
        }
        DraftId begun = preparing.start(reception.serviceCode(), competent, reception.by(officer));
        rows.prepare(id, competent, begun);
        return begun;
    }

    /** Held until the transaction ends, and not handed in yet. */
    Reception open(UUID id, Reader officer) {
        Reception reception = held(id, officer);
        if (reception.finished()) {
            throw PublicServiceProblems.receptionFinished();
        }
        return reception;
    }

    Reception held(UUID id, Reader officer) {
        return rows.hold(id, Own.account(officer), desks.of(officer))
                .orElseThrow(PublicServiceProblems::noSuchReception);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Where somebody may be received, and where an officer may do it. */
    @Component
    public static class Desks {

        private final Powers powers;
        private final vn.haidang.organization.Units units;
        private final Clock clock;

        Desks(Powers powers, vn.haidang.organization.Units units, Clock clock) {
            this.powers = powers;
            this.units = units;
            this.clock = clock;
        }

        /** Where this officer works at a desk. */
        public Set<UnitId> of(Reader officer) {
            return powers.units(officer, ACTION);
        }

        /** Whether it is a unit of this city today. */
        boolean receives(UnitId unit) {
            LocalDate today = LocalDate.now(clock);
            UnitId city = units.city(today).id();
            return units.find(unit).filter(each -> each.livesOn(today)).isPresent()
                    && units.path(unit, today).stream()
                            .anyMatch(each -> each.id().equals(city));
        }
    }
}

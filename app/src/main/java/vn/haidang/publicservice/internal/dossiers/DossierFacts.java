package vn.haidang.publicservice.internal.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.spi.CaseCounting.Stand;
import vn.haidang.indicator.Facts;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.Screen;

/**
 * What one dossier adds to the figures, as a function of how it stands: an act adds what it makes differ. That a dossier is late
 * is told on the day its time ends, which may lie ahead, and taken back when it ends or is given more time; so the figure of any
 * day is a sum, whatever the clock says. A dossier that ended before the day it counts as received is counted on that day. Pure.
 */
final class DossierFacts {

    static final String DONE = "done";
    static final String REFUSED = "refused";

    /** From one unit to another. */
    record Move(UnitId from, UnitId to, LocalDate on) {}

    /**
     * What does not change while a case goes its way, and the units it went through.
     *
     * @param breakdown its field and its channel
     * @param eligible whether its service may be used fully online
     * @param result whether it ended in an electronic document
     * @param asked the days on which more was asked of the applicant, the first two of them
     */
    record Dossier(
            String breakdown,
            LocalDate receivedOn,
            boolean online,
            boolean eligible,
            boolean result,
            List<Move> moves,
            List<LocalDate> asked) {

        Dossier {
            moves = List.copyOf(moves);
            asked = List.copyOf(asked);
        }

        /** The day from which on the national portal counts it late, whatever its time is; null where more was not asked again. */
        @Nullable LocalDate askedAgainOn() {
            return asked.size() < 2 ? null : asked.get(1);
        }

        Dossier asked(LocalDate day) {
            List<LocalDate> all = new ArrayList<>(asked);
            all.add(day);
            return new Dossier(breakdown, receivedOn, online, eligible, result, moves, all);
        }

        /** The day a move counts that is made on another one. */
        LocalDate notBefore(LocalDate day) {
            return latest(day, moves.isEmpty() ? receivedOn : moves.getLast().on());
        }

        Dossier moved(UnitId from, UnitId to, LocalDate day) {
            List<Move> all = new ArrayList<>(moves);
            all.add(new Move(from, to, notBefore(day)));
            return new Dossier(breakdown, receivedOn, online, eligible, result, all, asked);
        }
    }

    /** Where a fact is told. */
    record Place(String component, UnitId unit, LocalDate day, String breakdown) {}

    private final Dossier dossier;
    private final Map<Place, Long> told = new HashMap<>();

    private DossierFacts(Dossier dossier) {
        this.dossier = dossier;
    }

    /** All it adds, none of them zero. */
    static Map<Place, Long> of(Dossier dossier, Stand stand) {
        DossierFacts facts = new DossierFacts(dossier);
        facts.received(
                dossier.moves().isEmpty()
                        ? stand.unit()
                        : dossier.moves().getFirst().from());
        LocalDate lateOn = day(stand.dueAt());
        LocalDate begun = dossier.receivedOn();
        for (Move move : dossier.moves()) {
            facts.stays(move.from(), begun, move.on(), lateOn);
            facts.add(DossierCount.HANDED_OVER, move.from(), move.on(), 1);
            facts.add(DossierCount.TAKEN_OVER, move.to(), move.on(), 1);
            begun = move.on();
        }
        LocalDate closed = day(stand.closedAt());
        LocalDate ended = closed == null ? null : latest(closed, begun);
        facts.stays(stand.unit(), begun, ended, lateOn);
        if (ended != null) {
            facts.ends(stand, ended);
        }
        facts.told.values().removeIf(amount -> amount == 0);
        return facts.told;
    }

    /** What is added when one becomes the other. */
    static List<Facts.Fact> between(Map<Place, Long> before, Map<Place, Long> after) {
        Map<Place, Long> differs = new HashMap<>(after);
        before.forEach((place, amount) -> differs.merge(place, -amount, Long::sum));
        List<Facts.Fact> facts = new ArrayList<>();
        differs.forEach((place, amount) -> {
            if (amount != 0) {
                facts.add(new Facts.Fact(
                        DossierCount.CODE,
                        place.component(),
                        place.unit(),
                        place.day(),
                        place.breakdown(),
                        "",
                        amount));
            }
        });
        return facts;
    }

    private void received(UnitId unit) {
        add(DossierCount.RECEIVED, unit, dossier.receivedOn(), 1);
        if (dossier.eligible()) {
            add(DossierCount.ELIGIBLE, unit, dossier.receivedOn(), 1);
            if (dossier.online()) {
                add(DossierCount.ELIGIBLE_ONLINE, unit, dossier.receivedOn(), 1);
            }
        }
    }

    private void stays(UnitId unit, LocalDate begun, @Nullable LocalDate ended, @Nullable LocalDate lateOn) {
        add(DossierCount.OPEN, unit, begun, 1);
        if (ended != null) {
            add(DossierCount.OPEN, unit, ended, -1);
        }
        stands(DossierCount.OPEN_ASKED_AGAIN, unit, dossier.askedAgainOn(), begun, earlier(ended, lateOn, begun));
        stands(DossierCount.LATE, unit, lateOn, begun, ended);
    }

    /** From a day on, or from when it came to the unit, until another one. */
    private void stands(
            String component, UnitId unit, @Nullable LocalDate from, LocalDate begun, @Nullable LocalDate until) {
        if (from == null) {
            return;
        }
        LocalDate first = latest(from, begun);
        if (until == null || first.isBefore(until)) {
            add(component, unit, first, 1);
            if (until != null) {
                add(component, unit, until, -1);
            }
        }
    }

    /** Until it ended at the unit, or was late there by the law. */
    private static @Nullable LocalDate earlier(@Nullable LocalDate ended, @Nullable LocalDate lateOn, LocalDate begun) {
        LocalDate late = lateOn == null ? null : latest(lateOn, begun);
        if (late == null || ended == null) {
            return late == null ? ended : late;
        }
        return late.isBefore(ended) ? late : ended;
    }

    private void ends(Stand stand, LocalDate ended) {
        boolean issued = DONE.equals(stand.outcome());
        if (!issued && !(REFUSED.equals(stand.outcome()) && stand.accepted())) {
            add(DossierCount.RETURNED, stand.unit(), ended, 1);
            return;
        }
        String done = done(stand);
        add(done, stand.unit(), ended, 1);
        if (dossier.askedAgainOn() != null && !done.equals(DossierCount.DONE_LATE)) {
            add(DossierCount.DONE_ASKED_AGAIN, stand.unit(), ended, 1);
        }
        if (issued) {
            add(DossierCount.ISSUED, stand.unit(), ended, 1);
            if (dossier.result()) {
                add(DossierCount.ELECTRONIC, stand.unit(), ended, 1);
            }
        }
    }

    private static String done(Stand stand) {
        Instant due = stand.dueAt();
        Instant closed = stand.closedAt();
        if (due == null || closed == null) {
            return DossierCount.ON_TIME;
        }
        if (!closed.isBefore(due)) {
            return DossierCount.DONE_LATE;
        }
        LocalDate promised = LocalDate.ofInstant(due.minusNanos(1000), Screen.ZONE);
        return LocalDate.ofInstant(closed, Screen.ZONE).isBefore(promised) ? DossierCount.EARLY : DossierCount.ON_TIME;
    }

    private void add(String component, UnitId unit, LocalDate day, long amount) {
        told.merge(new Place(component, unit, day, dossier.breakdown()), amount, Long::sum);
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Screen.ZONE);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}

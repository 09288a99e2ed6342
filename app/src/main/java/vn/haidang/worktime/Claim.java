package vn.haidang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything a deadline is computed from, besides the calendar: stored with the calendar's version it replays the
 * promised day. Throws {@link ClockSetBack} for what cannot follow one upon another.
 *
 * @param filed when the dossier came in, or when the step began
 * @param officeHours code of the office hours of the competent unit
 * @param pauses in order, not overlapping, none but the last open
 * @param asOf what happened later is not taken into account; a pause that ends later still lasts
 */
public record Claim(Instant filed, TimeLimit limit, String officeHours, List<Pause> pauses, Instant asOf) {
    /** By how much the clocks of two nodes may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    public Claim {
        pauses = List.copyOf(pauses);
        if (asOf.isBefore(filed.minus(SKEW))) {
            throw new ClockSetBack(asOf, filed);
        }
        for (int i = 1; i < pauses.size(); i++) {
            Instant end = pauses.get(i - 1).to();
            if (end == null || pauses.get(i).from().isBefore(end)) {
                throw new IllegalArgumentException("Pauses overlap or are out of order");
            }
        }
        if (!pauses.isEmpty() && pauses.getFirst().from().isBefore(filed)) {
            throw new ClockSetBack(pauses.getFirst().from(), filed);
        }
    }

    /** A claim at the moment of filing: nothing has paused yet. */
    public static Claim filed(Instant filed, TimeLimit limit, String officeHours) {
        return new Claim(filed, limit, officeHours, List.of(), filed);
    }

    /** The same claim with these pauses, seen at this moment. */
    public Claim with(List<Pause> newPauses, Instant newAsOf) {
        return new Claim(filed, limit, officeHours, newPauses, newAsOf);
    }

    /** The pauses begun by {@link #asOf}, those that end later left open. */
    List<Pause> knownPauses() {
        return pauses.stream()
                .filter(pause -> !pause.from().isAfter(asOf))
                .map(pause -> pause.to() != null && pause.to().isAfter(asOf)
                        ? new Pause(pause.from(), null, pause.reason(), pause.legalBasis(), pause.kind())
                        : pause)
                .toList();
    }
}

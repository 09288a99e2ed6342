package vn.haidang.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;

/**
 * The legal clock of a case as it stood at the end of a day, of today at the present moment, of a closed case never later than its end.
 *
 * @param moment as of when it is told
 * @param deadline by the calendar its end was reckoned on then; null where the case was not handed in yet
 * @param stops when the clock stood still until then, the oldest first
 * @param silence what follows where the applicant stays silent; null where nothing does
 */
public record CaseClock(
        LocalDate day,
        Instant moment,
        @Nullable Deadline deadline,
        List<Stop> stops,
        @Nullable Silence silence) {

    /**
     * One time the clock stood still.
     *
     * @param to null while it lasted then
     * @param reason as the applicant reads it
     * @param legalBasis null where none was given
     * @param askedBy who stopped the clock, empty for the machine, a dash for somebody whose name is not kept any more
     * @param endedBy who let it go on, empty while it lasted and for the machine
     */
    public record Stop(
            Instant from,
            @Nullable Instant to,
            Pause.Kind kind,
            String reason,
            @Nullable String legalBasis,
            String askedBy,
            String endedBy) {}

    /**
     * An authority ends a case whose applicant was asked for more and does not answer.
     *
     * @param endsAt first moment at which it may be ended
     */
    public record Silence(Instant endsAt, String notice, String source) {}

    public CaseClock {
        stops = List.copyOf(stops);
    }

    /** How often the applicant was asked for something until then. */
    public long timesAsked() {
        return stops.stream()
                .filter(stop -> stop.kind() == Pause.Kind.SUPPLEMENT)
                .count();
    }
}

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
 * @param extensions the new days the applicant was told until then, the oldest first; they leave the deadline where it is
 * @param cap how many there could be by the rule of that day, null where none was set
 */
public record CaseClock(
        LocalDate day,
        Instant moment,
        @Nullable Deadline deadline,
        List<Stop> stops,
        @Nullable Silence silence,
        List<Extension> extensions,
        @Nullable Cap cap) {

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

    /** One time the applicant was told that it will be late, why, and a new day. */
    public record Extension(LocalDate newDay, String reason, Instant sentAt) {}

    /**
     * How often a new day may be given, as an authority has set.
     *
     * @param confidence how sure the source is, H, M, I or K
     */
    public record Cap(int times, String notice, String source, String confidence) {}

    public CaseClock {
        stops = List.copyOf(stops);
        extensions = List.copyOf(extensions);
    }

    /** How often the applicant was asked for something until then. */
    public long timesAsked() {
        return stops.stream()
                .filter(stop -> stop.kind() == Pause.Kind.SUPPLEMENT)
                .count();
    }
}

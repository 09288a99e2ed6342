package vn.haidang.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Claim}.
 *
 * @param receivedAt when the filing counts as received
 * @param due first moment that is too late; null while the clock stands still. A limit in days ends at 24:00 of its last
 *     day (Civil Code 2015, Art. 148), a same-day one with the office hours
 * @param dueDay last day on which it is still in time; null while the clock stands still
 * @param remaining what is left; null while the clock runs
 * @param unconfirmed days the reckoning relied on although no official notice is known
 * @param unknownYears years the reckoning relied on although their calendar is not official
 * @param calendarVersion replays this answer with {@link WorkCalendars#asKnownOn}
 */
public record Deadline(
        Instant receivedAt,
        @Nullable Instant due,
        @Nullable LocalDate dueDay,
        @Nullable LegalDuration remaining,
        List<LocalDate> unconfirmed,
        List<Integer> unknownYears,
        int calendarVersion,
        Derivation derivation) {
    public Deadline {
        unconfirmed = List.copyOf(unconfirmed);
        unknownYears = List.copyOf(unknownYears);
    }

    /** Whether the day may still move because a calendar is not official; it is shown as provisional, never as a promise. */
    public boolean provisional() {
        return !unconfirmed.isEmpty() || !unknownYears.isEmpty();
    }

    public boolean paused() {
        return due == null;
    }
}

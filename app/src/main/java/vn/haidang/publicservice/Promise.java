package vn.haidang.publicservice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Derivation;

/**
 * The day promised when an application was handed in, and why.
 *
 * @param dueDay last day in time
 * @param provisional whether it rests on a calendar that is not official yet
 * @param calendarVersion the working calendar it was reckoned on
 */
public record Promise(
        Instant receivedAt,
        @Nullable Instant due,
        @Nullable LocalDate dueDay,
        boolean provisional,
        int calendarVersion,
        Derivation derivation) {

    public static Promise of(Deadline deadline) {
        return new Promise(
                deadline.receivedAt(),
                deadline.due(),
                deadline.dueDay(),
                deadline.provisional(),
                deadline.calendarVersion(),
                deadline.derivation());
    }
}

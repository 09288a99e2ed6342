package vn.haidang.worktime;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as it is and as it would be. Asked about through {@link vn.haidang.ui.spi.Consequence} by whoever is about to change
 * the calendar or the office hours.
 *
 * @param after its version is the one the change will make
 * @param first the first day that differs: what ends before it cannot move
 * @param last the last day that differs: what begins after it cannot move; null where every later day may differ
 */
public record CalendarChange(
        WorkCalendar before,
        WorkCalendar after,
        LocalDate first,
        @Nullable LocalDate last) {

    /** Empty where no answer could differ. */
    public static Optional<CalendarChange> between(WorkCalendar before, WorkCalendar after) {
        return before.differenceTo(after).map(days -> new CalendarChange(before, after, days.first(), days.last()));
    }
}

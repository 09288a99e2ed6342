package vn.haidang.worktime.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.DayKind;

/**
 * A day as a table has it.
 *
 * @param kind a {@link DayKind}, or {@link #PLAIN} where an administrator declared that nothing is special about the day
 */
public record DayRow(
        LocalDate date,
        String kind,
        String name,
        String nameEn,
        boolean confirmed,
        @Nullable LocalDate knownFrom,
        String source,
        String confidence) {

    public static final String PLAIN = "PLAIN";

    /** What it makes of the day; null for a plain one. */
    public @Nullable CalendarDay day() {
        return kind.equals(PLAIN)
                ? null
                : new CalendarDay(date, DayKind.valueOf(kind), name, nameEn, confirmed, source);
    }
}

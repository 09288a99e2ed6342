package vn.haidang.worktime.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
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

    /** What is wrong with a row, and in which field. */
    public record Fault(String field, String messageKey) {}

    /** What cannot be: a decided day that is still pending, a weekday worked in exchange, a rest day given off in exchange. */
    public Optional<Fault> fault() {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return switch (kind) {
            case PLAIN, "HOLIDAY" -> Optional.empty();
            case "PENDING" ->
                confirmed ? Optional.of(new Fault("confirmed", "worktime.error.pending")) : Optional.empty();
            case "SWAP_WORK" -> weekend ? Optional.empty() : Optional.of(new Fault("kind", "worktime.error.weekend"));
            case "SWAP_OFF", "COMPENSATORY" ->
                weekend ? Optional.of(new Fault("kind", "worktime.error.weekday")) : Optional.empty();
            default -> Optional.of(new Fault("kind", "worktime.error.kind"));
        };
    }

    /** What it makes of the day; null for a plain one. */
    public @Nullable CalendarDay day() {
        return kind.equals(PLAIN)
                ? null
                : new CalendarDay(date, DayKind.valueOf(kind), name, nameEn, confirmed, source);
    }
}

package vn.haidang.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an office is open on a working day. A rest day made a working day by a swap has the hours of a Monday. */
public record OfficeHours(String code, String name, String nameEn, String source, List<Span> spans) {
    public OfficeHours {
        spans = spans.stream().sorted(Comparator.comparing(Span::opens)).toList();
    }

    /** Open from {@code opens} until before {@code closes}, on one weekday, from {@code validFrom} until before {@code validTo}. */
    public record Span(
            DayOfWeek weekday,
            LocalTime opens,
            LocalTime closes,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean holds(DayOfWeek day, LocalDate date) {
            return weekday == day && !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
        }
    }

    /** The spans of a working day in order of opening; empty where no hours are known. */
    public List<Span> on(LocalDate date, boolean swappedIn) {
        DayOfWeek day = swappedIn ? DayOfWeek.MONDAY : date.getDayOfWeek();
        return spans.stream().filter(span -> span.holds(day, date)).toList();
    }
}

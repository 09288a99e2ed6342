package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days, years and hours of one origin, as one version knows them: what is shipped, or what administrators declared. Pure. */
record CalendarLayer(List<DayRow> days, List<YearRow> years, List<HoursRow> hours) {

    private static final Comparator<HoursRow> ORDER = Comparator.comparing(HoursRow::code)
            .thenComparing(HoursRow::validFrom)
            .thenComparing(HoursRow::season)
            .thenComparing(HoursRow::weekday)
            .thenComparing(HoursRow::opens);

    CalendarLayer {
        days = days.stream().sorted(Comparator.comparing(DayRow::date)).toList();
        years = years.stream().sorted(Comparator.comparing(YearRow::year)).toList();
        hours = hours.stream().sorted(ORDER).toList();
    }

    /** What it is after an edit; hours declared for a time replace those declared for it before. */
    CalendarLayer with(CalendarEdit edit) {
        return switch (edit) {
            case CalendarEdit.Day(DayRow row) ->
                withDays(replaced(days, day -> day.date().equals(row.date()), row));
            case CalendarEdit.ShippedDay(LocalDate date) ->
                withDays(replaced(days, day -> day.date().equals(date), null));
            case CalendarEdit.Year(YearRow row) -> withYears(replaced(years, year -> year.year() == row.year(), row));
            case CalendarEdit.ShippedYear(int number) ->
                withYears(replaced(years, year -> year.year() == number, null));
            case CalendarEdit.Hours declared ->
                withHours(Stream.concat(hours.stream().flatMap(row -> without(row, declared)), declared.rows().stream())
                        .toList());
            case CalendarEdit.ShippedHours(String code, LocalDate from) ->
                withHours(hours.stream()
                        .filter(row ->
                                !row.code().equals(code) || !row.validFrom().equals(from))
                        .toList());
            case CalendarEdit.OfUnit ofUnit -> this;
        };
    }

    private static <T> List<T> replaced(List<T> rows, Predicate<T> which, @Nullable T by) {
        List<T> result = new ArrayList<>(rows.stream().filter(which.negate()).toList());
        if (by != null) {
            result.add(by);
        }
        return result;
    }

    private CalendarLayer withDays(List<DayRow> newDays) {
        return new CalendarLayer(newDays, years, hours);
    }

    private CalendarLayer withYears(List<YearRow> newYears) {
        return new CalendarLayer(days, newYears, hours);
    }

    private CalendarLayer withHours(List<HoursRow> newHours) {
        return new CalendarLayer(days, years, newHours);
    }

    /** What is left of a row beside the time of the declared hours. */
    private static Stream<HoursRow> without(HoursRow row, CalendarEdit.Hours declared) {
        LocalDate from = declared.from();
        LocalDate to = declared.to();
        LocalDate end = row.validTo();
        if (!row.code().equals(declared.code())
                || (end != null && !end.isAfter(from))
                || (to != null && !to.isAfter(row.validFrom()))) {
            return Stream.of(row);
        }
        Stream<HoursRow> before =
                row.validFrom().isBefore(from) ? Stream.of(row.valid(row.validFrom(), from)) : Stream.empty();
        Stream<HoursRow> after =
                to != null && (end == null || to.isBefore(end)) ? Stream.of(row.valid(to, end)) : Stream.empty();
        return Stream.concat(before, after);
    }
}

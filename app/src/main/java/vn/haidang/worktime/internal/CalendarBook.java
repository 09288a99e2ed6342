package vn.haidang.worktime.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.WorkCalendar;

/**
 * Everything ever known of the calendar; pure. Two layers: what is shipped, and what administrators declared, which wins day by day,
 * year by year, and for hours in its own time. Gives the calendar of any version, and what was known on any day.
 *
 * @param recorded when each version was recorded
 */
record CalendarBook(
        NavigableMap<Integer, Instant> recorded, Layer shipped, Layer own, List<Known<HolidayRow>> holidays) {

    /** The history of one origin. */
    record Layer(List<Known<DayRow>> days, List<Known<YearRow>> years, List<Known<HoursRow>> hours) {

        CalendarLayer at(int version) {
            return new CalendarLayer(Known.at(days, version), Known.at(years, version), Known.at(hours, version));
        }

        private CalendarLayer on(LocalDate day, int version) {
            return new CalendarLayer(
                    Known.on(days, DayRow::date, day), Known.on(years, YearRow::year, day), hoursSeenFrom(version));
        }

        /** The hours of a version; of a code not known by then, the first ones known. */
        private List<HoursRow> hoursSeenFrom(int version) {
            Map<String, Integer> first = new HashMap<>();
            hours.forEach(row -> first.merge(row.row().code(), row.from(), Math::min));
            return hours.stream()
                    .filter(row -> row.at(
                            Math.max(version, first.getOrDefault(row.row().code(), 0))))
                    .map(Known::row)
                    .toList();
        }
    }

    int latest() {
        return recorded.isEmpty() ? 0 : recorded.lastKey();
    }

    Optional<Instant> lastRecorded() {
        return Optional.ofNullable(recorded.lastEntry()).map(Map.Entry::getValue);
    }

    WorkCalendar at(int version) {
        return calendar(version, shipped.at(version), own.at(version), Known.at(holidays, version));
    }

    /** What was known at the end of a day, by the days of the notices; office hours by the day they were recorded here. */
    WorkCalendar on(LocalDate day) {
        int version = recorded.entrySet().stream()
                .filter(entry -> !LocalDate.ofInstant(entry.getValue(), WorkCalendar.ZONE)
                        .isAfter(day))
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
        return calendar(
                version, shipped.on(day, version), own.on(day, version), Known.on(holidays, HolidayRow::key, day));
    }

    /** The next version, were this what administrators declare. */
    WorkCalendar next(CalendarLayer declared) {
        int version = latest();
        return calendar(version + 1, shipped.at(version), declared, Known.at(holidays, version));
    }

    private static WorkCalendar calendar(
            int version, CalendarLayer shipped, CalendarLayer own, List<HolidayRow> holidays) {
        return new WorkCalendar(
                version,
                days(shipped.days(), own.days()),
                officialYears(shipped.years(), own.years()),
                holidays.stream().map(HolidayRow::holiday).toList(),
                hours(shipped.hours(), own.hours()));
    }

    private static Collection<CalendarDay> days(List<DayRow> shipped, List<DayRow> own) {
        Map<LocalDate, @Nullable CalendarDay> days = new LinkedHashMap<>();
        shipped.forEach(row -> days.put(row.date(), row.day()));
        own.forEach(row -> days.put(row.date(), row.day()));
        List<CalendarDay> result = new ArrayList<>();
        for (CalendarDay day : days.values()) {
            if (day != null) {
                result.add(day);
            }
        }
        return result;
    }

    private static Set<Integer> officialYears(List<YearRow> shipped, List<YearRow> own) {
        Map<Integer, Boolean> official = new HashMap<>();
        shipped.forEach(row -> official.put(row.year(), row.official()));
        own.forEach(row -> official.put(row.year(), row.official()));
        Set<Integer> result = new TreeSet<>();
        official.forEach((year, known) -> {
            if (known) {
                result.add(year);
            }
        });
        return result;
    }

    static Collection<OfficeHours> hours(List<HoursRow> shipped, List<HoursRow> own) {
        Map<String, OfficeHours> result = new TreeMap<>();
        shipped.forEach(row -> result.merge(row.code(), of(List.of(row)), CalendarBook::joined));
        periods(own).values().forEach(rows -> {
            HoursRow first = rows.getFirst();
            OfficeHours known = result.getOrDefault(
                    first.code(), new OfficeHours(first.code(), first.name(), first.nameEn(), List.of()));
            result.put(first.code(), known.replacedBy(of(rows), first.validFrom(), first.validTo()));
        });
        return result.values();
    }

    private record Period(String code, LocalDate from) {}

    private static Map<Period, List<HoursRow>> periods(List<HoursRow> own) {
        Map<Period, List<HoursRow>> periods = new LinkedHashMap<>();
        own.stream()
                .sorted(Comparator.comparing(HoursRow::code).thenComparing(HoursRow::validFrom))
                .forEach(row -> periods.computeIfAbsent(
                                new Period(row.code(), row.validFrom()), period -> new ArrayList<>())
                        .add(row));
        return periods;
    }

    private static OfficeHours of(List<HoursRow> rows) {
        HoursRow first = rows.getFirst();
        return new OfficeHours(
                first.code(),
                first.name(),
                first.nameEn(),
                rows.stream().map(HoursRow::span).toList());
    }

    private static OfficeHours joined(OfficeHours earlier, OfficeHours later) {
        List<OfficeHours.Span> spans = new ArrayList<>(earlier.spans());
        spans.addAll(later.spans());
        return new OfficeHours(later.code(), later.name(), later.nameEn(), spans);
    }
}

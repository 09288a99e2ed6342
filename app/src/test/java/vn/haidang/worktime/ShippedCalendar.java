package vn.haidang.worktime;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The calendar of the shipped reference data, read without a database. */
public final class ShippedCalendar {

    public static final String STANDARD = "standard";

    private ShippedCalendar() {}

    public static WorkCalendar read() {
        return new WorkCalendar(
                1,
                rows("day").stream()
                        .map(row -> new CalendarDay(
                                LocalDate.parse(row.get("date")),
                                DayKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                                row.get("name"),
                                row.get("name_en"),
                                Boolean.parseBoolean(row.get("confirmed")),
                                row.get("source")))
                        .toList(),
                rows("year").stream()
                        .filter(row -> row.get("status").equals("official"))
                        .map(row -> Integer.valueOf(row.get("year")))
                        .collect(Collectors.toSet()),
                rows("fixed_holiday").stream()
                        .map(row -> new FixedHoliday(
                                MonthDay.parse("--" + row.get("day")),
                                row.get("name"),
                                row.get("name_en"),
                                LocalDate.parse(row.get("valid_from")),
                                dateOrNull(row.get("valid_to")),
                                row.get("source")))
                        .toList(),
                officeHours());
    }

    /** A moment of Vietnamese time, for example {@code 2026-01-08T22:00}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static Collection<OfficeHours> officeHours() {
        Map<String, OfficeHours> byCode = new LinkedHashMap<>();
        for (CSVRecord row : rows("office_hours")) {
            List<OfficeHours.Span> spans = new ArrayList<>();
            OfficeHours known = byCode.get(row.get("code"));
            if (known != null) {
                spans.addAll(known.spans());
            }
            for (DayOfWeek weekday : DayOfWeek.values()) {
                if (row.get("weekdays").contains(weekday.name().substring(0, 3))) {
                    spans.add(new OfficeHours.Span(
                            weekday,
                            LocalTime.parse(row.get("opens")),
                            LocalTime.parse(row.get("closes")),
                            LocalDate.parse(row.get("valid_from")),
                            dateOrNull(row.get("valid_to")),
                            season(row.get("season_from"), row.get("season_to")),
                            row.get("source")));
                }
            }
            byCode.put(row.get("code"), new OfficeHours(row.get("code"), row.get("name"), row.get("name_en"), spans));
        }
        return byCode.values();
    }

    private static @Nullable Season season(String from, String to) {
        return from.isEmpty() ? null : new Season(MonthDay.parse("--" + from), MonthDay.parse("--" + to));
    }

    private static @Nullable LocalDate dateOrNull(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    static List<CSVRecord> rows(String table) {
        try (var file = ShippedCalendar.class.getResourceAsStream("/reference-data/worktime/" + table + ".csv")) {
            if (file == null) {
                throw new IllegalStateException("not shipped: " + table);
            }
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            return format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

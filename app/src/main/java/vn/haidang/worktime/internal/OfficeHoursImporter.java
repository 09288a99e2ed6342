package vn.haidang.worktime.internal;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.OfficeHours;

/** Loads {@code worktime/office_hours}: spans in which an office is open, several weekdays to a row, whole or by season. */
@Component
public class OfficeHoursImporter implements Importer {

    public static final String TABLE = "worktime/office_hours";
    public static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "name_en",
            "valid_from",
            "valid_to",
            "season_from",
            "season_to",
            "weekdays",
            "opens",
            "closes",
            "source",
            "confidence");

    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final HoursTable hours;
    private final CalendarVersions versions;

    OfficeHoursImporter(HoursTable hours, CalendarVersions versions) {
        this.hours = hours;
        this.versions = versions;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<HoursRow> read = read(rows);
        versions.change(table(), Actor.SYSTEM, version -> hours.replace("office_hours", read, version));
    }

    /** Reads the rows; a code whose hours leave a gap or overlap is refused at its first row. */
    public static List<HoursRow> read(List<ReferenceRow> rows) {
        List<HoursRow> read = rows.stream().flatMap(OfficeHoursImporter::rows).toList();
        for (OfficeHours known : CalendarBook.hours(read, List.of())) {
            rows.stream()
                    .filter(row -> row.text("code").equals(known.code()))
                    .findFirst()
                    .ifPresent(row -> check(row, known));
        }
        return read;
    }

    private static void check(ReferenceRow row, OfficeHours known) {
        known.firstGap().ifPresent(day -> row.refuse("valid_from", "worktime.refused.gap", known.code(), day));
        known.firstOverlap().ifPresent(day -> row.refuse("opens", "worktime.refused.overlap", known.code(), day));
    }

    private static Stream<HoursRow> rows(ReferenceRow row) {
        LocalTime opens = time(row, "opens", LocalTime.MIN);
        LocalTime closes = time(row, "closes", LocalTime.MAX);
        if (!closes.isAfter(opens)) {
            row.refuse("closes", "worktime.refused.closing", closes);
        }
        Validity validity = row.validity();
        String season = season(row);
        List<Integer> weekdays =
                Cells.read(row, "weekdays", List.of(), "worktime.refused.weekday", OfficeHoursImporter::weekdays);
        return weekdays.stream()
                .map(weekday -> new HoursRow(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        weekday,
                        opens,
                        closes,
                        validity.from(),
                        validity.to(),
                        season,
                        row.text("source"),
                        row.confidence()));
    }

    private static LocalTime time(ReferenceRow row, String column, LocalTime standIn) {
        return Cells.read(row, column, standIn, "worktime.refused.time", LocalTime::parse);
    }

    private static String season(ReferenceRow row) {
        String from = row.optionalText("season_from").orElse("");
        String to = row.optionalText("season_to").orElse("");
        if (from.isEmpty() && to.isEmpty()) {
            return "";
        }
        if (from.isEmpty() || to.isEmpty()) {
            row.refuse(from.isEmpty() ? "season_from" : "season_to", "worktime.refused.half-season");
            return "";
        }
        return monthDay(row, "season_from") + "/" + monthDay(row, "season_to");
    }

    private static String monthDay(ReferenceRow row, String column) {
        return Cells.read(
                row,
                column,
                "01-01",
                "worktime.refused.month-day",
                text -> MonthDay.parse("--" + text).toString().substring(2));
    }

    private static List<Integer> weekdays(String text) {
        List<Integer> read =
                Stream.of(text.split(";", -1)).map(OfficeHoursImporter::weekday).toList();
        Set<Integer> once = new HashSet<>(read);
        if (once.size() < read.size()) {
            throw new IllegalArgumentException(text);
        }
        return read;
    }

    private static int weekday(String text) {
        int index = WEEKDAYS.indexOf(text.strip());
        if (index < 0) {
            throw new IllegalArgumentException(text);
        }
        return index + 1;
    }
}

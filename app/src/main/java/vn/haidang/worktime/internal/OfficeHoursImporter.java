package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/office_hours}: spans in which an office is open, several weekdays to a row. */
@Component
class OfficeHoursImporter implements Importer {

    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    @Language("SQL")
    private static final String RETIRE = """
            update worktime.office_hours as h
            set known = int4range(lower(h.known), :version)
            where upper_inf(h.known)
              and not exists (
                select 1
                from jsonb_to_recordset(cast(:data as jsonb)) as r(
                    code text, name text, "nameEn" text, weekday smallint, opens time, closes time,
                    "validFrom" date, "validTo" date, source text, confidence text)
                where (r.code, r.name, r."nameEn", r.weekday, r.opens, r.closes,
                       daterange(r."validFrom", r."validTo"), r.source, r.confidence)
                    = (h.code, h.name, h.name_en, h.weekday, h.opens, h.closes, h.valid, h.source, h.confidence))
            """;

    @Language("SQL")
    private static final String ADD = """
            insert into worktime.office_hours
                (code, name, name_en, weekday, opens, closes, valid, source, confidence, known)
            select r.code, r.name, r."nameEn", r.weekday, r.opens, r.closes,
                daterange(r."validFrom", r."validTo"), r.source, r.confidence, int4range(:version, null)
            from jsonb_to_recordset(cast(:data as jsonb)) as r(
                code text, name text, "nameEn" text, weekday smallint, opens time, closes time,
                "validFrom" date, "validTo" date, source text, confidence text)
            where not exists (
                select 1
                from worktime.office_hours as h
                where (h.code, h.weekday, h.opens, h.closes, h.valid)
                    = (r.code, r.weekday, r.opens, r.closes, daterange(r."validFrom", r."validTo"))
                  and upper_inf(h.known))
            """;

    private final CalendarVersions versions;

    OfficeHoursImporter(CalendarVersions versions) {
        this.versions = versions;
    }

    private record Row(
            String code,
            String name,
            String nameEn,
            int weekday,
            LocalTime opens,
            LocalTime closes,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "worktime/office_hours";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "name",
                "name_en",
                "valid_from",
                "valid_to",
                "weekdays",
                "opens",
                "closes",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        versions.change(table(), rows.stream().flatMap(this::rows).toList(), RETIRE, ADD);
    }

    private Stream<Row> rows(ReferenceRow row) {
        LocalTime opens = time(row, "opens", LocalTime.MIN);
        LocalTime closes = time(row, "closes", LocalTime.MAX);
        if (!closes.isAfter(opens)) {
            row.refuse("closes", "worktime.refused.closing", closes);
        }
        var validity = row.validity();
        List<Integer> weekdays =
                Cells.read(row, "weekdays", List.of(), "worktime.refused.weekday", OfficeHoursImporter::weekdays);
        return weekdays.stream()
                .map(weekday -> new Row(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        weekday,
                        opens,
                        closes,
                        validity.from(),
                        validity.to(),
                        row.text("source"),
                        row.text("confidence")));
    }

    private static LocalTime time(ReferenceRow row, String column, LocalTime standIn) {
        return Cells.read(row, column, standIn, "worktime.refused.time", LocalTime::parse);
    }

    private static List<Integer> weekdays(String text) {
        return Stream.of(text.split(";", -1)).map(OfficeHoursImporter::weekday).toList();
    }

    private static int weekday(String text) {
        int index = WEEKDAYS.indexOf(text.strip());
        if (index < 0) {
            throw new IllegalArgumentException(text);
        }
        return index + 1;
    }
}

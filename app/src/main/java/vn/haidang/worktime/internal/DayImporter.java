package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.DayKind;

/** Loads {@code worktime/day}: the days of the yearly notices. */
@Component
class DayImporter implements Importer {

    private static final Set<String> KINDS = Set.of("holiday", "compensatory", "swap_off", "swap_work");

    @Language("SQL")
    private static final String RETIRE = """
            update worktime.calendar_day as d
            set known = int4range(lower(d.known), :version)
            where upper_inf(d.known)
              and not exists (
                select 1
                from jsonb_to_recordset(cast(:data as jsonb)) as r(
                    date date, kind text, name text, "nameEn" text, confirmed boolean, source text, confidence text)
                where (r.date, r.kind, r.name, r."nameEn", r.confirmed, r.source, r.confidence)
                    = (d.date, d.kind, d.name, d.name_en, d.confirmed, d.source, d.confidence))
            """;

    @Language("SQL")
    private static final String ADD = """
            insert into worktime.calendar_day
                (date, kind, name, name_en, confirmed, source, confidence, known)
            select r.date, r.kind, r.name, r."nameEn", r.confirmed, r.source, r.confidence, int4range(:version, null)
            from jsonb_to_recordset(cast(:data as jsonb)) as r(
                date date, kind text, name text, "nameEn" text, confirmed boolean, source text, confidence text)
            where not exists (
                select 1
                from worktime.calendar_day as d
                where d.date = r.date and upper_inf(d.known))
            """;

    private final CalendarVersions versions;

    DayImporter(CalendarVersions versions) {
        this.versions = versions;
    }

    private record Row(
            LocalDate date,
            DayKind kind,
            String name,
            String nameEn,
            boolean confirmed,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "worktime/day";
    }

    @Override
    public List<String> columns() {
        return List.of("date", "kind", "name", "name_en", "confirmed", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        versions.change(table(), rows.stream().map(this::row).toList(), RETIRE, ADD);
    }

    private Row row(ReferenceRow row) {
        return new Row(
                row.date("date"),
                DayKind.valueOf(row.oneOf("kind", KINDS).toUpperCase(Locale.ROOT)),
                row.text("name"),
                row.text("name_en"),
                row.flag("confirmed"),
                row.text("source"),
                row.text("confidence"));
    }
}

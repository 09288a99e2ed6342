package vn.haidang.worktime.internal;

import java.util.List;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/year}: whether a year's notice is official. */
@Component
class YearImporter implements Importer {

    @Language("SQL")
    private static final String RETIRE = """
            update worktime.calendar_year as y
            set known = int4range(lower(y.known), :version)
            where upper_inf(y.known)
              and not exists (
                select 1
                from jsonb_to_recordset(cast(:data as jsonb)) as r(
                    year integer, status text, source text, confidence text)
                where (r.year, r.status, r.source, r.confidence)
                    = (y.year, y.status, y.source, y.confidence))
            """;

    @Language("SQL")
    private static final String ADD = """
            insert into worktime.calendar_year (year, status, source, confidence, known)
            select r.year, r.status, r.source, r.confidence, int4range(:version, null)
            from jsonb_to_recordset(cast(:data as jsonb)) as r(
                year integer, status text, source text, confidence text)
            where not exists (
                select 1
                from worktime.calendar_year as y
                where y.year = r.year and upper_inf(y.known))
            """;

    private final CalendarVersions versions;

    YearImporter(CalendarVersions versions) {
        this.versions = versions;
    }

    private record Row(int year, String status, String source, String confidence) {}

    @Override
    public String table() {
        return "worktime/year";
    }

    @Override
    public List<String> columns() {
        return List.of("year", "status", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        versions.change(table(), rows.stream().map(this::row).toList(), RETIRE, ADD);
    }

    private Row row(ReferenceRow row) {
        return new Row(
                row.integer("year"),
                row.oneOf("status", Set.of("official", "draft")),
                row.text("source"),
                row.text("confidence"));
    }
}

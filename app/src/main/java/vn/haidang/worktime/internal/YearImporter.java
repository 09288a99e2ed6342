package vn.haidang.worktime.internal;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads {@code worktime/year}: whether a year's notice is official. */
@Component
class YearImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CalendarVersions versions;

    YearImporter(JdbcClient jdbc, JsonMapper json, CalendarVersions versions) {
        this.jdbc = jdbc;
        this.json = json;
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
        String data = json.writeValueAsString(rows.stream().map(this::row).toList());
        versions.change(table(), version -> retire(version, data) + add(version, data));
    }

    private Row row(ReferenceRow row) {
        return new Row(
                row.integer("year"),
                row.oneOf("status", Set.of("official", "draft")),
                row.text("source"),
                row.text("confidence"));
    }

    private int retire(int version, String data) {
        return jdbc.sql("""
                        update worktime.calendar_year as y
                        set known = int4range(lower(y.known), :version)
                        where upper_inf(y.known)
                          and not exists (
                            select 1
                            from jsonb_to_recordset(cast(:data as jsonb)) as r(
                                year integer, status text, source text, confidence text)
                            where (r.year, r.status, r.source, r.confidence)
                                = (y.year, y.status, y.source, y.confidence))
                        """).param("version", version).param("data", data).update();
    }

    private int add(int version, String data) {
        return jdbc.sql("""
                        insert into worktime.calendar_year (year, status, source, confidence, known)
                        select r.year, r.status, r.source, r.confidence, int4range(:version, null)
                        from jsonb_to_recordset(cast(:data as jsonb)) as r(
                            year integer, status text, source text, confidence text)
                        where not exists (
                            select 1
                            from worktime.calendar_year as y
                            where y.year = r.year and upper_inf(y.known))
                        """).param("version", version).param("data", data).update();
    }
}

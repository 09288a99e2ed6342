package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Days of the calendar, shipped ({@code calendar_day}) or declared ({@code own_day}): one shape, two tables. */
@Component
class DayTable {

    private static final String RECORDSET = """
            jsonb_to_recordset(cast(:data as jsonb)) as r(
                date date, kind text, name text, "nameEn" text, confirmed boolean, "knownFrom" date, source text,
                confidence text)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Recording recording;

    DayTable(JdbcClient jdbc, JsonMapper json, Recording recording) {
        this.jdbc = jdbc;
        this.json = json;
        this.recording = recording;
    }

    /** From this version on the table holds these rows and no others; answers how many rows that touched. */
    int replace(String table, List<DayRow> rows, int version) {
        String data = json.writeValueAsString(rows);
        return retire(table, version, data) + add(table, version, data);
    }

    List<Known<DayRow>> history(String table) {
        return jdbc.sql("""
                        select d.date, d.kind, d.name, d.name_en, d.confirmed, d.known_from, d.source, d.confidence,
                            lower(d.known) as from_version, upper(d.known) as to_version, v.recorded_at as dropped_at
                        from worktime.%s as d
                          left join worktime.calendar_version as v on v.version = upper(d.known)
                        order by d.date, from_version
                        """.formatted(table))
                .query((row, number) -> {
                    LocalDate knownFrom = row.getObject("known_from", LocalDate.class);
                    return recording.known(
                            row,
                            new DayRow(
                                    row.getObject("date", LocalDate.class),
                                    row.getString("kind"),
                                    row.getString("name"),
                                    row.getString("name_en"),
                                    row.getBoolean("confirmed"),
                                    knownFrom,
                                    row.getString("source"),
                                    row.getString("confidence")),
                            knownFrom);
                })
                .list();
    }

    private int retire(String table, int version, String data) {
        return jdbc.sql("""
                        update worktime.%s as d
                        set known = int4range(lower(d.known), :version)
                        where upper_inf(d.known)
                          and not exists (
                            select 1
                            from %s
                            where (r.date, r.kind, r.name, r."nameEn", r.confirmed, r."knownFrom", r.source, r.confidence)
                                is not distinct from
                                (d.date, d.kind, d.name, d.name_en, d.confirmed, d.known_from, d.source, d.confidence))
                        """.formatted(table, RECORDSET))
                .param("version", version)
                .param("data", data)
                .update();
    }

    private int add(String table, int version, String data) {
        return jdbc.sql("""
                        insert into worktime.%s
                            (date, kind, name, name_en, confirmed, known_from, source, confidence, known)
                        select r.date, r.kind, r.name, r."nameEn", r.confirmed, r."knownFrom", r.source, r.confidence,
                            int4range(:version, null)
                        from %s
                        where not exists (
                            select 1
                            from worktime.%s as d
                            where d.date = r.date and upper_inf(d.known))
                        """.formatted(table, RECORDSET, table))
                .param("version", version)
                .param("data", data)
                .update();
    }
}

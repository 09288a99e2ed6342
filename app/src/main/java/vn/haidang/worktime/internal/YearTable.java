package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Years of the calendar, shipped ({@code calendar_year}) or declared ({@code own_year}). */
@Component
class YearTable {

    private static final String RECORDSET = """
            jsonb_to_recordset(cast(:data as jsonb)) as r(
                year integer, status text, "knownFrom" date, source text, confidence text)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Recording recording;

    YearTable(JdbcClient jdbc, JsonMapper json, Recording recording) {
        this.jdbc = jdbc;
        this.json = json;
        this.recording = recording;
    }

    /** From this version on the table holds these rows and no others; answers how many rows that touched. */
    int replace(String table, List<YearRow> rows, int version) {
        String data = json.writeValueAsString(rows);
        return retire(table, version, data) + add(table, version, data);
    }

    List<Known<YearRow>> history(String table) {
        return jdbc.sql("""
                        select y.year, y.status, y.known_from, y.source, y.confidence,
                            lower(y.known) as from_version, upper(y.known) as to_version, v.recorded_at as dropped_at
                        from worktime.%s as y
                          left join worktime.calendar_version as v on v.version = upper(y.known)
                        order by y.year, from_version
                        """.formatted(table))
                .query((row, number) -> {
                    LocalDate knownFrom = row.getObject("known_from", LocalDate.class);
                    return recording.known(
                            row,
                            new YearRow(
                                    row.getInt("year"),
                                    row.getString("status"),
                                    knownFrom,
                                    row.getString("source"),
                                    row.getString("confidence")),
                            knownFrom);
                })
                .list();
    }

    private int retire(String table, int version, String data) {
        return jdbc.sql("""
                        update worktime.%s as y
                        set known = int4range(lower(y.known), :version)
                        where upper_inf(y.known)
                          and not exists (
                            select 1
                            from %s
                            where (r.year, r.status, r."knownFrom", r.source, r.confidence)
                                is not distinct from (y.year, y.status, y.known_from, y.source, y.confidence))
                        """.formatted(table, RECORDSET))
                .param("version", version)
                .param("data", data)
                .update();
    }

    private int add(String table, int version, String data) {
        return jdbc.sql("""
                        insert into worktime.%s (year, status, known_from, source, confidence, known)
                        select r.year, r.status, r."knownFrom", r.source, r.confidence, int4range(:version, null)
                        from %s
                        where not exists (
                            select 1
                            from worktime.%s as y
                            where y.year = r.year and upper_inf(y.known))
                        """.formatted(table, RECORDSET, table))
                .param("version", version)
                .param("data", data)
                .update();
    }
}

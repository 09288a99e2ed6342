package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Office hours, shipped ({@code office_hours}) or declared ({@code own_office_hours}). */
@Component
class HoursTable {

    private static final String RECORDSET = """
            jsonb_to_recordset(cast(:data as jsonb)) as r(
                code text, name text, "nameEn" text, weekday smallint, opens time, closes time,
                "validFrom" date, "validTo" date, season text, source text, confidence text)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Recording recording;

    HoursTable(JdbcClient jdbc, JsonMapper json, Recording recording) {
        this.jdbc = jdbc;
        this.json = json;
        this.recording = recording;
    }

    /** From this version on the table holds these rows and no others; answers how many rows that touched. */
    int replace(String table, List<HoursRow> rows, int version) {
        String data = json.writeValueAsString(rows);
        return retire(table, version, data) + add(table, version, data);
    }

    List<Known<HoursRow>> history(String table) {
        return jdbc.sql("""
                        select h.code, h.name, h.name_en, h.weekday, h.opens, h.closes, lower(h.valid) as valid_from,
                            upper(h.valid) as valid_to, h.season, h.source, h.confidence,
                            lower(h.known) as from_version, upper(h.known) as to_version, v.recorded_at as dropped_at
                        from worktime.%s as h
                          left join worktime.calendar_version as v on v.version = upper(h.known)
                        order by h.code, valid_from, h.weekday, h.opens
                        """.formatted(table))
                .query((row, number) -> recording.known(
                        row,
                        new HoursRow(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getInt("weekday"),
                                row.getObject("opens", LocalTime.class),
                                row.getObject("closes", LocalTime.class),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class),
                                row.getString("season"),
                                row.getString("source"),
                                row.getString("confidence")),
                        null))
                .list();
    }

    private int retire(String table, int version, String data) {
        return jdbc.sql("""
                        update worktime.%s as h
                        set known = int4range(lower(h.known), :version)
                        where upper_inf(h.known)
                          and not exists (
                            select 1
                            from %s
                            where (r.code, r.name, r."nameEn", r.weekday, r.opens, r.closes,
                                   daterange(r."validFrom", r."validTo"), r.season, r.source, r.confidence)
                                = (h.code, h.name, h.name_en, h.weekday, h.opens, h.closes, h.valid, h.season, h.source,
                                   h.confidence))
                        """.formatted(table, RECORDSET))
                .param("version", version)
                .param("data", data)
                .update();
    }

    private int add(String table, int version, String data) {
        return jdbc.sql("""
                        insert into worktime.%s
                            (code, name, name_en, weekday, opens, closes, valid, season, source, confidence, known)
                        select r.code, r.name, r."nameEn", r.weekday, r.opens, r.closes,
                            daterange(r."validFrom", r."validTo"), r.season, r.source, r.confidence,
                            int4range(:version, null)
                        from %s
                        where not exists (
                            select 1
                            from worktime.%s as h
                            where (h.code, h.weekday, h.opens, h.closes, h.valid, h.season)
                                = (r.code, r.weekday, r.opens, r.closes, daterange(r."validFrom", r."validTo"), r.season)
                              and upper_inf(h.known))
                        """.formatted(table, RECORDSET, table))
                .param("version", version)
                .param("data", data)
                .update();
    }
}

package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Holidays the law fixes to a date. */
@Component
class HolidayTable {

    private static final String RECORDSET = """
            jsonb_to_recordset(cast(:data as jsonb)) as r(
                day text, name text, "nameEn" text, "validFrom" date, "validTo" date, "knownFrom" date, source text,
                confidence text)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Recording recording;

    HolidayTable(JdbcClient jdbc, JsonMapper json, Recording recording) {
        this.jdbc = jdbc;
        this.json = json;
        this.recording = recording;
    }

    /** From this version on the table holds these rows and no others; answers how many rows that touched. */
    int replace(List<HolidayRow> rows, int version) {
        String data = json.writeValueAsString(rows);
        return retire(version, data) + add(version, data);
    }

    List<Known<HolidayRow>> history() {
        return jdbc.sql("""
                        select h.month_day, h.name, h.name_en, lower(h.valid) as valid_from, upper(h.valid) as valid_to,
                            h.known_from, h.source, h.confidence,
                            lower(h.known) as from_version, upper(h.known) as to_version, v.recorded_at as dropped_at
                        from worktime.fixed_holiday as h
                          left join worktime.calendar_version as v on v.version = upper(h.known)
                        order by h.month_day, valid_from, from_version
                        """)
                .query((row, number) -> {
                    LocalDate knownFrom = row.getObject("known_from", LocalDate.class);
                    return recording.known(
                            row,
                            new HolidayRow(
                                    row.getString("month_day"),
                                    row.getString("name"),
                                    row.getString("name_en"),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_to", LocalDate.class),
                                    knownFrom,
                                    row.getString("source"),
                                    row.getString("confidence")),
                            knownFrom);
                })
                .list();
    }

    private int retire(int version, String data) {
        return jdbc.sql("""
                        update worktime.fixed_holiday as h
                        set known = int4range(lower(h.known), :version)
                        where upper_inf(h.known)
                          and not exists (
                            select 1
                            from %s
                            where (r.day, r.name, r."nameEn", daterange(r."validFrom", r."validTo"), r."knownFrom",
                                   r.source, r.confidence)
                                is not distinct from
                                (h.month_day, h.name, h.name_en, h.valid, h.known_from, h.source, h.confidence))
                        """.formatted(RECORDSET))
                .param("version", version)
                .param("data", data)
                .update();
    }

    private int add(int version, String data) {
        return jdbc.sql("""
                        insert into worktime.fixed_holiday
                            (month_day, name, name_en, valid, known_from, source, confidence, known)
                        select r.day, r.name, r."nameEn", daterange(r."validFrom", r."validTo"), r."knownFrom", r.source,
                            r.confidence, int4range(:version, null)
                        from %s
                        where not exists (
                            select 1
                            from worktime.fixed_holiday as h
                            where h.month_day = r.day
                              and h.valid = daterange(r."validFrom", r."validTo")
                              and upper_inf(h.known))
                        """.formatted(RECORDSET))
                .param("version", version)
                .param("data", data)
                .update();
    }
}

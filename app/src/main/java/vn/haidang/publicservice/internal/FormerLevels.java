package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** The levels of services by the four of Circular 32/2017/TT-BTTTT, for history; today's two are not made from them. */
@Component
public class FormerLevels implements Importer {

    /** @param to first day after it, null while no end is known */
    public record FormerLevel(
            int level, LocalDate from, @Nullable LocalDate to, String source, String confidence) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FormerLevels(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String service,
            int level,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    /** Newest first. */
    public List<FormerLevel> of(String service) {
        return jdbc.sql("""
                select level, lower(validity) as first, upper(validity) as last, source, confidence
                from publicservice.former_level where service = :service order by lower(validity) desc
                """)
                .param("service", service)
                .query((row, number) -> new FormerLevel(
                        row.getInt("level"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getString("source"),
                        row.getString("confidence")))
                .list();
    }

    @Override
    public String table() {
        return "publicservice/former_level";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "level", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.former_level").update();
        jdbc.sql("""
                insert into publicservice.former_level (service, validity, level, source, confidence)
                select l.service, daterange(l."validFrom", l."validTo"), l.level, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(service text, level int, "validFrom" date,
                  "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(FormerLevels::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        int level = row.integer("level");
        if (level < 1 || level > 4) {
            row.refuse("level", "publicservice.refused.level", level);
        }
        return new Row(
                row.text("service"), level, validity.from(), validity.to(), row.text("source"), row.confidence());
    }
}

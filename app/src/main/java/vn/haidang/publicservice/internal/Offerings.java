package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** Which units offer a service, where not every unit of its tier does. */
@Component
class Offerings implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Offerings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String service,
            String unit,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    /** Keys of the units that offer it on that day; empty where every unit of its tier does. */
    List<String> on(String service, LocalDate day) {
        return jdbc.sql("""
                select unit from publicservice.offering
                where service = :service and validity @> cast(:day as date) order by unit
                """)
                .param("service", service)
                .param("day", day)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The same of every service that not every unit of its tier offers. */
    Map<String, Set<String>> on(LocalDate day) {
        Map<String, Set<String>> units = new HashMap<>();
        jdbc.sql("select service, unit from publicservice.offering where validity @> cast(:day as date)")
                .param("day", day)
                .query((row, number) -> units.computeIfAbsent(row.getString(1), service -> new HashSet<>())
                        .add(row.getString(2)))
                .list();
        return units;
    }

    @Override
    public String table() {
        return "publicservice/offering";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "unit", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.offering").update();
        jdbc.sql("""
                insert into publicservice.offering (service, unit, validity, source, confidence)
                select l.service, l.unit, daterange(l."validFrom", l."validTo"), l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(service text, unit text, "validFrom" date,
                  "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(Offerings::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        return new Row(
                row.text("service"),
                row.text("unit"),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }
}

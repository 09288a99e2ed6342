package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.organization.Tier;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Which tier decided a service before: the district tier ended on 30/06/2025 and its work went to other tiers. */
@Component
class FormerCompetence implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FormerCompetence(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String service,
            String tier,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    /** The tier that decided it on that day, empty when it was the one that decides it now. */
    Optional<Tier> on(String service, LocalDate day) {
        return jdbc.sql("""
                select tier
                from publicservice.former_competence
                where service = :service and validity @> cast(:day as date)
                """)
                .param("service", service)
                .param("day", day)
                .query(String.class)
                .optional()
                .map(Tier::valueOf);
    }

    /** The same of every service that another tier decided then. */
    Map<String, Tier> on(LocalDate day) {
        Map<String, Tier> tiers = new HashMap<>();
        jdbc.sql("select service, tier from publicservice.former_competence where validity @> cast(:day as date)")
                .param("day", day)
                .query((row, number) -> tiers.put(row.getString(1), Tier.valueOf(row.getString(2))))
                .list();
        return tiers;
    }

    @Override
    public String table() {
        return "publicservice/former_competence";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "tier", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.former_competence").update();
        jdbc.sql("""
                insert into publicservice.former_competence (service, tier, validity, source, confidence)
                select l.service, l.tier, daterange(l."validFrom", l."validTo"), l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(service text, tier text, "validFrom" date,
                  "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(FormerCompetence::row).toList()))
                .update();
    }

    private static Row row(ReferenceRow row) {
        return new Row(
                row.text("service"),
                row.oneOf("tier", Set.of("CITY", "DISTRICT", "COMMUNE")),
                row.date("valid_from"),
                row.optionalDate("valid_to").orElse(null),
                row.text("source"),
                row.text("confidence"));
    }
}

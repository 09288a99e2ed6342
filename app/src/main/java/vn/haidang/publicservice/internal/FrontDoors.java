package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;

/** Where each service is handed in and who owns the status of its dossiers, by period. */
@Component
class FrontDoors implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublishingRows publishing;

    FrontDoors(JdbcClient jdbc, JsonMapper json, PublishingRows publishing) {
        this.jdbc = jdbc;
        this.json = json;
        this.publishing = publishing;
    }

    private record Row(
            String service,
            String door,
            String owner,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Override
    public String table() {
        return "publicservice/front_door";
    }

    @Override
    public List<String> columns() {
        return List.of("service", "door", "status_owner", "address", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of("publicservice/service");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.front_door").update();
        jdbc.sql("""
                insert into publicservice.front_door (service, validity, door, status_owner, address, source, confidence)
                select l.service, daterange(l."validFrom", l."validTo"), l.door, l.owner, l.address, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(service text, door text, owner text, address text,
                  "validFrom" date, "validTo" date, source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                rows.stream().map(FrontDoors::row).toList()))
                .update();
        publishing.turnEdition();
    }

    private static Row row(ReferenceRow row) {
        Validity validity = row.validity();
        String address = row.optionalText("address").orElse(null);
        if (address != null && !address.startsWith("https://")) {
            row.refuse("address", "publicservice.refused.address", address);
        }
        return new Row(
                row.text("service"),
                row.oneOf("door", Set.of("own", "national", "ministry")),
                row.oneOf("status_owner", Set.of("us", "ministry")),
                address,
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }
}

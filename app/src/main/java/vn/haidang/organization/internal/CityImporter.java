package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Loads which unit is the city this installation serves. */
@Component
class CityImporter implements Importer {

    private record Row(
            UUID unit, LocalDate validFrom, @Nullable LocalDate validTo) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.served_city";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.served_city (unit, valid)
            values (:unit, daterange(:validFrom, :validTo))
            """;

    private final JdbcClient jdbc;
    private final Batch batch;
    private final KnownUnits units;

    CityImporter(JdbcClient jdbc, Batch batch, KnownUnits units) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.units = units;
    }

    @Override
    public String table() {
        return "organization/city";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "valid_from", "valid_to");
    }

    @Override
    public List<String> after() {
        return List.of(UnitImporter.TABLE);
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var lives = units.lives();
        var cities = rows.stream()
                .map(row -> new Row(
                        lives.require(row, "unit").id(),
                        row.date("valid_from"),
                        row.optionalDate("valid_to").orElse(null)))
                .toList();
        jdbc.sql(CLEAR).update();
        batch.write(STORE, cities);
    }
}

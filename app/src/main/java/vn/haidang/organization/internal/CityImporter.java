package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
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

    private final TableWriter tables;
    private final KnownUnits units;
    private final DerivedTables derived;

    CityImporter(TableWriter tables, KnownUnits units, DerivedTables derived) {
        this.tables = tables;
        this.units = units;
        this.derived = derived;
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
        tables.replace(CLEAR, STORE, rows.stream().map(row -> read(row, lives)).toList());
        derived.tellPresent();
    }

    private static Row read(ReferenceRow row, KnownUnits.Lives lives) {
        var validity = row.validity();
        return new Row(lives.require(row, "unit").id(), validity.from(), validity.to());
    }
}

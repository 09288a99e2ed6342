package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads where units are marked on a small map, in degrees (WGS 84). */
@Component
class UnitPointImporter implements Importer {

    private record Row(UUID unit, BigDecimal latitude, BigDecimal longitude, String source, String confidence) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.unit_point";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.unit_point (unit, latitude, longitude, source, confidence)
            values (:unit, :latitude, :longitude, :source, :confidence)
            """;

    private final TableWriter tables;
    private final KnownUnits units;
    private final DerivedTables derived;

    UnitPointImporter(TableWriter tables, KnownUnits units, DerivedTables derived) {
        this.tables = tables;
        this.units = units;
        this.derived = derived;
    }

    @Override
    public String table() {
        return "organization/unit_point";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "latitude", "longitude", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(UnitImporter.TABLE);
    }

    @Override
    public boolean namesUnits() {
        return true;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var lives = units.lives();
        tables.replace(CLEAR, STORE, rows.stream().map(row -> read(row, lives)).toList());
        derived.tellPresent();
    }

    private static Row read(ReferenceRow row, KnownUnits.Lives lives) {
        return new Row(
                lives.require(row, "unit").id(),
                degrees(row, "latitude", 90),
                degrees(row, "longitude", 180),
                row.text("source"),
                row.confidence());
    }

    private static BigDecimal degrees(ReferenceRow row, String column, int most) {
        row.text(column);
        var value = row.optionalDecimal(column).orElse(BigDecimal.ZERO);
        if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            row.refuse(column, "organization.refused.degrees", value);
        }
        return value;
    }
}

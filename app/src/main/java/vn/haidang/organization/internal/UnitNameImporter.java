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

/** Loads the spans in which a unit had another name or kind than its row says. */
@Component
class UnitNameImporter implements Importer {

    private record Row(
            UUID unit,
            String name,
            String nameEn,
            String kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.unit_name where origin = 'reference'";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.unit_name (unit, name, name_en, kind, valid, source, confidence)
            values (:unit, :name, :nameEn, :kind, daterange(:validFrom, :validTo), :source, :confidence)
            """;

    private final TableWriter tables;
    private final KnownUnits units;
    private final DerivedTables derived;

    UnitNameImporter(TableWriter tables, KnownUnits units, DerivedTables derived) {
        this.tables = tables;
        this.units = units;
        this.derived = derived;
    }

    @Override
    public String table() {
        return "organization/unit_name";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "name", "name_en", "kind", "valid_from", "valid_to", "source", "confidence");
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
        var unit = lives.require(row, "unit");
        var validity = row.validity();
        if (!unit.covers(validity)) {
            row.refuse("valid_from", "organization.refused.outside-life", unit.key());
        }
        return new Row(
                unit.id(),
                row.text("name"),
                row.text("name_en"),
                row.oneOf("kind", Kinds.ALL),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }
}

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

/** Loads the codes of units. A code names one unit at a time, and again another later. */
@Component
class CodeImporter implements Importer {

    private record Row(
            UUID unit,
            String scheme,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.unit_code where origin = 'reference'";

    @Language("SQL")
    private static final String STORE = """
            insert into organization.unit_code (unit, scheme, code, valid, source, confidence)
            select :unit, :scheme, :code, c.valid, :source, :confidence
            from (
              select daterange(cast(:validFrom as date), cast(:validTo as date))
                * daterange(null, (select e.on_day from organization.unit_end e where e.unit = :unit)) as valid) c
            where not isempty(c.valid)
            """;

    private final TableWriter tables;
    private final KnownUnits units;
    private final DeclaredEnds ends;
    private final DerivedTables derived;

    CodeImporter(TableWriter tables, KnownUnits units, DeclaredEnds ends, DerivedTables derived) {
        this.tables = tables;
        this.units = units;
        this.ends = ends;
        this.derived = derived;
    }

    @Override
    public String table() {
        return "organization/unit_code";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "scheme", "code", "valid_from", "valid_to", "source", "confidence");
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
        var codes = rows.stream().map(row -> read(row, lives)).toList();
        tables.replace(CLEAR, STORE, codes);
        ends.apply();
        derived.tellPresent();
    }

    private static Row read(ReferenceRow row, KnownUnits.Lives lives) {
        var validity = row.validity();
        return new Row(
                lives.require(row, "unit").id(),
                row.text("scheme"),
                row.text("code"),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }
}

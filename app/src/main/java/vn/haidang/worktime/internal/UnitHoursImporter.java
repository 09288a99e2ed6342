package vn.haidang.worktime.internal;

import java.util.List;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Units;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.Validity;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.internal.UnitHours.Row;

/** Loads {@code worktime/unit_hours}: which office hours a unit keeps. */
@Component
class UnitHoursImporter implements Importer {

    @Language("SQL")
    private static final String CODES = "select distinct code from worktime.office_hours where upper_inf(known)";

    @Language("SQL")
    private static final String CLEAR = "delete from worktime.unit_hours";

    @Language("SQL")
    private static final String STORE = """
            insert into worktime.unit_hours (unit_key, code, valid, source, confidence)
            values (:unitKey, :code, daterange(:validFrom, :validTo), :source, :confidence)
            """;

    private final TableWriter tables;
    private final Units units;

    UnitHoursImporter(TableWriter tables, Units units) {
        this.tables = tables;
        this.units = units;
    }

    @Override
    public String table() {
        return "worktime/unit_hours";
    }

    @Override
    public List<String> columns() {
        return List.of("unit", "code", "valid_from", "valid_to", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(OfficeHoursImporter.TABLE);
    }

    @Override
    public boolean namesUnits() {
        return true;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> codes = tables.keys(CODES);
        tables.replace(CLEAR, STORE, rows.stream().map(row -> row(row, codes)).toList());
    }

    private Row row(ReferenceRow row, Set<String> codes) {
        String unit = row.text("unit");
        if (units.byKey(unit).isEmpty()) {
            row.refuse("unit", "reference.refused.unknown-key", unit);
        }
        Validity validity = row.validity();
        return new Row(
                unit,
                row.keyOf("code", codes),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence(),
                false);
    }
}

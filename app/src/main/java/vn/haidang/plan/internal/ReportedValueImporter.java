package vn.haidang.plan.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the values others published. */
@Component
class ReportedValueImporter implements Importer {

    private record Row(
            String indicator,
            String period,
            String unitKey,
            @Nullable BigDecimal value,
            @Nullable Integer universe,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String STORE = """
            insert into plan.external_value (indicator, period, unit_key, value, universe, source, confidence)
            values (:indicator, :period, :unitKey, :value, :universe, :source, :confidence)
            """;

    private final TableWriter tables;

    ReportedValueImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "plan/external_value";
    }

    @Override
    public List<String> columns() {
        return List.of("indicator", "period", "unit_key", "value", "universe", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(IndicatorImporter.TABLE, "organization/unit");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> indicators = tables.keys("select key from plan.indicator");
        Set<String> units = tables.keys("select key from organization.pub_unit");
        List<Row> values = rows.stream()
                .map(row -> new Row(
                        row.keyOf("indicator", indicators),
                        row.text("period"),
                        row.keyOf("unit_key", units),
                        value(row),
                        TargetImporter.number(row, "universe"),
                        row.text("source"),
                        row.confidence()))
                .toList();
        tables.replace("delete from plan.external_value", STORE, values);
    }

    private static @Nullable BigDecimal value(ReferenceRow row) {
        BigDecimal value = row.optionalDecimal("value").orElse(null);
        if (value == null) {
            row.refuse("value", "reference.refused.empty");
        }
        return value;
    }
}

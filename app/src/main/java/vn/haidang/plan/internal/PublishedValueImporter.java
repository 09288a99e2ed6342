package vn.haidang.plan.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.ExternalValues;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the values others published; the indicator module keeps them, each version of them. */
@Component
class PublishedValueImporter implements Importer {

    private final TableWriter tables;
    private final ExternalValues values;

    PublishedValueImporter(TableWriter tables, ExternalValues values) {
        this.tables = tables;
        this.values = values;
    }

    @Override
    public String table() {
        return "plan/published_value";
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
    public boolean namesUnits() {
        return true;
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> indicators = tables.keys("select key from plan.indicator");
        Set<String> units = tables.keys("select key from organization.pub_unit");
        values.replace(
                indicators.stream().map(PublishedValues::code).toList(),
                rows.stream().map(row -> read(row, indicators, units)).toList());
    }

    private static ExternalValues.Value read(ReferenceRow row, Set<String> indicators, Set<String> units) {
        Optional<BigDecimal> value = row.optionalDecimal("value");
        if (value.isEmpty()) {
            row.refuse("value", "reference.refused.empty");
        }
        String period = row.text("period");
        if (!PublishedValues.isPeriod(period)) {
            row.refuse("period", "plan.refused.period", period);
            period = PublishedValues.ANY_PERIOD;
        }
        return new ExternalValues.Value(
                PublishedValues.code(row.keyOf("indicator", indicators)),
                UnitId.ofKey(row.keyOf("unit_key", units)),
                PublishedValues.days(period),
                value.orElse(BigDecimal.ZERO),
                TargetImporter.number(row, "universe"),
                row.text("source"),
                row.confidence());
    }
}

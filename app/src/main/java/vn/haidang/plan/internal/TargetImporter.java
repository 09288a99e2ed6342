package vn.haidang.plan.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.plan.Target.Level;
import vn.haidang.plan.Target.Operator;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads what each document wants; the same indicator may appear with many documents. */
@Component
public class TargetImporter implements Importer {

    private static final Set<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SIGNS =
            Arrays.stream(Operator.values()).map(Operator::sign).collect(Collectors.toUnmodifiableSet());

    @Language("SQL")
    private static final String STORE = """
            insert into plan.target
                (document, indicator, tier, year, operator, value, unit, universe, not_comparable, not_comparable_en, note,
                 source, confidence)
            values (:document, :indicator, :tier, :year, :operator, :value, :unit, :universe, :notComparable,
                    :notComparableEn, :note, :source, :confidence)
            """;

    private final TableWriter tables;

    TargetImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "plan/target";
    }

    /** The columns of a table of targets. */
    public static final List<String> COLUMNS = List.of(
            "document",
            "indicator",
            "tier",
            "year",
            "operator",
            "value",
            "unit",
            "universe",
            "not_comparable",
            "not_comparable_en",
            "note",
            "source",
            "confidence");

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> after() {
        return List.of(DocumentImporter.TABLE, IndicatorImporter.TABLE);
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> documents = tables.keys("select key from plan.document");
        Set<String> indicators = tables.keys("select key from plan.indicator");
        List<TargetRow> targets =
                rows.stream().map(row -> read(row, documents, indicators)).toList();
        tables.replace("delete from plan.target", STORE, targets);
    }

    /** Reads one row; what is wrong with it is refused there. */
    public static TargetRow read(ReferenceRow row, Set<String> documents, Set<String> indicators) {
        return new TargetRow(
                row.keyOf("document", documents),
                row.keyOf("indicator", indicators),
                row.oneOf("tier", LEVELS),
                row.integer("year"),
                row.oneOf("operator", SIGNS),
                row.optionalDecimal("value").orElse(null),
                row.text("unit"),
                number(row, "universe"),
                row.optionalText("not_comparable").orElse(null),
                row.optionalText("not_comparable_en").orElse(null),
                row.optionalText("note").orElse(null),
                row.text("source"),
                row.confidence());
    }

    static @Nullable Integer number(ReferenceRow row, String column) {
        Optional<BigDecimal> number = row.optionalDecimal(column);
        return number.map(BigDecimal::intValue).orElse(null);
    }
}

package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.expression.Declarations;
import vn.haidang.expression.Expression;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.ValueType;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the catalogue of indicators; the order of the file is the order in which they are shown. */
@Component
class DefinitionImporter implements Importer {

    private static final Pattern RATIO = Pattern.compile("[a-z][a-z0-9_-]*/[a-z][a-z0-9_-]*");
    private static final Pattern PARTS =
            Pattern.compile("[a-z][a-z0-9_]*=[a-z][a-z0-9/-]*( [a-z][a-z0-9_]*=[a-z][a-z0-9/-]*)*");
    private static final int MOST_DIGITS = 6;

    private record Row(
            String code,
            int version,
            int position,
            String name,
            String nameEn,
            String meaning,
            String meaningEn,
            String combine,
            @Nullable String measure,
            String parts,
            @Nullable String formula,
            String unit,
            int digits,
            String better,
            String changed,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String CLEAR = "delete from indicator.definition";

    @Language("SQL")
    private static final String STORE = """
            insert into indicator.definition (
              code, version, position, name, name_en, meaning, meaning_en, combine, measure, parts, formula, unit, digits, better,
              changed, valid, source, confidence)
            values (
              :code, :version, :position, :name, :nameEn, :meaning, :meaningEn, :combine, :measure, :parts, :formula, :unit,
              :digits, :better, :changed, daterange(:validFrom, :validTo), :source, :confidence)
            """;

    private final TableWriter tables;

    DefinitionImporter(TableWriter tables) {
        this.tables = tables;
    }

    /** The indicators an index is made of, by the names its formula uses. */
    static Map<String, String> parts(String written) {
        return java.util.Arrays.stream(written.split(" "))
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf('=')),
                        part -> part.substring(part.indexOf('=') + 1),
                        (first, again) -> again));
    }

    /** A formula over parts, each a number. */
    static Expression formula(String formula, Set<String> names) {
        return Expression.read(
                formula,
                new Declarations(
                        names.stream().collect(Collectors.toMap(Function.identity(), name -> ValueType.NUMBER))));
    }

    @Override
    public String table() {
        return "indicator/definition";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "version",
                "name",
                "name_en",
                "meaning",
                "meaning_en",
                "combine",
                "measure",
                "parts",
                "formula",
                "unit",
                "digits",
                "better",
                "changed",
                "valid_from",
                "valid_to",
                "source",
                "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        var codes = rows.stream().map(row -> row.text("code")).collect(Collectors.toSet());
        var versions = new HashMap<String, ReferenceRow>();
        rows.forEach(row -> {
            if (versions.put(row.text("code") + ' ' + row.text("version"), row) != null) {
                row.refuse("version", "indicator.refused.version-twice");
            }
        });
        tables.replace(
                CLEAR,
                STORE,
                IntStream.range(0, rows.size())
                        .mapToObj(position -> row(rows.get(position), position, codes))
                        .toList());
    }

    private static Row row(ReferenceRow row, int position, Set<String> codes) {
        var combine = row.oneOf("combine", Set.of("amount", "ratio", "index"));
        var parts = row.text("parts");
        var measure = row.optionalText("measure").orElse(null);
        var formula = row.optionalText("formula").orElse(null);
        if (combine.equals("index") != (measure == null)) {
            row.refuse("measure", "indicator.refused.measure");
        }
        if (combine.equals("ratio") && !RATIO.matcher(parts).matches()) {
            row.refuse("parts", "indicator.refused.parts");
        }
        if (combine.equals("index")) {
            check(row, parts, formula, codes);
        } else if (formula != null) {
            row.refuse("formula", "indicator.refused.formula");
        }
        var digits = row.integer("digits");
        if (digits < 0 || digits > MOST_DIGITS) {
            row.refuse("digits", "indicator.refused.digits");
        }
        var validity = row.validity();
        return new Row(
                row.text("code"),
                row.integer("version"),
                position,
                row.text("name"),
                row.text("name_en"),
                row.text("meaning"),
                row.text("meaning_en"),
                combine,
                measure,
                parts,
                formula,
                row.text("unit"),
                digits,
                row.oneOf("better", Set.of("higher", "lower", "neither")),
                row.oneOf("changed", Set.of("first", "definition", "rule", "restated")),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }

    /** An index is made of indicators that are no index themselves, so that nothing is made of itself. */
    private static void check(ReferenceRow row, String written, @Nullable String formula, Set<String> codes) {
        if (!PARTS.matcher(written).matches()) {
            row.refuse("parts", "indicator.refused.parts");
            return;
        }
        var parts = parts(written);
        for (var part : parts.values()) {
            if (!codes.contains(part) || part.equals(row.text("code"))) {
                row.refuse("parts", "reference.refused.unknown-key", part);
            }
        }
        try {
            if (formula == null || formula(formula, parts.keySet()).type() != ValueType.NUMBER) {
                row.refuse("formula", "indicator.refused.formula");
            }
        } catch (ExpressionRefused refused) {
            row.refuse("formula", "indicator.refused.formula");
        }
    }
}

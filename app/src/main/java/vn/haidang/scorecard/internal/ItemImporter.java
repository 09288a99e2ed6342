package vn.haidang.scorecard.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Indicators;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;
import vn.haidang.scorecard.Amount;
import vn.haidang.scorecard.Amount.Term;
import vn.haidang.scorecard.ScoreSheet.OfNothing;
import vn.haidang.scorecard.ScoreSheet.Unknown;

/** Loads the items of sheets in the order of the file; one that is reckoned names components that exist. */
@Component
class ItemImporter implements Importer {

    private static final Set<String> OF_NOTHING =
            Arrays.stream(OfNothing.values()).map(OfNothing::code).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> UNKNOWN =
            Arrays.stream(Unknown.values()).map(Unknown::code).collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Row(
            String sheet,
            String code,
            int ordinal,
            String section,
            @Nullable String metric,
            String name,
            String nameEn,
            @Nullable BigDecimal points,
            BigDecimal fullAt,
            String communes,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String otherNumerator,
            @Nullable String otherDenominator,
            String ofNothing,
            @Nullable String unknown,
            @Nullable String note,
            @Nullable String noteEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String STORE = """
            insert into scorecard.item (sheet, code, validity, ordinal, section, metric, name, name_en, points, full_at, communes,
              numerator, denominator, other_numerator, other_denominator, of_nothing, unknown, note, note_en, source, confidence)
            values (:sheet, :code, daterange(:validFrom, :validTo), :ordinal, :section, :metric, :name, :nameEn, :points, :fullAt,
              :communes, :numerator, :denominator, :otherNumerator, :otherDenominator, :ofNothing, :unknown, :note, :noteEn, :source, :confidence)
            """;

    private final TableWriter tables;
    private final Indicators indicators;

    ItemImporter(TableWriter tables, Indicators indicators) {
        this.tables = tables;
        this.indicators = indicators;
    }

    @Override
    public String table() {
        return "scorecard/item";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "sheet",
                "code",
                "section",
                "metric",
                "name",
                "name_en",
                "points",
                "full_at",
                "communes",
                "numerator",
                "denominator",
                "other_numerator",
                "other_denominator",
                "of_nothing",
                "unknown",
                "note",
                "note_en",
                "valid_from",
                "valid_to",
                "source",
                "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(SectionImporter.TABLE);
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> sheets = tables.keys("select code from scorecard.sheet");
        Set<String> sections = tables.keys("select code from scorecard.section");
        tables.replace(
                "delete from scorecard.item",
                STORE,
                IntStream.range(0, rows.size())
                        .mapToObj(position -> row(rows.get(position), position + 1, sheets, sections))
                        .toList());
    }

    private Row row(ReferenceRow row, int ordinal, Set<String> sheets, Set<String> sections) {
        String numerator = amount(row, "numerator");
        String denominator = amount(row, "denominator");
        String unknown = row.optionalText("unknown").isPresent() ? row.oneOf("unknown", UNKNOWN) : null;
        if ((numerator == null) != (denominator == null) || (numerator == null) == (unknown == null)) {
            row.refuse("unknown", "scorecard.refused.known-or-why-not");
        }
        String otherNumerator = amount(row, "other_numerator");
        String otherDenominator = amount(row, "other_denominator");
        if ((otherNumerator == null) != (otherDenominator == null) || (otherNumerator != null && numerator == null)) {
            row.refuse("other_numerator", "scorecard.refused.other-whole");
        }
        BigDecimal fullAt = row.optionalDecimal("full_at").orElse(HUNDRED);
        if (fullAt.signum() <= 0 || fullAt.compareTo(HUNDRED) > 0) {
            row.refuse("full_at", "scorecard.refused.full-at");
        }
        var validity = row.validity();
        return new Row(
                row.keyOf("sheet", sheets),
                row.text("code"),
                ordinal,
                row.keyOf("section", sections),
                row.optionalText("metric").orElse(null),
                row.text("name"),
                row.text("name_en"),
                row.optionalText("points").isPresent() ? SheetImporter.points(row) : null,
                fullAt,
                row.oneOf("communes", Set.of("apply", "full")),
                numerator,
                denominator,
                otherNumerator,
                otherDenominator,
                row.oneOf("of_nothing", OF_NOTHING),
                unknown,
                row.optionalText("note").orElse(null),
                row.optionalText("note_en").orElse(null),
                validity.from(),
                validity.to(),
                row.text("source"),
                row.confidence());
    }

    private @Nullable String amount(ReferenceRow row, String column) {
        Optional<String> written = row.optionalText(column);
        written.ifPresent(text -> {
            try {
                Amount.read(text).terms().stream()
                        .filter(term -> !exists(term))
                        .forEach(term -> row.refuse(column, "scorecard.refused.component", term.component()));
            } catch (IllegalArgumentException malformed) {
                row.refuse(column, "scorecard.refused.amount");
            }
        });
        return written.orElse(null);
    }

    /** Whether a module of this program counts it. */
    private boolean exists(Term term) {
        return indicators.catalogue().stream()
                .filter(measure -> measure.code().equals(term.measure()))
                .anyMatch(measure -> measure.components().stream()
                                .anyMatch(component -> component.code().equals(term.component()))
                        && (term.member() == null || measure.tellsApart(term.member())));
    }
}

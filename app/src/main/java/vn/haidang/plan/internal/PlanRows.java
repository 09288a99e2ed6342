package vn.haidang.plan.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.Tier;
import vn.haidang.plan.Confidence;
import vn.haidang.plan.PlanDocument;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.Target;
import vn.haidang.plan.Target.Level;
import vn.haidang.plan.Target.NotComparable;
import vn.haidang.plan.Target.Operator;

/** The SQL of documents, indicators and targets. */
@Component
public class PlanRows {

    @Language("SQL")
    private static final String DOCUMENTS = """
            select key, number, issued_on, title, title_en, issuer, note, source, confidence
            from plan.document
            order by issued_on nulls last, key
            """;

    @Language("SQL")
    private static final String INDICATORS = """
            select key, name, name_en, unit, measure, note, source, confidence
            from plan.indicator
            order by position
            """;

    @Language("SQL")
    private static final String TARGETS = """
            select t.document, t.indicator, t.tier, t.year, t.operator, t.value, t.unit, t.universe, t.not_comparable,
                   t.not_comparable_en, t.note, t.source, t.confidence
            from plan.target t
            join plan.document d on d.key = t.document
            order by t.tier, t.year, d.issued_on nulls last, t.document
            """;

    @Language("SQL")
    private static final String LAST_DAYS = """
            select tier, max(upper(valid)) - 1 as last_day
            from organization.pub_unit
            group by tier
            having not bool_or(upper_inf(valid))
            """;

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By day of issue; those of an unknown day last. */
    public List<PlanDocument> documents() {
        return jdbc.sql(DOCUMENTS)
                .query((row, number) -> new PlanDocument(
                        row.getString("key"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("title"),
                        row.getString("title_en"),
                        row.getString("issuer"),
                        row.getString("note"),
                        row.getString("source"),
                        Confidence.valueOf(row.getString("confidence"))))
                .list();
    }

    List<PlanIndicator> indicators() {
        return jdbc.sql(INDICATORS)
                .query((row, number) -> new PlanIndicator(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("unit"),
                        Optional.ofNullable(row.getString("measure"))
                                .map(MeasureCode::new)
                                .orElse(null),
                        row.getString("note"),
                        row.getString("source"),
                        Confidence.valueOf(row.getString("confidence"))))
                .list();
    }

    /** By level, year and day of issue. */
    List<Target> targets() {
        Map<String, PlanDocument> documents =
                documents().stream().collect(Collectors.toMap(PlanDocument::key, Function.identity()));
        return jdbc.sql(TARGETS)
                .query((row, number) -> target(row, documents.get(row.getString("document"))))
                .list();
    }

    /** The last day of each tier that is known to end. */
    Map<Tier, LocalDate> lastDays() {
        return jdbc
                .sql(LAST_DAYS)
                .query((row, number) ->
                        Map.entry(Tier.valueOf(row.getString("tier")), row.getObject("last_day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Target target(ResultSet row, @Nullable PlanDocument document) throws SQLException {
        if (document == null) {
            throw new SQLException("target without document");
        }
        String reason = row.getString("not_comparable");
        var value = row.getBigDecimal("value");
        return new Target(
                document,
                row.getString("indicator"),
                Level.valueOf(row.getString("tier")),
                row.getInt("year"),
                Operator.of(row.getString("operator")),
                value == null ? null : value.stripTrailingZeros(),
                row.getString("unit"),
                row.getObject("universe", Integer.class),
                reason == null ? null : new NotComparable(reason, row.getString("not_comparable_en")),
                row.getString("note"),
                row.getString("source"),
                Confidence.valueOf(row.getString("confidence")));
    }
}

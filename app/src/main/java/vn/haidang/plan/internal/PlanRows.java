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

    /** A shipped document is as it is shipped, whatever was declared under its key before. */
    @Language("SQL")
    private static final String DOCUMENTS = """
            select key, number, issued_on, title, title_en, issuer, note, source, confidence
            from plan.document
            union all
            select d.key, d.number, d.issued_on, d.title, d.title_en, d.issuer, d.note, d.source, d.confidence
            from plan.declared_document d
            where not exists (select from plan.document s where s.key = d.key)
            order by issued_on nulls last, key
            """;

    @Language("SQL")
    private static final String INDICATORS = """
            select key, name, name_en, unit, measure, note, source, confidence
            from plan.indicator
            order by position
            """;

    /** What is drafted, if asked for, before what is declared, before what is shipped. */
    @Language("SQL")
    private static final String TARGETS = """
            with layer as (
              select 3 as depth, false as gone, s.document, s.indicator, s.tier, s.year, s.operator, s.value, s.unit, s.universe,
                s.not_comparable, s.not_comparable_en, s.note, s.source, s.confidence
              from plan.target s
              union all
              select 2, d.withdrawn, d.document, d.indicator, d.tier, d.year, d.operator, d.value, d.unit, d.universe,
                d.not_comparable, d.not_comparable_en, d.note, d.source, d.confidence
              from plan.declared_target d
              where not exists (
                select from plan.draft_target r
                where :draft and r.edit = 'RESTORE'
                  and (r.document, r.indicator, r.tier, r.year) = (d.document, d.indicator, d.tier, d.year))
              union all
              select 1, r.edit = 'WITHDRAW', r.document, r.indicator, r.tier, r.year, r.operator, r.value, r.unit, r.universe,
                r.not_comparable, r.not_comparable_en, r.note, r.source, r.confidence
              from plan.draft_target r
              where :draft and r.edit <> 'RESTORE'
            ), top as (
              select distinct on (l.document, l.indicator, l.tier, l.year)
                l.gone, l.document, l.indicator, l.tier, l.year, l.operator, l.value, l.unit, l.universe, l.not_comparable,
                l.not_comparable_en, l.note, l.source, l.confidence
              from layer l
              order by l.document, l.indicator, l.tier, l.year, l.depth
            ), paper as (
              select key, issued_on from plan.document
              union
              select d.key, d.issued_on from plan.declared_document d
              where not exists (select from plan.document s where s.key = d.key)
            )
            select t.document, t.indicator, t.tier, t.year, t.operator, t.value, t.unit, t.universe, t.not_comparable,
                   t.not_comparable_en, t.note, t.source, t.confidence
            from top t
            join paper d on d.key = t.document
            where not t.gone
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

    public List<PlanIndicator> indicators() {
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

    /**
     * By level, year and day of issue.
     *
     * @param draft as they would be with what is drafted
     */
    List<Target> targets(boolean draft) {
        Map<String, PlanDocument> documents =
                documents().stream().collect(Collectors.toMap(PlanDocument::key, Function.identity()));
        return jdbc.sql(TARGETS)
                .param("draft", draft)
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

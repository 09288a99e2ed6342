package vn.haidang.plan.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.plan.PlanDocument;
import vn.haidang.reference.TableWriter;

/** Changes of targets: drafted, then declared. What is declared comes before what is shipped. */
@Component
public class DraftRows {

    /** What an edit does to a target. */
    public enum Edit {
        SET,
        WITHDRAW,
        /** Back to what is shipped. */
        RESTORE
    }

    /** One change of the draft. */
    public record Line(Edit edit, TargetRow target) {}

    private static final String COLUMNS = """
            document, indicator, tier, year, operator, value, unit, universe, not_comparable, not_comparable_en, note, source,
            confidence""";

    @Language("SQL")
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('plan.draft_target'))";

    private static final String DRAFT =
            "select edit, " + COLUMNS + " from plan.draft_target order by indicator, tier, year, document";

    private static final String SHIPPED = "select " + COLUMNS + " from plan.target";

    private static final String DECLARED = "select " + COLUMNS + " from plan.declared_target";

    private static final String ONE =
            " where document = :document and indicator = :indicator and tier = :tier and year = :year";

    @Language("SQL")
    private static final String DROP = """
            delete from plan.draft_target
            where document = :document and indicator = :indicator and tier = :tier and year = :year
            """;

    @Language("SQL")
    private static final String SET = """
            insert into plan.draft_target
                (document, indicator, tier, year, operator, value, unit, universe, not_comparable, not_comparable_en, note,
                 source, confidence, edit)
            values (:document, :indicator, :tier, :year, :operator, :value, :unit, :universe, :notComparable,
                    :notComparableEn, :note, :source, :confidence, 'SET')
            """;

    @Language("SQL")
    private static final String MARK = """
            update plan.draft_target set edit = :edit
            where document = :document and indicator = :indicator and tier = :tier and year = :year
            """;

    @Language("SQL")
    private static final String DECLARE = """
            insert into plan.declared_target
                (document, indicator, tier, year, operator, value, unit, universe, not_comparable, not_comparable_en, note,
                 source, confidence, withdrawn, declared_at)
            select document, indicator, tier, year, operator, value, unit, universe, not_comparable, not_comparable_en, note,
                   source, confidence, edit = 'WITHDRAW', :at
            from plan.draft_target
            where edit <> 'RESTORE'
            on conflict (document, indicator, tier, year) do update
            set operator = excluded.operator, value = excluded.value, unit = excluded.unit, universe = excluded.universe,
                not_comparable = excluded.not_comparable, not_comparable_en = excluded.not_comparable_en,
                note = excluded.note, source = excluded.source, confidence = excluded.confidence,
                withdrawn = excluded.withdrawn, declared_at = excluded.declared_at
            """;

    @Language("SQL")
    private static final String RESTORE = """
            delete from plan.declared_target d
            using plan.draft_target r
            where r.edit = 'RESTORE'
              and (d.document, d.indicator, d.tier, d.year) = (r.document, r.indicator, r.tier, r.year)
            """;

    @Language("SQL")
    private static final String CLEAR = "delete from plan.draft_target";

    @Language("SQL")
    private static final String DOCUMENT = """
            insert into plan.declared_document
                (key, number, issued_on, title, title_en, issuer, note, source, confidence, declared_at)
            values (:key, :number, :issued, :title, :titleEn, :issuer, :note, :source, :confidence, :at)
            """;

    private final JdbcClient jdbc;
    private final TableWriter tables;
    private final Clock clock;

    DraftRows(JdbcClient jdbc, TableWriter tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    /** One administrator at a time, until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> "").list();
    }

    public List<Line> draft() {
        return jdbc.sql(DRAFT)
                .query((row, number) -> new Line(Edit.valueOf(row.getString("edit")), target(row)))
                .list();
    }

    /** As it is declared, else as it is shipped. */
    public Optional<TargetRow> find(TargetRow.Key key) {
        return declared(key).or(() -> shipped(key));
    }

    public Optional<TargetRow> declared(TargetRow.Key key) {
        return one(DECLARED, key);
    }

    public Optional<TargetRow> shipped(TargetRow.Key key) {
        return one(SHIPPED, key);
    }

    private Optional<TargetRow> one(String select, TargetRow.Key key) {
        return keyed(select + ONE, key).query((row, number) -> target(row)).optional();
    }

    /** Instead of what the draft said of these targets. */
    void set(Collection<TargetRow> targets) {
        targets.forEach(target -> drop(target.key()));
        tables.write(SET, targets);
    }

    void mark(TargetRow target, Edit edit) {
        set(List.of(target));
        keyed(MARK, target.key()).param("edit", edit.name()).update();
    }

    void drop(TargetRow.Key key) {
        keyed(DROP, key).update();
    }

    void publish() {
        jdbc.sql(DECLARE).param("at", now()).update();
        jdbc.sql(RESTORE).update();
        clear();
    }

    void clear() {
        jdbc.sql(CLEAR).update();
    }

    void declare(PlanDocument document) {
        jdbc.sql(DOCUMENT)
                .param("key", document.key())
                .param("number", document.number())
                .param("issued", document.issuedOn())
                .param("title", document.title())
                .param("titleEn", document.titleEn())
                .param("issuer", document.issuer())
                .param("note", document.note())
                .param("source", document.source())
                .param("confidence", document.confidence().name())
                .param("at", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private JdbcClient.StatementSpec keyed(String sql, TargetRow.Key key) {
        return jdbc.sql(sql)
                .param("document", key.document())
                .param("indicator", key.indicator())
                .param("tier", key.tier())
                .param("year", key.year());
    }

    private static TargetRow target(ResultSet row) throws SQLException {
        return new TargetRow(
                row.getString("document"),
                row.getString("indicator"),
                row.getString("tier"),
                row.getInt("year"),
                row.getString("operator"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getObject("universe", Integer.class),
                row.getString("not_comparable"),
                row.getString("not_comparable_en"),
                row.getString("note"),
                row.getString("source"),
                row.getString("confidence"));
    }
}

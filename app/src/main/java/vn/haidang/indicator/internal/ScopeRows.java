package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.UnitScope;
import vn.haidang.organization.UnitId;

/** Which units answer a question and which a figure opens down to, by the organization's published views. */
@Component
public class ScopeRows {

    /**
     * A part of statements that ask {@code question}s by number, unit, tier and tree: the units that answer each of them, and on
     * which days what they say counts. Questions about the same units are one line, so these are looked for once.
     */
    static final String SCOPE = """
            line as materialized (
              select row_number() over () as number, d.unit, d.tier, d.basis
              from (select distinct q.unit, q.tier, q.tree as basis from question q) d
            ),
            """ + SeriesScope.SCOPE + """
            , scope as materialized (
              select q.number, g.unit, g.counts as valid
              from question q
              join line l on l.unit = q.unit and l.basis = q.tree and l.tier is not distinct from q.tier
              join ground g on g.number = l.number
              where g.share is not null
            )
            """;

    @Language("SQL")
    private static final String CHILDREN = """
            select c.id
            from (
              select distinct u.id, u.name, u.key
              from organization.pub_descendant d
              join organization.pub_unit u on u.id = d.descendant
              where d.ancestor = :unit
                and d.distance = 1
                and d.valid && daterange(:first, :last, '[]')
                and (
                  cast(:tier as text) is null
                  or exists (
                    select
                    from organization.pub_descendant b
                    join organization.pub_unit t on t.id = b.descendant
                    where b.ancestor = u.id and b.valid && daterange(:first, :last, '[]') and t.tier = :tier))) c
            order by c.name, c.key
            """;

    private final JdbcClient database;

    ScopeRows(JdbcClient database) {
        this.database = database;
    }

    /** The units whose facts a scope counts, and the days. */
    public Ground ground(UnitScope scope, LocalDate today) {
        return new Ground(database.sql("""
                with question as materialized (
                  select 0 as number, cast(:unit as uuid) as unit, cast(:tier as text) as tier, cast(:tree as text) as tree
                ),
                """ + SCOPE + """
                select s.unit, lower(s.valid) as first, upper(s.valid) - 1 as last
                from scope s
                order by s.unit, lower(s.valid)
                """)
                .param("unit", scope.unit().value())
                .param("tier", scope.tier() == null ? null : scope.tier().name(), java.sql.Types.VARCHAR)
                .param("tree", scope.tree().name())
                .param("today", today)
                .query((row, number) -> new Ground.Plot(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list());
    }

    /** Binds the columns of {@code question} that {@link #SCOPE} and the days of a statement stand on. */
    static <Q> JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec statement,
            List<Q> questions,
            Function<Q, UnitScope> scope,
            Function<Q, DayRange> days,
            Function<Q, @Nullable LocalDate> knownOn) {
        return statement
                .param("numbers", SqlArrays.numbers(questions))
                .param(
                        "units",
                        SqlArrays.texts(
                                questions, each -> scope.apply(each).unit().value()))
                .param(
                        "tiers",
                        SqlArrays.texts(questions, each -> scope.apply(each).tier()))
                .param(
                        "trees",
                        SqlArrays.texts(questions, each -> scope.apply(each).tree()))
                .param(
                        "firsts",
                        SqlArrays.texts(questions, each -> days.apply(each).first()))
                .param(
                        "lasts",
                        SqlArrays.texts(questions, each -> days.apply(each).last()))
                .param("knownOns", SqlArrays.texts(questions, knownOn));
    }

    /** The children that can answer, by name. */
    public List<UnitId> children(UnitScope scope, DayRange days, LocalDate today) {
        var asked = switch (scope.tree()) {
            case AS_IT_WAS -> days;
            case TODAY, GROUP -> new DayRange(today, today);
        };
        return database.sql(CHILDREN)
                .param("unit", scope.unit().value())
                .param("first", asked.first())
                .param("last", asked.last())
                .param("tier", scope.tier() == null ? null : scope.tier().name(), java.sql.Types.VARCHAR)
                .query((row, number) -> new UnitId(row.getObject("id", UUID.class)))
                .list();
    }
}

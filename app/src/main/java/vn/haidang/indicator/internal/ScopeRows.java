package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.UnitScope;
import vn.haidang.organization.UnitId;

/** Which units answer a question and which a figure opens down to, by the organization's published views. */
@Component
public class ScopeRows {

    /**
     * A part of statements that ask {@code question}s by number, unit, tier and tree: the units that answer each of them, and on
     * which days what they say counts.
     */
    static final String SCOPE = """
            scope as materialized (
              select q.number, d.descendant as unit, d.valid
              from question q
              join organization.pub_descendant d on d.ancestor = q.unit
              join organization.pub_unit u on u.id = d.descendant and (q.tier is null or u.tier = q.tier)
              where q.tree = 'AS_IT_WAS'
              union all
              select q.number, t.unit, daterange(null, null)
              from question q
              cross join organization.pub_today t
              left join organization.pub_descendant d
                on d.ancestor = q.unit and d.descendant = t.today and d.valid @> cast(:today as date)
              left join organization.pub_unit u on u.id = t.today
              where q.tree = 'TODAY'
              group by q.number, t.unit
              having bool_and(d.descendant is not null and (q.tier is null or u.tier = q.tier))
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

    /** The children that can answer, by name. */
    public List<UnitId> children(UnitScope scope, DayRange days, LocalDate today) {
        var asked = switch (scope.tree()) {
            case AS_IT_WAS -> days;
            case TODAY -> new DayRange(today, today);
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

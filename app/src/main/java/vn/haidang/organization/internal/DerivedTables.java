package vn.haidang.organization.internal;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rebuilds what follows from units and successions: the tree, its closure, continuations, what holds a unit after its end. */
@Component
class DerivedTables {

    /** What is told beside the row of a unit goes before what its row says; a parent holds while it lives. */
    @Language("SQL")
    private static final String BUILD_TREE = """
            with stands as (
              select s.unit, s.parent, s.valid from organization.unit_stood s
              union all
              select u.id, u.parent, r.span
              from organization.unit u
              cross join lateral (
                select unnest(datemultirange(u.valid) - coalesce(
                  (select range_agg(s.valid) from organization.unit_stood s where s.unit = u.id),
                  cast('{}' as datemultirange))) as span) r
              where u.parent is not null
            )
            insert into organization.unit_parent (unit, parent, valid)
            select s.unit, s.parent, s.valid * u.valid * p.valid
            from stands s
            join organization.unit u on u.id = s.unit
            join organization.unit p on p.id = s.parent
            where not isempty(s.valid * u.valid * p.valid)
            """;

    @Language("SQL")
    private static final String BUILD_CLOSURE = """
            with recursive under as (
              select u.id as ancestor, u.id as descendant, 0 as distance, u.valid from organization.unit u
              union all
              select t.ancestor, p.unit, t.distance + 1, t.valid * p.valid
              from under t
              join organization.unit_parent p on p.parent = t.descendant and p.valid && t.valid
              where t.distance < 12
            )
            insert into organization.descendant (ancestor, descendant, distance, valid)
            select t.ancestor, t.descendant, t.distance, t.valid from under t
            """;

    /** By established steps only; the shares of all ways to one unit add up. */
    @Language("SQL")
    private static final String BUILD_CONTINUATION = """
            with recursive became as (
              select u.id as unit, u.id as continued_by, true as whole, cast(1 as numeric) as share from organization.unit u
              union all
              select b.unit, s.to_unit, b.whole and s.extent = 'whole',
                b.share * case when s.extent = 'whole' then 1 else w.share end
              from became b
              join organization.succession s
                on s.from_unit = b.continued_by and s.to_unit is not null and s.extent in ('whole', 'part')
              left join organization.weight w on w.from_unit = s.from_unit and w.to_unit = s.to_unit
            )
            insert into organization.continuation (unit, continued_by, whole, during, share)
            select b.unit, b.continued_by, bool_and(b.whole), u.valid,
              case when bool_and(b.share is not null) then sum(b.share) end
            from became b
            join organization.unit u on u.id = b.continued_by
            group by b.unit, b.continued_by, u.valid
            """;

    @Language("SQL")
    private static final String BUILD_CONTAINER = """
            with recursive next as (
              select u.id as unit, coalesce(s.to_unit, p.parent) as within
              from organization.unit u
              left join organization.succession s
                on s.from_unit = u.id and s.to_unit is not null and s.extent = 'whole'
              left join organization.unit_parent p on p.unit = u.id and upper(p.valid) = upper(u.valid)
              where not upper_inf(u.valid)
            ), held as (
              select u.id as unit, u.id as within, 0 as step from organization.unit u
              union all
              select h.unit, n.within, h.step + 1
              from held h
              join next n on n.unit = h.within and n.within is not null
              where h.step < 24
            )
            insert into organization.container (unit, within, step, during)
            select h.unit, h.within, h.step, u.valid
            from held h
            join organization.unit u on u.id = h.within
            """;

    @Language("SQL")
    private static final String TELL_PRESENT = """
            with asked as (
              select u.id, case
                  when upper(u.valid) <= p.day then upper(u.valid) - 1
                  when lower(u.valid) > p.day then lower(u.valid)
                  else p.day end as day
              from organization.unit u
              cross join organization.present p
            ), told as (
              select a.id, coalesce(n.name, u.name) as name, coalesce(n.name_en, u.name_en) as name_en,
                coalesce(n.kind, u.kind) as kind, p.parent
              from asked a
              join organization.unit u on u.id = a.id
              left join organization.unit_name n on n.unit = a.id and n.valid @> a.day
              left join organization.unit_parent p on p.unit = a.id and p.valid @> a.day
            )
            update organization.unit u
            set name_now = t.name, name_en_now = t.name_en, kind_now = t.kind, last_parent = t.parent
            from told t
            where t.id = u.id
              and (u.name_now, u.name_en_now, u.kind_now, u.last_parent)
                is distinct from (t.name, t.name_en, t.kind, t.parent)
            """;

    private static final List<String> CLEAR = List.of(
            "delete from organization.unit_parent",
            "delete from organization.descendant",
            "delete from organization.continuation",
            "delete from organization.container");

    private final JdbcClient jdbc;
    private final ComparableAreas areas;
    private final Revisions revisions;

    DerivedTables(JdbcClient jdbc, ComparableAreas areas, Revisions revisions) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.revisions = revisions;
    }

    /** In the transaction that changed units or successions. */
    void rebuild() {
        CLEAR.forEach(sql -> jdbc.sql(sql).update());
        jdbc.sql(BUILD_TREE).update();
        jdbc.sql(BUILD_CLOSURE).update();
        jdbc.sql(BUILD_CONTINUATION).update();
        jdbc.sql(BUILD_CONTAINER).update();
        areas.rebuild();
        tellPresent();
    }

    /** Names, kinds and parents as of the present day, for published views. */
    void tellPresent() {
        jdbc.sql(TELL_PRESENT).update();
        revisions.next();
    }
}

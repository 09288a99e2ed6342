package vn.haidang.indicator.internal;

import org.intellij.lang.annotations.Language;

/** Which units answer a line of a series, on which days their facts count, and how much of them. */
final class SeriesScope {

    private SeriesScope() {}

    /**
     * A part of statements that ask {@code line}s by number, unit, tier and basis. parent: the lines about a unit that has others under
     * it, whose comparable groups lie within it. under: what lives under the unit today. inside:
     * those of the tier. spread: into how many of today's units each unit went. ground: days on which facts count, the unit's life,
     * and its share; as the tree was, what is told of a unit after its end counts where it stood last; no share where it was divided and nothing says how. many is one row, but the planner takes it for ten: then
     * it joins the ground by hashes even where tables have no statistics, and never loops over it.
     */
    @Language("SQL")
    static final String SCOPE = """
            parent as materialized (
              select distinct l.number
              from line l
              join organization.pub_descendant d
                on d.ancestor = l.unit and d.distance > 0 and d.valid @> cast(:today as date)
              where l.basis = 'GROUP'
            ), under as materialized (
              select l.number, l.basis, l.tier, d.descendant as today
              from line l
              join organization.pub_descendant d on d.ancestor = l.unit and d.valid @> cast(:today as date)
              where l.basis in ('TODAY', 'WEIGHTED') or exists (select from parent p where p.number = l.number)
            ), inside as materialized (
              select n.number, n.basis, n.today
              from under n
              join organization.pub_unit u on u.id = n.today and (n.tier is null or u.tier = n.tier)
            ), spread as materialized (
              select s.unit, count(*) as ways
              from organization.pub_share s
              group by s.unit
            ), ground as materialized (
              select g.number, g.unit, g.counts, g.life, g.share
              from (
              select l.number, d.descendant as unit,
                case when upper(d.valid) = upper(u.valid) then daterange(lower(d.valid), null) else d.valid end as counts,
                d.valid as life, cast(1 as numeric) as share
              from line l
              join organization.pub_descendant d on d.ancestor = l.unit
              join organization.pub_unit u on u.id = d.descendant and (l.tier is null or u.tier = l.tier)
              where l.basis = 'AS_IT_WAS'
              union all
              select l.number, m.unit, daterange(null, null), u.valid, cast(1 as numeric)
              from line l
              join organization.pub_comparable o on o.unit = l.unit
              join organization.pub_comparable m on m.area = o.area
              join organization.pub_unit u on u.id = m.unit
              where l.basis = 'GROUP' and not exists (select from parent p where p.number = l.number)
              union all
              select w.number, w.unit, daterange(null, null), u.valid,
                case
                  when w.ways = p.ways then cast(1 as numeric)
                  when w.basis = 'WEIGHTED' then w.share
                end
              from (
                select i.number, i.basis, s.unit, count(*) as ways,
                  case when bool_and(s.share is not null) then sum(s.share) end as share
                from inside i
                join organization.pub_share s on s.today = i.today
                group by i.number, i.basis, s.unit) w
              join spread p on p.unit = w.unit
              join organization.pub_unit u on u.id = w.unit
              union all
              select n.number, h.unit, daterange(null, null), u.valid, cast(1 as numeric)
              from under n
              join organization.pub_today_within h on h.within = n.today
              join organization.pub_unit u on u.id = h.unit and (n.tier is null or u.tier = n.tier)
              where not exists (select from spread p where p.unit = h.unit)) g
              cross join unnest(array(select 1)) many
            )
            """;
}

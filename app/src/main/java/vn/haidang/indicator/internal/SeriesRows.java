package vn.haidang.indicator.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Component.Aggregation;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.ReportingPeriod;

/** Answers all lines and periods of a page in one statement over cells and deltas. */
@Component
class SeriesRows {

    /** A line with one measure it is made of. */
    record Asked(Line line, Measure measure) {}

    /**
     * What the statement says of one line in one period.
     *
     * @param undivided how many units of the ground were divided without a declared weight
     * @param weighted how many stand for a share only
     */
    record Reading(
            Map<String, BigDecimal> components,
            boolean anyFact,
            int living,
            int recorded,
            int undivided,
            int weighted,
            int reporting,
            long late) {

        static final Reading NOTHING = new Reading(Map.of(), false, 0, 0, 0, 0, 0, 0);
    }

    /** Where a reading stands. */
    record Place(int asked, int period) {}

    @Language("SQL")
    private static final String LATE =
            "cast(date_trunc('month', cast(c.day as timestamp)) + interval '1 month' as date)";

    /**
     * span: the days of the runs on which a unit counts. stretch: those that are read by day. fact: folded and not yet folded, with
     * the number of the period. seen: what adds up to something. coverage: which units lived and were recorded here.
     */
    @Language("SQL")
    private static final String READ = """
            with line as materialized (
              select l.number, l.measure, l.unit, l.tier, l.basis, l.shown
              from unnest(
                  cast(:lines as int[]), cast(:measures as text[]), cast(:units as uuid[]), cast(:tiers as text[]),
                  cast(:bases as text[]), cast(:shown as text[])) as l (number, measure, unit, tier, basis, shown)
            ), part as materialized (
              select p.measure, p.component, p.kind, p.recorded_as, p.percent,
                string_to_array(nullif(p.wanted, ''), chr(31)) as wanted
              from unnest(
                  cast(:partMeasures as text[]), cast(:partComponents as text[]), cast(:partKinds as text[]),
                  cast(:partRecorded as text[]), cast(:partPercents as int[]), cast(:partWanted as text[]))
                as p (measure, component, kind, recorded_as, percent, wanted)
            ), period as materialized (
              select p.number, p.first, p.last
              from unnest(cast(:periods as int[]), cast(:firsts as date[]), cast(:lasts as date[])) as p (number, first, last)
            ), run as materialized (
              select coalesce(r.first, date '-infinity') as first, r.last, r.by_month, r.stock_only
              from unnest(
                  cast(:runFirsts as date[]), cast(:runLasts as date[]), cast(:runMonths as boolean[]),
                  cast(:runStocks as boolean[])) as r (first, last, by_month, stock_only)
            ),
            """ + SeriesScope.SCOPE + """
            , waiting as materialized (
              select d.measure, d.component, d.unit, d.day, d.breakdown, d.member, d.known_on, d.amount
              from indicator.delta d
              where d.measure = any (cast(:measures as text[]))
            ), kept as materialized (
              select k.measure, k.component, k.unit
              from (
                select u.measure, c.component, u.unit
                from (select distinct l.measure, s.unit from line l join ground s on s.number = l.number) u
                join (select distinct p.measure, p.recorded_as as component from part p) c
                  on c.measure = u.measure) k
              cross join unnest(array(select 1)) many
              where exists (
                select from indicator.cell c
                where c.measure = k.measure and c.component = k.component and c.unit = k.unit
                offset 0)
              union
              select w.measure, w.component, w.unit from waiting w
            ), span as materialized (
              select b.number, b.unit, b.share, b.measure, b.component, b.kind, b.recorded_as, b.first, b.last, m.from_month, m.to_month,
                b.by_month and m.from_month < m.to_month as by_month
              from (
                select s.number, s.unit, s.share, l.measure, a.component, a.kind, a.recorded_as,
                  r.by_month and a.kind <> 'NONE' as by_month,
                  greatest(r.first, coalesce(lower(s.counts), date '-infinity')) as first,
                  least(r.last, coalesce(upper(s.counts) - 1, r.last)) as last
                from ground s
                join line l on l.number = s.number
                join part a on a.measure = l.measure
                join kept k on k.measure = l.measure and k.component = a.recorded_as and k.unit = s.unit
                cross join run r
                where (a.kind = 'STOCK' or not r.stock_only) and (a.kind <> 'NONE' or s.unit = l.unit)) b
              cross join lateral (
                select
                  case when isfinite(b.first)
                    then date_trunc('month', b.first + interval '1 month' - interval '1 day')::date
                    else b.first end as from_month,
                  date_trunc('month', b.last + interval '1 day')::date as to_month) m
              where b.first <= b.last
            ), stretch as materialized (
              select s.number, s.unit, s.share, s.measure, s.component, s.kind, s.recorded_as, s.first, s.last
              from span s
              where not s.by_month
              union all
              select s.number, s.unit, s.share, s.measure, s.component, s.kind, s.recorded_as, s.first, s.from_month - 1
              from span s
              where s.by_month and s.first < s.from_month
              union all
              select s.number, s.unit, s.share, s.measure, s.component, s.kind, s.recorded_as, s.to_month, s.last
              from span s
              where s.by_month and s.to_month <= s.last
            ), dated as (
              select s.number, s.unit, s.share, s.component, s.kind, c.day, c.breakdown, c.member, c.amount
              from stretch s
              cross join lateral (
                select c.day, c.breakdown, c.member, c.amount
                from indicator.cell c
                where c.measure = s.measure and c.component = s.recorded_as and c.unit = s.unit
                  and c.day between s.first and s.last
                  and (cast(:knownOn as date) is null or c.known_on <= :knownOn)
                offset 0) c
              union all
              select s.number, s.unit, s.share, s.component, s.kind, c.month, c.breakdown, c.member, c.amount
              from span s
              cross join lateral (
                select c.month, c.breakdown, c.member, c.amount
                from indicator.month_cell c
                where c.measure = s.measure and c.component = s.recorded_as and c.unit = s.unit
                  and c.month >= s.from_month and c.month < s.to_month
                offset 0) c
              where s.by_month
              union all
              select s.number, s.unit, s.share, s.component, s.kind, c.day, c.breakdown, c.member, -c.amount
              from span s
              cross join lateral (
                select c.day, c.breakdown, c.member, c.amount
                from indicator.cell c
                where c.measure = s.measure and c.component = s.recorded_as and c.unit = s.unit
                  and c.day >= s.from_month and c.day < s.to_month and c.known_on > :knownOn
                  and c.known_on >= """ + LATE + """

                offset 0) c
              where s.by_month and cast(:knownOn as date) is not null
              union all
              select s.number, s.unit, s.share, s.component, s.kind, d.day, d.breakdown, d.member, d.amount
              from span s
              join waiting d
                on d.measure = s.measure and d.component = s.recorded_as and d.unit = s.unit
                and d.day between s.first and s.last
              where cast(:knownOn as date) is null or d.known_on <= :knownOn
            ), fact as materialized (
              select f.number, f.unit, f.share, f.component, f.kind, f.day, f.breakdown, f.member, f.amount, p.number as period
              from dated f
              join period p on p.number = width_bucket(f.day - 1, cast(:lasts as date[]))
                and (f.day >= p.first or f.kind = 'STOCK')
              where cast(:breakdown as text) is null or f.breakdown = :breakdown
            ), seen as (
              select t.number, t.period, count(distinct t.unit) filter (where t.kind <> 'STOCK') as reporting
              from (
                select f.number, f.period, f.component, f.kind, f.unit
                from fact f
                group by f.number, f.period, f.component, f.kind, f.unit, f.breakdown, f.member
                having sum(f.amount) <> 0) t
              group by t.number, t.period
            ), stock as (
              select s.number, s.component, s.period, sum(s.amount) as amount
              from (select f.number, f.component, f.period, f.amount * f.share as amount from fact f where f.kind = 'STOCK') s
              group by s.number, s.component, s.period
            ), present as (
              select m.number, m.component, m.period, m.member
              from (
                select f.number, f.component, f.period, f.member, f.breakdown, sum(f.amount) as total
                from fact f
                where f.kind = 'DISTINCT'
                group by f.number, f.component, f.period, f.member, f.breakdown) m
              join line l on l.number = m.number
              join part p on p.measure = l.measure and p.component = m.component
              group by m.number, m.component, m.period, m.member, p.wanted
              having case
                when p.wanted is null then sum(m.total) > 0
                else count(*) filter (where m.total > 0 and m.breakdown = any (p.wanted)) = cardinality(p.wanted)
              end
            ), ladder as (
              select v.number, v.component, v.period, v.step,
                sum(v.total) over (partition by v.number, v.component, v.period order by v.step) as up_to,
                sum(v.total) over (partition by v.number, v.component, v.period) as everything
              from (
                select f.number, f.component, f.period, cast(f.member as bigint) as step, sum(f.amount) as total
                from fact f
                where f.kind = 'PERCENTILE'
                group by f.number, f.component, f.period, cast(f.member as bigint)) v
            ), answer as (
              select f.number, f.component, f.period, sum(f.amount * f.share) as value
              from fact f
              where f.kind = 'SUM'
              group by f.number, f.component, f.period
              union all
              select s.number, s.component, p.number, sum(s.amount)
              from stock s
              join period p on p.number >= s.period
              group by s.number, s.component, p.number
              union all
              select l.number, l.component, l.period, sum(l.amount)
              from (
                select f.number, f.component, f.period, f.amount, f.day,
                  max(f.day) over (partition by f.number, f.component, f.period) as latest
                from fact f
                where f.kind = 'NONE') l
              where l.day = l.latest
              group by l.number, l.component, l.period
              union all
              select r.number, r.component, r.period, count(*)
              from present r
              group by r.number, r.component, r.period
              union all
              select d.number, d.component, d.period, min(d.step)
              from ladder d
              join line l on l.number = d.number
              join part p on p.measure = l.measure and p.component = d.component
              where d.everything > 0 and d.up_to * 100 >= d.everything * p.percent
              group by d.number, d.component, d.period
            ), home as materialized (
              select d.descendant as unit, range_agg(d.valid) as days
              from organization.pub_descendant d
              where d.ancestor = any (cast(:cities as uuid[]))
              group by d.descendant
            ), coverage as (
              select k.number, k.period,
                count(distinct k.unit) filter (where k.counted) as living,
                count(distinct k.unit) filter (where k.counted and k.recorded) as recorded,
                count(distinct k.unit) filter (where k.share is null) as undivided,
                count(distinct k.unit) filter (where k.share < 1) as weighted
              from (
                select s.number, p.number as period, s.unit, s.share,
                  u.tier = 'COMMUNE' or not bool_or(u.tier = 'COMMUNE') over (partition by s.number, p.number) as counted,
                  h.days && (s.life * daterange(p.first, p.last, '[]')) as recorded
                from ground s
                join period p on s.life && daterange(p.first, p.last, '[]')
                join organization.pub_unit u on u.id = s.unit
                left join home h on h.unit = s.unit) k
              group by k.number, k.period
            ), late as (
              select t.number, p.number as period, sum(abs(t.amount)) as late
              from (
                select s.number, c.day, c.amount
                from ground s
                join line l on l.number = s.number and l.shown is not null
                cross join lateral (
                  select c.day, c.amount
                  from indicator.cell c
                  where c.measure = l.measure and c.component = l.shown and c.unit = s.unit
                    and c.day between cast(:firstDay as date) and cast(:lastDay as date)
                    and s.counts @> c.day
                    and (cast(:knownOn as date) is null or c.known_on <= :knownOn)
                    and c.known_on >= """ + LATE + """

                  offset 0) c
                union all
                select s.number, c.day, c.amount
                from ground s
                join line l on l.number = s.number and l.shown is not null
                join waiting c on c.measure = l.measure and c.component = l.shown and c.unit = s.unit
                where c.day between cast(:firstDay as date) and cast(:lastDay as date)
                  and s.counts @> c.day
                  and (cast(:knownOn as date) is null or c.known_on <= :knownOn)
                  and c.known_on >= """ + LATE + """
                ) t
              join period p on t.day between p.first and p.last
              group by t.number, p.number
            )
            select l.number, p.number as period, a.component, a.value, coalesce(c.living, 0) as living,
              coalesce(c.recorded, 0) as recorded, coalesce(c.undivided, 0) as undivided, coalesce(c.weighted, 0) as weighted,
              s.number is not null as any_fact, coalesce(s.reporting, 0) as reporting, coalesce(t.late, 0) as late
            from line l
            cross join period p
            left join answer a on a.number = l.number and a.period = p.number
            left join coverage c on c.number = l.number and c.period = p.number
            left join seen s on s.number = l.number and s.period = p.number
            left join late t on t.number = l.number and t.period = p.number
            order by l.number, p.number
            """;

    private final JdbcClient database;

    SeriesRows(JdbcClient database) {
        this.database = database;
    }

    Map<Place, Reading> read(
            List<Asked> asked,
            List<ReportingPeriod> periods,
            List<UnitId> cities,
            @Nullable String breakdown,
            @Nullable LocalDate knownOn,
            LocalDate today) {
        var readings = new HashMap<Place, Reading>();
        if (asked.isEmpty() || periods.isEmpty()) {
            return readings;
        }
        var statement = database.sql(READ)
                .param("lines", SqlArrays.numbers(asked))
                .param(
                        "measures",
                        SqlArrays.texts(asked, each -> each.measure().code().value()))
                .param(
                        "units",
                        SqlArrays.texts(asked, each -> each.line().unit().value()))
                .param("tiers", SqlArrays.texts(asked, each -> each.line().tier()))
                .param("bases", SqlArrays.texts(asked, each -> each.line().basis()))
                .param("shown", SqlArrays.texts(asked, SeriesRows::shown))
                .param("periods", SqlArrays.numbers(periods))
                .param("firsts", SqlArrays.texts(periods, ReportingPeriod::first))
                .param("lasts", SqlArrays.texts(periods, ReportingPeriod::last))
                .param("firstDay", periods.getFirst().first())
                .param("lastDay", periods.getLast().last())
                .param("cities", SqlArrays.texts(cities, UnitId::value))
                .param("breakdown", breakdown, java.sql.Types.VARCHAR)
                .param("knownOn", knownOn, java.sql.Types.DATE)
                .param("today", today);
        parts(runs(statement, Runs.of(periods, knownOn)), asked).query(row -> {
            var place = new Place(row.getInt("number"), row.getInt("period"));
            var component = row.getString("component");
            var components =
                    new HashMap<>(readings.getOrDefault(place, Reading.NOTHING).components());
            var value = row.getBigDecimal("value");
            if (component != null && value != null) {
                components.put(component, value);
            }
            readings.put(
                    place,
                    new Reading(
                            components,
                            row.getBoolean("any_fact"),
                            row.getInt("living"),
                            row.getInt("recorded"),
                            row.getInt("undivided"),
                            row.getInt("weighted"),
                            row.getInt("reporting"),
                            row.getLong("late")));
        });
        return readings;
    }

    /** The component whose late facts are counted: the first that is added up. */
    private static @Nullable String shown(Asked asked) {
        return asked.measure().components().stream()
                .filter(component -> component.aggregation() instanceof Aggregation.Sum)
                .map(vn.haidang.indicator.Component::code)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static JdbcClient.StatementSpec runs(JdbcClient.StatementSpec statement, List<Runs.Run> runs) {
        return statement
                .param("runFirsts", SqlArrays.texts(runs, Runs.Run::first))
                .param("runLasts", SqlArrays.texts(runs, Runs.Run::last))
                .param("runMonths", SqlArrays.texts(runs, Runs.Run::byMonth))
                .param("runStocks", SqlArrays.texts(runs, Runs.Run::stockOnly));
    }

    private static JdbcClient.StatementSpec parts(JdbcClient.StatementSpec statement, List<Asked> asked) {
        var parts = new ArrayList<Part>();
        asked.stream()
                .map(Asked::measure)
                .distinct()
                .forEach(measure -> measure.components()
                        .forEach(component -> parts.add(new Part(measure.code().value(), component))));
        return Part.bind(statement, "partMeasures", parts);
    }
}

package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.spi.Measure;

/** Answers any number of questions in one statement over cells and deltas. */
@Component
public class FigureRows {

    /**
     * question, part: what is asked. scope: the units that answer, and on which days their facts count. span: those days cut to
     * the question, where anything is recorded at all. stretch: whole months, and the days around them. fact: folded and not yet folded.
     */
    @Language("SQL")
    private static final String FACT = """
            with question as materialized (
              select q.number, q.measure, q.unit, q.tier, q.tree, q.first, q.last, q.known_on, q.breakdown
              from unnest(
                  cast(:numbers as int[]), cast(:measures as text[]), cast(:units as uuid[]), cast(:tiers as text[]),
                  cast(:trees as text[]), cast(:firsts as date[]), cast(:lasts as date[]), cast(:knownOns as date[]),
                  cast(:breakdowns as text[]))
                as q (number, measure, unit, tier, tree, first, last, known_on, breakdown)
            ), part as materialized (
              select p.number, p.component, p.kind, p.recorded_as, p.percent,
                string_to_array(nullif(p.wanted, ''), chr(31)) as wanted
              from unnest(
                  cast(:partNumbers as int[]), cast(:partComponents as text[]), cast(:partKinds as text[]),
                  cast(:partRecorded as text[]), cast(:partPercents as int[]), cast(:partWanted as text[]))
                as p (number, component, kind, recorded_as, percent, wanted)
            ),
            """ + ScopeRows.SCOPE + """
            , waiting as materialized (
              select d.measure, d.component, d.unit, d.day, d.breakdown, d.member, d.known_on, d.amount
              from indicator.delta d
              where d.measure = any (cast(:measures as text[]))
            ), kept as materialized (
              select k.measure, k.component, k.unit
              from (
                select u.measure, c.component, u.unit
                from (select distinct q.measure, s.unit from question q join scope s on s.number = q.number) u
                join (select distinct q.measure, p.recorded_as as component from question q join part p on p.number = q.number) c
                  on c.measure = u.measure) k
              cross join unnest(array(select 1)) many
              where exists (
                select from indicator.cell c
                where c.measure = k.measure and c.component = k.component and c.unit = k.unit
                offset 0)
              union
              select w.measure, w.component, w.unit from waiting w
            ), span as materialized (
              select b.number, b.component, b.kind, b.recorded_as, b.measure, b.unit, b.known_on, b.breakdown, b.first, b.last,
                m.from_month, m.to_month, b.kind <> 'NONE' and m.from_month < m.to_month as by_month
              from (
                select q.number, p.component, p.kind, p.recorded_as, q.measure, s.unit, q.known_on, q.breakdown,
                  greatest(
                    case when p.kind = 'STOCK' then date '-infinity' else q.first end,
                    coalesce(lower(s.valid), date '-infinity')) as first,
                  least(q.last, coalesce(upper(s.valid) - 1, q.last)) as last
                from question q
                join part p on p.number = q.number
                join scope s on s.number = q.number
                join kept k on k.measure = q.measure and k.component = p.recorded_as and k.unit = s.unit
                where p.kind <> 'NONE' or s.unit = q.unit) b
              cross join lateral (
                select
                  case when isfinite(b.first)
                    then date_trunc('month', b.first + interval '1 month' - interval '1 day')::date
                    else b.first end as from_month,
                  date_trunc('month', least(b.last, b.known_on) + interval '1 day')::date as to_month) m
              where b.first <= b.last
            ), stretch as materialized (
              select s.number, s.component, s.kind, s.recorded_as, s.measure, s.unit, s.known_on, s.breakdown, s.first, s.last
              from span s
              where not s.by_month
              union all
              select s.number, s.component, s.kind, s.recorded_as, s.measure, s.unit, s.known_on, s.breakdown, s.first, s.from_month - 1
              from span s
              where s.by_month and s.first < s.from_month
              union all
              select s.number, s.component, s.kind, s.recorded_as, s.measure, s.unit, s.known_on, s.breakdown, s.to_month, s.last
              from span s
              where s.by_month and s.to_month <= s.last
            ), fact as materialized (
              select s.number, s.component, s.kind, c.day, c.breakdown, c.member, c.amount
              from stretch s
              cross join lateral (
                select case when s.kind = 'NONE' then c.day end as day, c.breakdown, c.member, cast(sum(c.amount) as bigint) as amount
                from indicator.cell c
                where c.measure = s.measure and c.component = s.recorded_as and c.unit = s.unit
                  and c.day between s.first and s.last
                  and (s.known_on is null or c.known_on <= s.known_on) and (s.breakdown is null or c.breakdown like s.breakdown)
                group by case when s.kind = 'NONE' then c.day end, c.breakdown, c.member
                offset 0) c
              union all
              select s.number, s.component, s.kind, null, c.breakdown, c.member, c.amount
              from span s
              cross join lateral (
                select c.breakdown, c.member, cast(sum(c.amount) as bigint) as amount
                from indicator.month_cell c
                where c.measure = s.measure and c.component = s.recorded_as and c.unit = s.unit
                  and c.month >= s.from_month and c.month < s.to_month
                  and (s.breakdown is null or c.breakdown like s.breakdown)
                group by c.breakdown, c.member
                offset 0) c
              where s.by_month
              union all
              select s.number, s.component, s.kind, c.day, c.breakdown, c.member, -c.amount
              from span s
              cross join lateral (
                select c.day, c.breakdown, c.member, c.amount
                from indicator.cell c
                where c.measure = s.measure and c.component = s.recorded_as and c.unit = s.unit
                  and c.day >= s.from_month and c.day < s.to_month and c.known_on > s.known_on
                  and c.known_on >= cast(date_trunc('month', cast(c.day as timestamp)) + interval '1 month' as date)
                  and (s.breakdown is null or c.breakdown like s.breakdown)
                offset 0) c
              where s.by_month and s.known_on is not null
              union all
              select s.number, s.component, s.kind, d.day, d.breakdown, d.member, d.amount
              from span s
              join waiting d
                on d.measure = s.measure and d.component = s.recorded_as and d.unit = s.unit
                and d.day between s.first and s.last
              where (s.known_on is null or d.known_on <= s.known_on) and (s.breakdown is null or d.breakdown like s.breakdown)
            )
            """;

    @Language("SQL")
    private static final String READ = FACT + """
            , known as materialized (
              select t.number, t.component
              from (
                select f.number, f.component
                from fact f
                group by f.number, f.component, f.breakdown, f.member
                having sum(f.amount) <> 0) t
              group by t.number, t.component
            ), present as (
              select m.number, m.component, m.member
              from (
                select f.number, f.component, f.member, f.breakdown, sum(f.amount) as total
                from fact f
                where f.kind = 'DISTINCT'
                group by f.number, f.component, f.member, f.breakdown) m
              join part p on p.number = m.number and p.component = m.component
              group by m.number, m.component, m.member, p.wanted
              having case
                when p.wanted is null then sum(m.total) > 0
                else count(*) filter (where m.total > 0 and m.breakdown = any (p.wanted)) = cardinality(p.wanted)
              end
            ), ladder as (
              select v.number, v.component, v.step,
                sum(v.total) over (partition by v.number, v.component order by v.step) as up_to,
                sum(v.total) over (partition by v.number, v.component) as everything
              from (
                select f.number, f.component, cast(f.member as bigint) as step, sum(f.amount) as total
                from fact f
                where f.kind = 'PERCENTILE'
                group by f.number, f.component, cast(f.member as bigint)) v
            ), answer as (
              select f.number, f.component, sum(f.amount) as value
              from fact f
              where f.kind in ('SUM', 'STOCK')
              group by f.number, f.component
              union all
              select l.number, l.component, sum(l.amount)
              from (
                select f.number, f.component, f.amount, f.day, max(f.day) over (partition by f.number, f.component) as latest
                from fact f
                where f.kind = 'NONE') l
              where l.day = l.latest
              group by l.number, l.component
              union all
              select r.number, r.component, count(*)
              from present r
              group by r.number, r.component
              union all
              select d.number, d.component, min(d.step)
              from ladder d
              join part p on p.number = d.number and p.component = d.component
              where d.everything > 0 and d.up_to * 100 >= d.everything * p.percent
              group by d.number, d.component
            )
            select p.number, p.component, coalesce(a.value, 0) as value,
              k.number is not null as any_fact
            from part p
            left join known k on k.number = p.number and k.component = p.component
            left join answer a on a.number = p.number and a.component = p.component
            order by p.number, p.component
            """;

    @Language("SQL")
    private static final String BY_MEMBER = FACT + """
            select f.number, f.component, f.breakdown, sum(f.amount) as value
            from fact f
            where f.kind in ('SUM', 'STOCK')
            group by f.number, f.component, f.breakdown
            having sum(f.amount) <> 0
            """;

    private final JdbcClient database;

    FigureRows(JdbcClient database) {
        this.database = database;
    }

    /** A question with the measure it is about. */
    record Asked(Question question, Measure measure) {}

    List<Figure> read(List<Asked> asked, LocalDate today) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<Integer, Map<String, Long>>();
        var known = new HashMap<Integer, Boolean>();
        parts(questions(database.sql(READ), asked), asked).param("today", today).query(row -> {
            var number = row.getInt("number");
            values.computeIfAbsent(number, key -> new LinkedHashMap<>())
                    .put(row.getString("component"), row.getLong("value"));
            known.merge(number, row.getBoolean("any_fact"), Boolean::logicalOr);
        });
        var figures = new ArrayList<Figure>(asked.size());
        for (var number = 0; number < asked.size(); number++) {
            figures.add(new Figure(
                    asked.get(number).question(),
                    values.getOrDefault(number, Map.of()),
                    known.getOrDefault(number, false)));
        }
        return figures;
    }

    List<Map<String, Figure>> byMember(List<Asked> asked, LocalDate today) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<Integer, Map<String, Map<String, Long>>>();
        parts(questions(database.sql(BY_MEMBER), asked), asked)
                .param("today", today)
                .query(row -> {
                    values.computeIfAbsent(row.getInt("number"), number -> new TreeMap<>())
                            .computeIfAbsent(row.getString("breakdown"), member -> new HashMap<>())
                            .put(row.getString("component"), row.getLong("value"));
                });
        var figures = new ArrayList<Map<String, Figure>>(asked.size());
        for (var number = 0; number < asked.size(); number++) {
            var question = asked.get(number).question();
            var byMember = new LinkedHashMap<String, Figure>();
            values.getOrDefault(number, Map.of())
                    .forEach((member, components) -> byMember.put(member, new Figure(question, components, true)));
            figures.add(byMember);
        }
        return figures;
    }

    private static @Nullable String pattern(Question question) {
        return question.breakdown() == null ? null : Breakdown.pattern(question.breakdown());
    }

    private static JdbcClient.StatementSpec questions(JdbcClient.StatementSpec statement, List<Asked> asked) {
        var questions = asked.stream().map(Asked::question).toList();
        return ScopeRows.asked(statement, questions, Question::scope, Question::days, Question::knownOn)
                .param(
                        "measures",
                        SqlArrays.texts(
                                questions, question -> question.measure().value()))
                .param("breakdowns", SqlArrays.texts(questions, question -> pattern(question)));
    }

    private static JdbcClient.StatementSpec parts(JdbcClient.StatementSpec statement, List<Asked> asked) {
        var parts = new ArrayList<Part>();
        for (var number = 0; number < asked.size(); number++) {
            for (var component : asked.get(number).measure().components()) {
                if (asked.get(number).question().asks(component.code())) {
                    parts.add(new Part(number, component));
                }
            }
        }
        return Part.bind(statement, "partNumbers", parts);
    }
}

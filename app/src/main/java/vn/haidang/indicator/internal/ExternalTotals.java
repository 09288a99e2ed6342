package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.ExternalValues.Question;
import vn.haidang.indicator.ExternalValues.Total;

/** Adds up what units reported, over the same trees as figures. */
@Component
public class ExternalTotals {

    /**
     * said: the latest version of every value that may count. counted: where its unit belongs to those asked for on its day. part:
     * what is added; of a level the latest of each unit, of a sum no period that another contains.
     */
    @Language("SQL")
    private static final String READ = """
            with question as materialized (
              select q.number, q.indicator, q.adding, q.unit, q.tier, q.tree, q.first, q.last, q.known_on
              from unnest(
                  cast(:numbers as int[]), cast(:indicators as text[]), cast(:addings as text[]), cast(:units as uuid[]),
                  cast(:tiers as text[]), cast(:trees as text[]), cast(:firsts as date[]), cast(:lasts as date[]),
                  cast(:knownOns as date[]))
                as q (number, indicator, adding, unit, tier, tree, first, last, known_on)
            ),
            """ + ScopeRows.SCOPE + """
            , said as materialized (
              select distinct on (q.number, e.unit, e.first_day, e.last_day)
                q.number, q.adding, e.unit, e.first_day, e.last_day, e.value
              from question q
              join indicator.external_value e on e.indicator = q.indicator and e.last_day <= q.last
              where (q.known_on is null or e.recorded_on <= q.known_on)
                and (q.adding in ('STOCK', 'LEVEL') or e.first_day >= q.first)
                and (q.adding <> 'NONE' or e.unit = q.unit)
              order by q.number, e.unit, e.first_day, e.last_day, e.version desc
            ), counted as materialized (
              select v.number, v.adding, v.unit, v.first_day, v.last_day, v.value
              from said v
              join question q on q.number = v.number
              join organization.pub_unit u on u.id = v.unit
              where v.value is not null
                and (v.adding <> 'LEVEL' or u.valid @> q.last)
                and (v.adding = 'NONE' or exists (
                  select
                  from scope s
                  where s.number = v.number and s.unit = v.unit
                    and s.valid @> case when v.adding = 'LEVEL' then q.last else least(v.last_day, upper(u.valid) - 1) end))
            ), part as materialized (
              select c.number, c.unit, c.first_day, c.last_day, c.value
              from counted c
              where c.adding in ('SUM', 'STOCK')
                and not exists (
                  select
                  from counted w
                  where w.number = c.number and w.unit = c.unit
                    and w.first_day <= c.first_day and w.last_day >= c.last_day
                    and (w.first_day, w.last_day) <> (c.first_day, c.last_day))
              union all
              select l.number, l.unit, l.first_day, l.last_day, l.value
              from (
                select distinct on (c.number, c.unit) c.number, c.unit, c.first_day, c.last_day, c.value
                from counted c
                where c.adding in ('LEVEL', 'NONE')
                order by c.number, c.unit, c.last_day desc, c.first_day desc) l
            )
            select q.number, sum(p.value) as value, count(distinct p.unit) as units, max(p.last_day) as up_to,
              exists (
                select
                from part a
                join part b
                  on b.number = a.number and b.unit = a.unit and b.first_day > a.first_day and b.first_day <= a.last_day
                where a.number = q.number) as overlapping
            from question q
            left join part p on p.number = q.number
            group by q.number
            order by q.number
            """;

    private final JdbcClient database;

    ExternalTotals(JdbcClient database) {
        this.database = database;
    }

    public List<Total> read(List<Question> questions, LocalDate today) {
        return ScopeRows.asked(database.sql(READ), questions, Question::scope, Question::days, Question::knownOn)
                .param("today", today)
                .param("indicators", SqlArrays.texts(questions, Question::indicator))
                .param("addings", SqlArrays.texts(questions, Question::adding))
                .query((row, number) -> {
                    var overlapping = row.getBoolean("overlapping");
                    return new Total(
                            questions.get(row.getInt("number")),
                            overlapping ? null : row.getBigDecimal("value"),
                            row.getInt("units"),
                            row.getObject("up_to", LocalDate.class),
                            overlapping);
                })
                .list();
    }
}

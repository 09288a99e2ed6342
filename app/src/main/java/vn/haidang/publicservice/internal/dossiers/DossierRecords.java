package vn.haidang.publicservice.internal.dossiers;

import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.indicator.Observations;

/** The figures of dossiers, counted from the records themselves by a rule told a second time: {@link DossierFacts} must agree. */
@Component
class DossierRecords {

    private static final String EVERY = "true";

    /** How a dossier that has ended did so, of {@code casework.pub_case c}. */
    @Language("SQL")
    static final String ENDED_AS = """
            case
              when not (c.outcome = 'done' or (c.outcome = 'refused' and c.accepted_at is not null)) then 'returned'
              when c.closed_at >= c.due_at then 'done-late'
              when c.closed_on < cast((c.due_at - interval '1 microsecond') at time zone 'Asia/Ho_Chi_Minh' as date)
                then 'done-early'
              else 'done-on-time'
            end\
            """;

    /** The day on which more was asked for a second time, of {@code casework.pub_case c}: from then on it is late for the national portal. */
    @Language("SQL")
    static final String ASKED_AGAIN_ON = """
            (select cast(p.from_at at time zone 'Asia/Ho_Chi_Minh' as date)
              from casework.pub_pause p
              where p.case_id = c.id and p.kind = 'SUPPLEMENT'
              order by p.from_at, p.id offset 1 limit 1)\
            """;

    /** stay: how long a dossier was at a unit, the first day included, the last one not. */
    @Language("SQL")
    private static final String FACT = """
            dossier as materialized (
              select a.case_id, a.dossier_code, v.field || '|' || c.channel as breakdown, c.channel = 'ONLINE' as online,
                v.online_level = 'full' as eligible, r.application is not null as result, c.competent_unit as unit,
                cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date) as received_on,
                cast(c.due_at at time zone 'Asia/Ho_Chi_Minh' as date) as late_on,
                c.received_at, c.closed_on, %s as ended_as, c.outcome = 'done' as issued,
                %s as again_on
              from publicservice.application a
                join casework.pub_case c on c.id = a.case_id
                join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                left join publicservice.result r on r.application = a.id
              where %s
            ), move as materialized (
              select m.case_id, m.ordinal, m.from_unit, m.to_unit, m.moved_on, d.received_on, d.late_on, d.again_on, d.breakdown
              from publicservice.dossier_move m
                join dossier d on d.case_id = m.case_id
            ), ending as materialized (
              select d.case_id, d.unit, coalesce(m.first_unit, d.unit) as first_unit, d.breakdown, d.online, d.eligible, d.result,
                d.received_on, d.late_on, d.again_on, coalesce(m.moved_on, d.received_on) as begun,
                greatest(d.closed_on, coalesce(m.moved_on, d.received_on)) as at_least,
                d.closed_on is not null as closed, d.ended_as, d.issued
              from dossier d
                left join (
                  select n.case_id, max(n.moved_on) as moved_on, (array_agg(n.from_unit order by n.ordinal))[1] as first_unit
                  from move n group by n.case_id) m on m.case_id = d.case_id
            ), stay as materialized (
              select s.case_id, s.unit, s.breakdown, s.begun, s.ended, greatest(s.late_on, s.begun) as late_from, s.late_on,
                greatest(s.again_on, s.begun) as again_from, s.again_on,
                least(s.ended, case when s.late_on is not null then greatest(s.late_on, s.begun) end) as again_until
              from (
                select e.case_id, e.unit, e.breakdown, e.begun, case when e.closed then e.at_least end as ended, e.late_on, e.again_on
                from ending e
                union all
                select m.case_id, m.from_unit, m.breakdown,
                  coalesce(lag(m.moved_on) over (partition by m.case_id order by m.ordinal), m.received_on), m.moved_on, m.late_on,
                  m.again_on
                from move m) s
            ), fact as (
              select e.case_id, k.component, e.first_unit as unit, e.received_on as day, e.breakdown, 1 as amount
              from ending e
                join (values ('received'), ('eligible'), ('eligible-online')) k (component)
                  on k.component = 'received' or (e.eligible and (k.component = 'eligible' or e.online))
              union all
              select s.case_id, 'open', s.unit, s.begun, s.breakdown, 1 from stay s
              union all
              select s.case_id, 'open', s.unit, s.ended, s.breakdown, -1 from stay s where s.ended is not null
              union all
              select s.case_id, 'late', s.unit, s.late_from, s.breakdown, 1
              from stay s where s.late_on is not null and (s.ended is null or s.late_from < s.ended)
              union all
              select s.case_id, 'late', s.unit, s.ended, s.breakdown, -1
              from stay s where s.late_on is not null and s.late_from < s.ended
              union all
              select s.case_id, 'open-asked-again', s.unit, s.again_from, s.breakdown, 1
              from stay s where s.again_on is not null and (s.again_until is null or s.again_from < s.again_until)
              union all
              select s.case_id, 'open-asked-again', s.unit, s.again_until, s.breakdown, -1
              from stay s where s.again_on is not null and s.again_from < s.again_until
              union all
              select m.case_id, 'handed-over', m.from_unit, m.moved_on, m.breakdown, 1 from move m
              union all
              select m.case_id, 'taken-over', m.to_unit, m.moved_on, m.breakdown, 1 from move m
              union all
              select e.case_id, case k.component when 'ended' then e.ended_as else k.component end, e.unit, e.at_least, e.breakdown, 1
              from ending e
                join (values ('ended'), ('issued'), ('electronic'), ('done-asked-again')) k (component)
                  on k.component = 'ended' or (k.component = 'done-asked-again' and e.again_on is not null
                      and e.ended_as in ('done-early', 'done-on-time'))
                    or (k.component in ('issued', 'electronic') and e.issued and (k.component = 'issued' or e.result))
              where e.closed
            )
            """;

    private final MeasureSql sql;

    DossierRecords(JdbcClient jdbc) {
        this.sql = new MeasureSql(jdbc);
    }

    /** The facts of the dossiers that meet a condition over {@code a}, {@code c}, {@code v} and {@code r}, as {@code fact}, beside {@code dossier}. */
    static String facts(String condition) {
        return FACT.formatted(ENDED_AS, ASKED_AGAIN_ON, condition);
    }

    Observations observe(DayRange days) {
        return sql.toldApart("with " + facts(EVERY) + """
                        select f.component, f.unit, f.day, f.breakdown, '' as member, sum(f.amount) as amount
                        from fact f
                        where f.day between :first and :last
                        group by f.component, f.unit, f.day, f.breakdown
                        having sum(f.amount) <> 0
                        """, days);
    }
}

package vn.haidang.publicservice.internal.dossiers;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.Observations;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The figures of dossiers, counted from the records themselves by a rule told a second time: {@link DossierFacts} must agree. */
@Component
class DossierRecords {

    /** Which dossiers make up a number. */
    record Question(
            String component,
            boolean stock,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            PageRequest page) {}

    private static final String EVERY = "true";

    /** Of a number: what was at one of its units and had come by its last day. */
    @Language("SQL")
    private static final String NEAR = """
            (c.competent_unit = any (cast(:plots as uuid[]))
              or exists (select from publicservice.dossier_move n where n.case_id = a.case_id and n.from_unit = any (cast(:plots as uuid[]))))
            and c.received_at < cast(cast(:last as date) + 1 as timestamp) at time zone 'Asia/Ho_Chi_Minh'
            """;

    private static final String CAME =
            " c.received_at >= cast(cast(:first as date) as timestamp) at time zone 'Asia/Ho_Chi_Minh'";

    private static final String MOVED =
            " exists (select from publicservice.dossier_move w where w.case_id = a.case_id and w.moved_on between :first and :last)";

    /** One that ended before it came, or before it was moved, ended on that day. */
    private static final String ENDED =
            " c.closed_on <= :last and (c.closed_on >= :first or " + CAME + " or " + MOVED + ")";

    /** stay: how long a dossier was at a unit, the first day included, the last one not. */
    @Language("SQL")
    private static final String FACT = """
            with dossier as materialized (
              select a.case_id, a.dossier_code, v.field || '|' || c.channel as breakdown, c.channel = 'ONLINE' as online,
                v.online_level = 'full' as eligible, r.application is not null as result, c.competent_unit as unit,
                cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date) as received_on,
                cast(c.due_at at time zone 'Asia/Ho_Chi_Minh' as date) as late_on,
                c.closed_on,
                case
                  when not (c.outcome = 'done' or (c.outcome = 'refused' and c.accepted_at is not null)) then 'returned'
                  when c.closed_at >= c.due_at then 'done-late'
                  when c.closed_on < cast((c.due_at - interval '1 microsecond') at time zone 'Asia/Ho_Chi_Minh' as date)
                    then 'done-early'
                  else 'done-on-time'
                end as ended_as,
                c.outcome = 'done' as issued
              from publicservice.application a
                join casework.pub_case c on c.id = a.case_id
                join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                left join publicservice.result r on r.application = a.id
              where %s
            ), move as materialized (
              select m.case_id, m.ordinal, m.from_unit, m.to_unit, m.moved_on, d.received_on, d.late_on, d.breakdown
              from publicservice.dossier_move m
                join dossier d on d.case_id = m.case_id
            ), ending as materialized (
              select d.case_id, d.unit, coalesce(m.first_unit, d.unit) as first_unit, d.breakdown, d.online, d.eligible, d.result,
                d.received_on, d.late_on, coalesce(m.moved_on, d.received_on) as begun,
                greatest(d.closed_on, coalesce(m.moved_on, d.received_on)) as at_least,
                d.closed_on is not null as closed, d.ended_as, d.issued
              from dossier d
                left join (
                  select n.case_id, max(n.moved_on) as moved_on, (array_agg(n.from_unit order by n.ordinal))[1] as first_unit
                  from move n group by n.case_id) m on m.case_id = d.case_id
            ), stay as materialized (
              select s.case_id, s.unit, s.breakdown, s.begun, s.ended, greatest(s.late_on, s.begun) as late_from, s.late_on
              from (
                select e.case_id, e.unit, e.breakdown, e.begun, case when e.closed then e.at_least end as ended, e.late_on
                from ending e
                union all
                select m.case_id, m.from_unit, m.breakdown,
                  coalesce(lag(m.moved_on) over (partition by m.case_id order by m.ordinal), m.received_on), m.moved_on, m.late_on
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
              select m.case_id, 'handed-over', m.from_unit, m.moved_on, m.breakdown, 1 from move m
              union all
              select m.case_id, 'taken-over', m.to_unit, m.moved_on, m.breakdown, 1 from move m
              union all
              select e.case_id, case k.component when 'ended' then e.ended_as else k.component end, e.unit, e.at_least, e.breakdown, 1
              from ending e
                join (values ('ended'), ('issued'), ('electronic')) k (component)
                  on k.component = 'ended' or (e.issued and (k.component = 'issued' or e.result))
              where e.closed
            )
            """;

    private final CaseAccess access;
    private final JdbcClient jdbc;

    DossierRecords(CaseAccess access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /** What must hold of a dossier that is behind a number, so that not all that ever were are looked at. */
    private static String behind(String component) {
        return NEAR + " and"
                + switch (component) {
                    case DossierCount.RECEIVED, DossierCount.ELIGIBLE, DossierCount.ELIGIBLE_ONLINE -> CAME;
                    case DossierCount.TAKEN_OVER, DossierCount.HANDED_OVER -> MOVED;
                    case DossierCount.OPEN, DossierCount.LATE -> " (c.closed_on is null or c.closed_on > :last)";
                    default -> ENDED;
                };
    }

    Observations observe(DayRange days) {
        return new Observations(jdbc.sql(FACT.formatted(EVERY) + """
                        select f.component, f.unit, f.day, f.breakdown, sum(f.amount) as amount
                        from fact f
                        where f.day between :first and :last
                        group by f.component, f.unit, f.day, f.breakdown
                        having sum(f.amount) <> 0
                        """)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, number) -> new Observations.Row(
                        row.getString("component"),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("breakdown"),
                        "",
                        row.getLong("amount")))
                .list());
    }

    /** Of a stock, those that are in it at the end of the days; else as often as it happened on another day. */
    Evidence evidence(Question question, Reader reader) {
        CaseAccess.Condition seen = access.to(reader, "a.case_id");
        var total = new AtomicLong();
        var rows = jdbc.sql(FACT.formatted(behind(question.component()) + " and " + seen.sql()) + """
                        select t.case_id, t.dossier_code, t.unit, t.day, count(*) over () as total
                        from (
                          select f.case_id, d.dossier_code, f.unit, max(f.day) as day
                          from fact f
                            join unnest(cast(:plots as uuid[]), cast(:plot_firsts as date[]), cast(:plot_lasts as date[]))
                              as g (unit, first, last) on g.unit = f.unit and f.day between g.first and g.last
                            join dossier d on d.case_id = f.case_id
                          where f.component = :component
                            and f.day between (case when :stock then date '-infinity' else cast(:first as date) end) and :last
                            and (cast(:pattern as text) is null or f.breakdown like :pattern)
                          group by f.case_id, d.dossier_code, f.unit, case when :stock then null else f.day end
                          having sum(f.amount) > 0) t
                        order by t.day desc, t.case_id desc
                        limit :size offset :offset
                        """)
                .params(seen.parameters())
                .param("plots", question.ground().units())
                .param("plot_firsts", question.ground().firsts())
                .param("plot_lasts", question.ground().lasts())
                .param("component", question.component())
                .param("stock", question.stock())
                .param("first", question.days().first())
                .param("last", question.days().last())
                .param("pattern", question.breakdown() == null ? null : Breakdown.pattern(question.breakdown()))
                .param("size", question.page().size())
                .param("offset", question.page().offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("day", LocalDate.class),
                            row.getString("dossier_code"),
                            reader.official() ? "/desk/cases/" + row.getObject("case_id", UUID.class) : null,
                            true);
                })
                .list();
        return new Evidence(new Slice<>(rows, question.page(), total.get()));
    }
}

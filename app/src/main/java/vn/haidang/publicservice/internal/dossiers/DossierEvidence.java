package vn.haidang.publicservice.internal.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceOrder;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.organization.UnitId;

/**
 * The dossiers behind a number, a page at a time: of each unit the next ones in the order of an index, however many came before them.
 * Those that were ever moved, and those a reader sees though they lie at units of others, are few and told by {@link DossierRecords}.
 */
@Component
class DossierEvidence {

    /** Which dossiers make up a number. */
    record Question(
            String component,
            MeasureSql.Asked asked,
            @Nullable String breakdown) {}

    private static final Set<String> STOCKS =
            Set.of(DossierCount.OPEN, DossierCount.LATE, DossierCount.OPEN_ASKED_AGAIN);

    /** A way to the dossiers of a unit {@code g}: what holds of the case, and the day it is shown with. */
    private record Way(@Language("SQL") String condition, String day) {}

    private static final String RECEIVED_ON = "cast(c.received_at at time zone 'Asia/Ho_Chi_Minh' as date)";
    private static final String FIRST = "greatest(cast(:first as date), g.first)";
    private static final String LAST = "least(cast(:last as date), g.last)";
    private static final String BY =
            "c.received_at < cast(" + LAST + " + 1 as timestamp) at time zone 'Asia/Ho_Chi_Minh'";
    private static final String CAME =
            BY + " and c.received_at >= cast(" + FIRST + " as timestamp) at time zone 'Asia/Ho_Chi_Minh'";
    private static final String BEGUN =
            BY + " and c.received_at >= cast(g.first as timestamp) at time zone 'Asia/Ho_Chi_Minh'";
    private static final String LATE = BY + " and c.due_at is not null and greatest(" + RECEIVED_ON
            + ", cast(c.due_at at time zone 'Asia/Ho_Chi_Minh' as date)) between g.first and " + LAST;
    private static final String ASKED_AGAIN = BY + " and greatest(" + RECEIVED_ON + ", coalesce("
            + DossierRecords.ASKED_AGAIN_ON + ", date 'infinity')) between g.first and " + LAST
            + " and (c.due_at is null or greatest(" + RECEIVED_ON
            + ", cast(c.due_at at time zone 'Asia/Ho_Chi_Minh' as date)) > " + LAST + ")";
    private static final String STILL = " and c.closed_on is null";

    /** At the end of a day that has passed: none of these was received before the first one of those that ended since. */
    private static final String THEN = " and c.closed_on > " + LAST + " and c.received_at >= ("
            + "select min(k.received_at) from (select o.received_at from casework.pub_case o where o.competent_unit = g.unit"
            + " and o.closed_on > " + LAST + " offset 0) k)";

    private static final String CLOSED =
            "c.closed_on between " + FIRST + " and " + LAST + " and c.closed_on >= " + RECEIVED_ON;

    /** Closed before the day on which it counts as received: it ended on that day. */
    private static final String CLOSED_BEFORE = "c.closed_on < " + RECEIVED_ON + " and " + CAME;

    private static final String ISSUED = " and c.outcome = 'done'";
    private static final String ELECTRONIC =
            ISSUED + " and exists (select from publicservice.result r where r.application = a.id)";
    private static final String DONE_ASKED_AGAIN = " and " + DossierRecords.ENDED_AS
            + " in ('done-early', 'done-on-time') and " + DossierRecords.ASKED_AGAIN_ON + " is not null";
    private static final String ENDED = " and " + DossierRecords.ENDED_AS + " = :component";

    @Language("SQL")
    private static final String OF_UNIT = """
            select e.case_id, e.dossier_code, e.unit, e.day, e.received_at
            from plot g
              cross join lateral (
                select c.id as case_id, a.dossier_code, c.competent_unit as unit, %1$s as day, c.received_at
                from casework.pub_case c
                  join publicservice.application a on a.case_id = c.id
                  join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                where c.competent_unit = g.unit and %2$s
                  and not exists (select from publicservice.dossier_move m where m.case_id = c.id)
                  and (cast(:pattern as text) is null or v.field || '|' || c.channel like :pattern)
                  and %3$s%4$s limit :size) e
            where :everywhere or g.unit = any (cast(:near as uuid[]))
            """;

    private static final String OF_APART = """
            a.case_id in (select o.case_id from apart o)
            and c.received_at < cast(cast(:last as date) + 1 as timestamp) at time zone 'Asia/Ho_Chi_Minh'\
            """;

    /** Of a stock, those that are in it at the end of the days; else as often as it happened on another day. */
    @Language("SQL")
    private static final String APART = """
            select t.case_id, t.dossier_code, t.unit, t.day, t.received_at
            from (
              select f.case_id, d.dossier_code, d.received_at, f.unit,
                case when :stock then d.received_on else max(f.day) end as day
              from fact f
                join plot g on g.unit = f.unit and f.day between g.first and g.last
                join dossier d on d.case_id = f.case_id
              where f.component = :component
                and f.day between (case when :stock then date '-infinity' else cast(:first as date) end) and :last
                and (cast(:pattern as text) is null or f.breakdown like :pattern)
              group by f.case_id, d.dossier_code, d.received_at, d.received_on, f.unit, case when :stock then null else f.day end
              having sum(f.amount) > 0) t
            """;

    private final CaseAccess access;
    private final MeasureSql sql;

    DossierEvidence(CaseAccess access, JdbcClient jdbc) {
        this.access = access;
        this.sql = new MeasureSql(jdbc);
    }

    Evidence of(Question question, Reader reader) {
        CaseAccess.Condition seen = access.to(reader, "a.case_id");
        CaseAccess.Reach reach = access.reach(reader);
        if (reach.nowhere()) {
            return Evidence.NONE;
        }
        EvidencePage page = question.asked().page();
        EvidenceOrder order = order(question.component(), "f.day", "f.received_at", "f.case_id");
        List<String> found = new ArrayList<>();
        for (Way way : ways(question.component())) {
            EvidenceOrder inner = order(question.component(), way.day(), "c.received_at", "c.id");
            found.add(OF_UNIT.formatted(way.day(), way.condition(), seen.sql(), inner.beyond(page) + inner.by(page)));
        }
        found.add(APART);
        Map<String, Object> parameters = question.asked().parameters();
        parameters.putAll(seen.parameters());
        parameters.putAll(order.parameters(page));
        parameters.put("component", question.component());
        parameters.put("stock", stock(question.component()));
        parameters.put("pattern", question.breakdown() == null ? null : Breakdown.pattern(question.breakdown()));
        parameters.put("everywhere", reach.everywhere());
        parameters.put("near", reach.unitsAsArray());
        return sql.read(
                MeasureSql.PLOT + ", " + apart(reach) + ", "
                        + DossierRecords.facts(OF_APART + " and " + seen.sql())
                        + found.stream().collect(Collectors.joining(" union all ", ", found as (", ")"))
                        + " select f.case_id, f.dossier_code, f.unit, f.day, " + order.place()
                        + " from found f where true"
                        + order.beyond(page) + order.by(page) + " limit :size",
                parameters,
                page,
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("dossier_code"),
                        reader.official() ? "/desk/cases/" + row.getObject("case_id", UUID.class) : null,
                        true));
    }

    /** Dossiers that are not found by where they lie: ever moved from or to these units, or seen by the reader at units of others. */
    private static String apart(CaseAccess.Reach reach) {
        String moved = """
                apart as materialized (
                  select n.case_id
                  from publicservice.dossier_move n
                  where n.from_unit = any (cast(:plots as uuid[])) or n.to_unit = any (cast(:plots as uuid[]))
                """;
        return reach.everywhere() ? moved + ")" : moved + """
                        union
                        select c.id
                        from (%s) s (id)
                          join casework.pub_case c on c.id = s.id
                        where c.competent_unit = any (cast(:plots as uuid[])) and c.competent_unit <> all (cast(:near as uuid[]))
                        )""".formatted(reach.elsewhere());
    }

    private static List<Way> ways(String component) {
        return switch (component) {
            case DossierCount.RECEIVED -> List.of(new Way(CAME, RECEIVED_ON));
            case DossierCount.ELIGIBLE -> List.of(new Way(CAME + " and v.online_level = 'full'", RECEIVED_ON));
            case DossierCount.ELIGIBLE_ONLINE ->
                List.of(new Way(CAME + " and v.online_level = 'full' and c.channel = 'ONLINE'", RECEIVED_ON));
            case DossierCount.OPEN -> List.of(new Way(BEGUN + STILL, RECEIVED_ON), new Way(BEGUN + THEN, RECEIVED_ON));
            case DossierCount.LATE -> List.of(new Way(LATE + STILL, RECEIVED_ON), new Way(LATE + THEN, RECEIVED_ON));
            case DossierCount.OPEN_ASKED_AGAIN ->
                List.of(new Way(ASKED_AGAIN + STILL, RECEIVED_ON), new Way(ASKED_AGAIN + THEN, RECEIVED_ON));
            case DossierCount.DONE_ASKED_AGAIN -> ended(DONE_ASKED_AGAIN);
            case DossierCount.TAKEN_OVER, DossierCount.HANDED_OVER -> List.of();
            case DossierCount.ISSUED -> ended(ISSUED);
            case DossierCount.ELECTRONIC -> ended(ELECTRONIC);
            default -> ended(ENDED);
        };
    }

    private static List<Way> ended(String how) {
        return List.of(new Way(CLOSED + how, "c.closed_on"), new Way(CLOSED_BEFORE + how, RECEIVED_ON));
    }

    private static boolean stock(String component) {
        return STOCKS.contains(component);
    }

    /** What came in stands by when it came, what happened by its day; only moves happen to one dossier at two units. */
    private static EvidenceOrder order(String component, String day, String receivedAt, String id) {
        return switch (component) {
            case DossierCount.RECEIVED,
                    DossierCount.ELIGIBLE,
                    DossierCount.ELIGIBLE_ONLINE,
                    DossierCount.OPEN,
                    DossierCount.LATE,
                    DossierCount.OPEN_ASKED_AGAIN ->
                EvidenceOrder.of(EvidenceOrder.instant(receivedAt), EvidenceOrder.id(id));
            case DossierCount.TAKEN_OVER, DossierCount.HANDED_OVER ->
                EvidenceOrder.of(EvidenceOrder.day(day), EvidenceOrder.id(id), EvidenceOrder.id("f.unit"));
            default -> EvidenceOrder.of(EvidenceOrder.day(day), EvidenceOrder.id(id));
        };
    }
}

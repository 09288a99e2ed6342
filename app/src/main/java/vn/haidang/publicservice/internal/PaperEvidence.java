package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccess;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidenceOrder;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.MeasureSql;
import vn.haidang.organization.UnitId;

/**
 * The papers behind a number, a page at a time: of each unit the next ones in the order of an index, however many came before them.
 * What a reader sees of units of others is found from the reader's units.
 */
@Component
class PaperEvidence {

    private static final String DAYS =
            "between greatest(cast(:first as date), g.first) and least(cast(:last as date), g.last)";

    /** What came over a desk at a unit {@code g}. */
    @Language("SQL")
    private static final String AT_DESK = """
            select e.case_id, e.dossier_code, e.unit, e.day, e.application, e.part, e.name
            from plot g
              cross join lateral (
                select a.case_id, a.dossier_code, r.receiving_unit as unit, r.finished_on as day, r.application, c.part, c.name
                from publicservice.reception r
                  join publicservice.application a on a.id = r.application
                  join publicservice.component c on c.reception = r.id and %1$s
                where r.receiving_unit = g.unit and r.finished_on %2$s
                  and %3$s%4$s limit :size) e
            where :everywhere or g.unit = any (cast(:near as uuid[]))
            """;

    /** What was handed in online: nothing an officer wrote down, which the index of these leaves out. */
    @Language("SQL")
    private static final String ONLINE = """
            select e.case_id, e.dossier_code, e.unit, e.day, e.application, e.part, e.name
            from plot g
              cross join lateral (
                select a.case_id, a.dossier_code, a.unit, a.submitted_on as day, a.id as application, f.field as part,
                  cast(null as text) as name
                from publicservice.application a
                  cross join lateral (
                    select distinct o.field from publicservice.application_file o where o.application = a.id and o.round = 0) f
                where a.unit = g.unit and a.submitted_as is distinct from 'by-officer' and a.submitted_on %2$s
                  and not exists (select from publicservice.reception r where r.application = a.id) and %1$s
                  and %3$s%4$s limit :size) e
            where :everywhere or g.unit = any (cast(:near as uuid[]))
            """;

    /** What others received for the reader's units to decide. */
    @Language("SQL")
    private static final String FOR_US = """
            select e.case_id, e.dossier_code, e.unit, e.day, e.application, e.part, e.name
            from unnest(cast(:near as uuid[])) n (unit)
              cross join lateral (
                select a.case_id, a.dossier_code, r.receiving_unit as unit, r.finished_on as day, r.application, c.part, c.name
                from publicservice.reception r
                  join publicservice.application a on a.id = r.application
                  join publicservice.component c on c.reception = r.id and %1$s
                where r.competent_unit = n.unit and r.competent_unit <> r.receiving_unit
                  and r.finished_on between cast(:first as date) and cast(:last as date)
                  and r.receiving_unit <> all (cast(:near as uuid[]))
                  and exists (select from plot g where g.unit = r.receiving_unit and r.finished_on between g.first and g.last)
                  and %2$s%3$s limit :size) e
            """;

    /** What else the reader may see, own dossiers above all. */
    @Language("SQL")
    private static final String APART = """
            select t.case_id, t.dossier_code, t.unit, t.day, t.application, t.part, t.name
            from counted t
            where t.component = :component and t.unit <> all (cast(:near as uuid[]))
              and exists (select from plot g where g.unit = t.unit and t.day between g.first and g.last)
            """;

    @Language("SQL")
    private static final String OF_APART = """
            a.case_id = any (array(
              %s
              union
              select m.case_id from publicservice.dossier_move m where m.to_unit = any (cast(:near as uuid[]))))
            and a.submitted_on between :first and :last
            and coalesce(r.receiving_unit, a.unit) <> all (cast(:near as uuid[])) and %s
            """;

    private static final EvidenceOrder FOUND = order("f.day", "f.application", "f.part");

    private final CaseAccess access;
    private final MeasureSql sql;

    PaperEvidence(CaseAccess access, JdbcClient jdbc) {
        this.access = access;
        this.sql = new MeasureSql(jdbc);
    }

    /** One paper a row, of the dossiers the reader may see. */
    Evidence of(String component, MeasureSql.Asked asked, Reader reader) {
        CaseAccess.Reach reach = access.reach(reader);
        if (reach.nowhere()) {
            return Evidence.NONE;
        }
        EvidencePage page = asked.page();
        Map<String, Object> parameters = asked.parameters();
        parameters.putAll(access.to(reader, "a.case_id").parameters());
        parameters.putAll(FOUND.parameters(page));
        parameters.put("component", component);
        parameters.put("everywhere", reach.everywhere());
        parameters.put("near", reach.unitsAsArray());
        return sql.read(
                MeasureSql.PLOT + found(component, page, reader, reach)
                        + " select f.case_id, f.dossier_code, f.unit, f.day, f.name, " + FOUND.place()
                        + " from found f where true" + FOUND.beyond(page) + FOUND.by(page) + " limit :size",
                parameters,
                page,
                (row, number) -> {
                    String name = row.getString("name");
                    return new Evidence.Row(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getObject("day", LocalDate.class),
                            row.getString("dossier_code") + (name == null ? "" : " – " + name),
                            reader.official() ? "/desk/cases/" + row.getObject("case_id", UUID.class) : null,
                            true);
                });
    }

    private String found(String component, EvidencePage page, Reader reader, CaseAccess.Reach reach) {
        String seen = access.to(reader, "a.case_id").sql();
        String desk = next(order("r.finished_on", "r.application", "c.part"), page);
        List<String> ways = new ArrayList<>();
        if (reach.everywhere() || !reach.units().isEmpty()) {
            ways.add(AT_DESK.formatted(atDesk(component), DAYS, seen, desk));
            ways.add(ONLINE.formatted(
                    online(component), DAYS, seen, next(order("a.submitted_on", "a.id", "f.field"), page)));
        }
        if (reach.everywhere()) {
            return ", found as (" + String.join(" union all ", ways) + ")";
        }
        if (!reach.units().isEmpty()) {
            ways.add(FOR_US.formatted(atDesk(component), seen, desk));
        }
        ways.add(APART);
        return ", " + PaperCount.COUNTED.formatted(OF_APART.formatted(reach.elsewhere(), seen)) + ", found as ("
                + String.join(" union ", ways) + ")";
    }

    /** Which papers of a desk make up a component. */
    private static String atDesk(String component) {
        String there = "c.original <> 'absent'";
        return switch (component) {
            case PaperCount.ON_PAPER -> "c.original in ('seen', 'kept', 'copy')";
            case PaperCount.DIGITISED -> there + " and c.file is not null";
            case PaperCount.REPLACED -> "c.original = 'known'";
            case PaperCount.ALL -> there;
            default -> "false";
        };
    }

    private static String online(String component) {
        return switch (component) {
            case PaperCount.ALL -> "true";
            case PaperCount.REPLACED ->
                "exists (select from publicservice.reused_paper u where u.application = a.id and u.field = f.field)";
            default -> "false";
        };
    }

    private static String next(EvidenceOrder order, EvidencePage page) {
        return order.beyond(page) + order.by(page);
    }

    private static EvidenceOrder order(String day, String application, String part) {
        return EvidenceOrder.of(EvidenceOrder.day(day), EvidenceOrder.id(application), EvidenceOrder.text(part));
    }
}

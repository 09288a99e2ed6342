package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.HashMap;
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

/** The closed cases behind figures, as far as a reader may see them: of each unit the next ones, however many came before them. */
@Component
class ClosedRecords {

    /**
     * Which cases.
     *
     * @param counted condition over {@code c}, with {@code :first} and {@code :last}
     * @param above condition over {@code c}: whether it also counts above the line
     */
    record Question(
            @Language("SQL") String counted,
            @Language("SQL") String above,
            MeasureSql.Asked asked) {}

    private static final EvidenceOrder ORDER =
            EvidenceOrder.of(EvidenceOrder.day("c.closed_on"), EvidenceOrder.id("c.id"));

    private static final EvidenceOrder FOUND =
            EvidenceOrder.of(EvidenceOrder.day("f.closed_on"), EvidenceOrder.id("f.id"));

    /** A case has one competent unit, and the plots of a unit do not overlap: it is found once. */
    @Language("SQL")
    private static final String OF_UNIT = """
            select e.id, e.code, e.competent_unit, e.closed_on, e.above
            from plot g
              cross join lateral (
                select c.id, c.code, c.competent_unit, c.closed_on, (%1$s) as above
                from casework.case_file c
                where c.competent_unit = g.unit and c.closed_on between g.first and g.last and %2$s and %3$s%4$s
                limit :size) e
            where :everywhere or g.unit = any (cast(:near as uuid[]))
            """;

    @Language("SQL")
    private static final String ELSEWHERE = """
             union all
            select c.id, c.code, c.competent_unit, c.closed_on, (%1$s) as above
            from (%2$s) s (id)
              join casework.case_file c on c.id = s.id
              join plot g on g.unit = c.competent_unit and c.closed_on between g.first and g.last
            where c.competent_unit <> all (cast(:near as uuid[])) and %3$s and %4$s
            """;

    private final Visibility visibility;
    private final MeasureSql sql;

    ClosedRecords(Visibility visibility, JdbcClient jdbc) {
        this.visibility = visibility;
        this.sql = new MeasureSql(jdbc);
    }

    Evidence evidence(Question question, Reader reader) {
        Visible visible = visibility.to(reader);
        CaseAccess.Reach reach = visible.reach();
        if (reach.nowhere()) {
            return Evidence.NONE;
        }
        EvidencePage page = question.asked().page();
        Map<String, Object> parameters =
                new HashMap<>(visible.with(question.asked().parameters()));
        parameters.putAll(ORDER.parameters(page));
        parameters.put("everywhere", reach.everywhere());
        parameters.put("near", reach.unitsAsArray());
        String found = OF_UNIT.formatted(
                question.above(), question.counted(), visible.sql(), ORDER.beyond(page) + ORDER.by(page));
        if (!reach.everywhere()) {
            found += ELSEWHERE.formatted(question.above(), reach.elsewhere(), question.counted(), visible.sql());
        }
        return sql.read(
                MeasureSql.PLOT + ", found as (" + found
                        + ") select f.id, f.code, f.competent_unit, f.closed_on, f.above, " + FOUND.place()
                        + " from found f where true" + FOUND.beyond(page) + FOUND.by(page) + " limit :size",
                parameters,
                page,
                (row, number) -> new Evidence.Row(
                        new UnitId(row.getObject("competent_unit", UUID.class)),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("code"),
                        reader.official() ? "/desk/cases/" + row.getObject("id", UUID.class) : null,
                        row.getBoolean("above")));
    }
}

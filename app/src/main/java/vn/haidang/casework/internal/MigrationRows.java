package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/** The SQL of cases that change the version of their procedure. */
@Component
class MigrationRows {

    private static final TypeReference<Map<String, Object>> DECLARED = new TypeReference<>() {};

    /** One open case as far as its procedure is concerned. */
    record Open(CaseId id, String code, UnitId unit, CaseStatus status, String step, Map<String, Object> declared) {}

    /** How many there are besides that a reader does not see: they are about the reader, or about somebody they stand in for. */
    long aboutReader(String procedure, int version, Reader reader) {
        return jdbc.sql("""
                        select count(*) from casework.case_file c
                        where c.closed_at is null and c.procedure = :procedure and c.procedure_version = :version and %s
                        """.formatted(ABOUT))
                .param("procedure", procedure)
                .param("version", version)
                .param("about", Bars.array(Bars.whoeverIs(reader)))
                .query(Long.class)
                .single();
    }

    private static final String ABOUT = """
            (c.barred and exists (
              select from casework.barred b where b.case_file = c.id and b.account = any (cast(:about as uuid[]))))""";

    private final CaseRows cases;
    private final Clocks clocks;
    private final StepUnits units;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    MigrationRows(CaseRows cases, Clocks clocks, StepUnits units, JdbcClient jdbc, JsonMapper json) {
        this.cases = cases;
        this.clocks = clocks;
        this.units = units;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those that the reader may know of. */
    List<Open> open(String procedure, int version, Reader reader) {
        return jdbc.sql("""
                        select c.id, c.code, c.competent_unit, c.status, c.step, c.declared
                        from casework.case_file c
                        where c.closed_at is null and c.procedure = :procedure and c.procedure_version = :version and not %s
                        order by c.step, c.code, c.id
                        """.formatted(ABOUT))
                .param("about", Bars.array(Bars.whoeverIs(reader)))
                .param("procedure", procedure)
                .param("version", version)
                .query((row, number) -> new Open(
                        new CaseId(Columns.uuid(row, "id")),
                        row.getString("code"),
                        new UnitId(Columns.uuid(row, "competent_unit")),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getString("step"),
                        json.readValue(row.getString("declared"), DECLARED)))
                .list();
    }

    Map<String, Object> declared(CaseId id) {
        return jdbc.sql("select declared from casework.case_file where id = :id")
                .param("id", id.value())
                .query((row, number) -> json.readValue(row.getString("declared"), DECLARED))
                .single();
    }

    /** The same stay at the same step; whoever must do it now finds it in their queue. */
    void keepStep(Standing standing, Procedure to, Procedure.Step step, Instant now) {
        version(standing, to, step, now);
        Standing.Item item = standing.item();
        Procedure.Doer doer = step.doer();
        if (item == null || doer == null) {
            return;
        }
        StepUnits.Desk desk = units.of(doer, standing.summary(), now);
        if (!desk.unit().equals(item.unit()) || !desk.role().equals(item.role())) {
            jdbc.sql("""
                            update casework.work_item
                            set unit = :unit, role = :role, claimed_by = null, claimed_by_name = null, assigned_by = null,
                              delegate = null, delegate_name = null, delegated_until = null
                            where id = :item
                            """)
                    .param("unit", desk.unit().value())
                    .param("role", desk.role().code())
                    .param("item", item.id())
                    .update();
        }
    }

    /** Another step: the present stay ends undone, another begins; a clock that stands still stands still there. */
    Standing changeStep(Standing standing, Procedure to, Procedure.Step step, Instant now) {
        UUID visit = standing.visit();
        Standing.Item item = standing.item();
        Procedure.Doer doer = step.doer();
        if (visit == null || doer == null) {
            throw new IllegalStateException("an open case stands at a step that somebody does");
        }
        version(standing, to, step, now);
        jdbc.sql("update casework.visit set left_at = :at, outcome = 'migrated' where id = :visit")
                .param("at", Columns.at(now))
                .param("visit", visit)
                .update();
        if (item != null) {
            jdbc.sql("update casework.work_item set state = 'CANCELLED', done_at = :at where id = :item")
                    .param("at", Columns.at(now))
                    .param("item", item.id())
                    .update();
        }
        boolean paused = standing.summary().status() != CaseStatus.OPEN;
        Instant due = paused
                ? null
                : clocks.stepDue(step, standing.terms(), now, standing.summary().dueAt());
        enter(standing, step, doer, due, paused, now);
        return cases.find(standing.summary().id()).orElseThrow(CaseworkProblems::noSuchCase);
    }

    private void enter(
            Standing standing,
            Procedure.Step step,
            Procedure.Doer doer,
            @Nullable Instant due,
            boolean paused,
            Instant now) {
        StepUnits.Desk desk = units.of(doer, standing.summary(), now);
        jdbc.sql("""
                        with entered as (
                          insert into casework.visit (id, case_file, step, entered_at, due_at)
                          values (:visit, :case, :step, :at, :due)
                          returning id)
                        insert into casework.work_item (id, case_file, visit, step, unit, role, state, posted_at, due_at)
                        select cast(:item as uuid), cast(:case as uuid), entered.id, cast(:step as text), cast(:unit as uuid),
                          cast(:role as text), cast(:state as text), cast(:at as timestamptz), cast(:due as timestamptz)
                        from entered
                        """)
                .param("visit", ItemWrites.nextId(now))
                .param("item", ItemWrites.nextId(now))
                .param("case", standing.summary().id().value())
                .param("step", step.code())
                .param("unit", desk.unit().value())
                .param("role", desk.role().code())
                .param("state", paused ? "WAITING" : "OPEN")
                .param("at", Columns.at(now))
                .param("due", Columns.at(due))
                .update();
    }

    private void version(Standing standing, Procedure to, Procedure.Step step, Instant now) {
        Procedure.Doer doer = step.doer();
        boolean elsewhere = doer != null
                && standing.elsewhere(units.of(doer, standing.summary(), now).unit());
        jdbc.sql("""
                        update casework.case_file
                        set procedure_version = :version, step = :step, paper_step = paper_step or :on_paper,
                          accompanied = accompanied or :elsewhere, version = version + 1
                        where id = :id
                        """)
                .param("version", to.version())
                .param("step", step.code())
                .param("on_paper", step.onPaper())
                .param("elsewhere", elsewhere)
                .param("id", standing.summary().id().value())
                .update();
    }
}

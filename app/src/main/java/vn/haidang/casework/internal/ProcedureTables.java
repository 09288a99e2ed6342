package vn.haidang.casework.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;

/** What the three tables of procedures have in common when they are loaded: what a case already follows does not change under it. */
@Component
class ProcedureTables {

    private final ProcedureRows rows;
    private final Procedures procedures;
    private final Handlers handlers;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProcedureTables(ProcedureRows rows, Procedures procedures, Handlers handlers, JdbcClient jdbc, JsonMapper json) {
        this.rows = rows;
        this.procedures = procedures;
        this.handlers = handlers;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs the statements over the lines as {@code :lines}, then refuses if that changed the course of a version in use. */
    void store(List<ReferenceRow> table, List<Map<String, Object>> lines, List<String> statements) {
        List<Procedure> before = rows.all();
        String written = json.writeValueAsString(lines);
        for (String statement : statements) {
            jdbc.sql(statement).param("lines", written).update();
        }
        List<Procedure> after = rows.all();
        for (Procedure old : before) {
            boolean kept = after.stream()
                    .filter(each -> each.code().equals(old.code()) && each.version() == old.version())
                    .anyMatch(old::sameCourseAs);
            if (!kept && rows.isUsed(old.code(), old.version()) && !table.isEmpty()) {
                table.getFirst().refuse("version", "casework.refused.version-in-use", old.code(), old.version());
            }
        }
        procedures.forget();
    }

    /** Refuses what could not be walked from the first step to an end. */
    void check(List<ReferenceRow> exits) {
        for (Procedure procedure : rows.all()) {
            for (String fault : faults(procedure)) {
                exits.getFirst().refuse("procedure", fault, procedure.code(), procedure.version());
            }
        }
        for (ReferenceRow row : exits) {
            checkTarget(row);
        }
    }

    private void checkTarget(ReferenceRow row) {
        rows.all().stream()
                .filter(each -> each.code().equals(row.text("procedure")) && each.version() == row.integer("version"))
                .forEach(procedure -> row.optionalText("to_step")
                        .filter(step -> procedure.find(step).isEmpty())
                        .ifPresent(step -> row.refuse("to_step", "reference.refused.unknown-key", step)));
    }

    private List<String> faults(Procedure procedure) {
        List<String> faults = new ArrayList<>();
        if (procedure.steps().isEmpty()) {
            return List.of("casework.refused.no-steps");
        }
        if (!reached(procedure)
                .containsAll(
                        procedure.steps().stream().map(Procedure.Step::code).toList())) {
            faults.add("casework.refused.unreachable-step");
        }
        if (!everyStepEnds(procedure)) {
            faults.add("casework.refused.no-end");
        }
        for (Procedure.Step step : procedure.steps()) {
            if (step.handler() != null && handlers.isMissing(step.handler())) {
                faults.add("casework.refused.no-handler");
            }
            for (Procedure.Exit exit : step.exits()) {
                if (exit.kind() == Procedure.Kind.SUPPLEMENT && !waitsAtPerson(procedure, exit)) {
                    faults.add("casework.refused.supplement-to-machine");
                }
            }
        }
        return faults;
    }

    private static boolean waitsAtPerson(Procedure procedure, Procedure.Exit exit) {
        String to = exit.toStep();
        return to != null && procedure.find(to).map(step -> step.doer() != null).orElse(false);
    }

    private static Set<String> reached(Procedure procedure) {
        Set<String> reached = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(procedure.first().code()));
        while (!ahead.isEmpty()) {
            String code = ahead.remove();
            if (reached.add(code)) {
                procedure
                        .find(code)
                        .ifPresent(step -> step.exits().forEach(exit -> {
                            if (exit.toStep() != null) {
                                ahead.add(exit.toStep());
                            }
                        }));
            }
        }
        return reached;
    }

    /** From every step some way leads to an end of the case. */
    private static boolean everyStepEnds(Procedure procedure) {
        Set<String> ending = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Procedure.Step step : procedure.steps()) {
                boolean ends =
                        step.exits().stream().anyMatch(exit -> exit.toStep() == null || ending.contains(exit.toStep()));
                grew |= ends && ending.add(step.code());
            }
        }
        return ending.size() == procedure.steps().size();
    }
}

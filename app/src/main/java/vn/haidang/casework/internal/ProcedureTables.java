package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.expression.Declarations;
import vn.haidang.organization.Unit;
import vn.haidang.reference.ReferenceRow;

/**
 * What the three tables of procedures have in common when they are loaded: what a case already follows does not change under it,
 * and a procedure that the authority publishes itself is not touched.
 */
@Component
class ProcedureTables {

    private final ProcedureRows rows;
    private final Procedures procedures;
    private final Vocabulary vocabulary;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProcedureTables(
            ProcedureRows rows, Procedures procedures, Vocabulary vocabulary, JdbcClient jdbc, JsonMapper json) {
        this.rows = rows;
        this.procedures = procedures;
        this.vocabulary = vocabulary;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs the statements over the lines as {@code :lines}, then refuses if that changed the course of a version in use. */
    void store(List<ReferenceRow> table, List<? extends Record> lines, @Language("SQL") String... statements) {
        changed();
        List<Procedure> before = rows.all();
        write(lines, statements);
        List<Procedure> after = rows.all();
        for (Procedure old : before) {
            boolean kept = after.stream()
                    .filter(each -> each.code().equals(old.code()) && each.version() == old.version())
                    .anyMatch(old::sameCourseAs);
            if (!kept && rows.isUsed(old.code(), old.version()) && !table.isEmpty()) {
                table.getFirst().refuse("version", "casework.refused.version-in-use", old.code(), old.version());
            }
        }
    }

    /** The procedures change in this transaction: other changes wait for its end, and every node learns of it. */
    void changed() {
        procedures.changed();
    }

    /** Runs the statements over the lines as {@code :lines}. */
    void write(List<? extends Record> lines, @Language("SQL") String... statements) {
        String written = json.writeValueAsString(lines);
        for (String statement : statements) {
            jdbc.sql(statement).param("lines", written).update();
        }
    }

    /** The rows about procedures that the authority does not publish itself. */
    List<ReferenceRow> listenedTo(List<ReferenceRow> table, String codeColumn) {
        Set<String> own = rows.ofTheAuthority();
        return own.isEmpty()
                ? table
                : table.stream()
                        .filter(row -> !own.contains(row.text(codeColumn)))
                        .toList();
    }

    /** Refuses and leaves out the exits of steps that no step table has. */
    List<ReferenceRow> atKnownSteps(List<ReferenceRow> exits) {
        List<Procedure> known = rows.all();
        List<ReferenceRow> kept = new ArrayList<>();
        for (ReferenceRow row : exits) {
            String step = row.text("step");
            if (known.stream()
                    .anyMatch(each -> isOf(row, each.code(), each.version())
                            && each.find(step).isPresent())) {
                kept.add(row);
            } else {
                row.refuse("step", "reference.refused.unknown-key", step);
            }
        }
        return kept;
    }

    /** What the procedure of a row declares; nothing where there is no such procedure. */
    Function<ReferenceRow, Declarations> declared() {
        List<Procedure> known = rows.all();
        return row -> known.stream()
                .filter(each -> isOf(row, each.code(), each.version()))
                .map(Procedure::declarations)
                .findFirst()
                .orElse(Declarations.NONE);
    }

    /** As {@link StepUnits#named}. */
    Map<Procedure.Step, Optional<Unit>> named(Procedure procedure, LocalDate day) {
        return vocabulary.named(procedure, day);
    }

    /** What is wrong with a procedure as it is. */
    List<ProcedureRules.Fault> faults(Procedure procedure) {
        return ProcedureRules.broken(
                procedure,
                vocabulary::isMissing,
                vocabulary.roles(),
                vocabulary::knowsUnit,
                key -> vocabulary.isGone(key, procedure.validFrom()));
    }

    /** Refuses what could not be walked from the first step to an end. */
    void check(List<ReferenceRow> exits) {
        Set<String> named = exits.stream().map(row -> row.text("procedure")).collect(Collectors.toSet());
        for (Procedure procedure : rows.all()) {
            List<ReferenceRow> own = exits.stream()
                    .filter(row -> isOf(row, procedure.code(), procedure.version()))
                    .toList();
            if (named.contains(procedure.code())) {
                faults(procedure).forEach(fault -> refuse(own.isEmpty() ? exits : own, fault));
            }
        }
    }

    private static boolean isOf(ReferenceRow row, String code, int version) {
        return row.text("procedure").equals(code) && row.integer("version") == version;
    }

    /** At the row of the exit, else at a row of the step, else at the first of the procedure. */
    private static void refuse(List<ReferenceRow> own, ProcedureRules.Fault fault) {
        ReferenceRow row = own.stream()
                .filter(each -> each.text("step").equals(fault.step()))
                .filter(each -> fault.outcome() == null || each.text("outcome").equals(fault.outcome()))
                .findFirst()
                .orElse(own.getFirst());
        boolean ownCell = fault.outcome() != null || fault.column().equals("step");
        row.refuse(
                ownCell ? fault.column() : "step",
                fault.messageKey(),
                fault.arguments().toArray());
    }
}

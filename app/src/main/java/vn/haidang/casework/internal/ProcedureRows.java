package vn.haidang.casework.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.expression.Expression;
import vn.haidang.identity.Role;
import vn.haidang.worktime.LegalDuration;

/** The SQL of procedures, read whole: there are dozens, not thousands. */
@Component
class ProcedureRows {

    private record Key(String code, int version) {}

    private record StepKey(Key procedure, String step) {}

    private final JdbcClient jdbc;

    ProcedureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Procedure> all() {
        Map<Key, List<FactDeclaration>> facts = facts();
        Map<StepKey, List<Procedure.Exit>> exits = exits(facts);
        Map<Key, List<Procedure.Step>> steps = steps(exits);
        return jdbc.sql("""
                        select code, version, name, name_en, lower(validity) as valid_from, upper(validity) as valid_to, work_file,
                          source, confidence
                        from casework.procedure
                        order by code, version
                        """)
                .query((row, number) -> new Procedure(
                        row.getString("code"),
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getDate("valid_from").toLocalDate(),
                        day(row.getDate("valid_to")),
                        row.getBoolean("work_file"),
                        facts.getOrDefault(key(row, "code"), List.of()),
                        row.getString("source"),
                        row.getString("confidence"),
                        steps.getOrDefault(new Key(row.getString("code"), row.getInt("version")), List.of())))
                .list();
    }

    /** All versions of one procedure, the oldest first. */
    List<Procedure> versions(String code) {
        return all().stream().filter(each -> each.code().equals(code)).toList();
    }

    /** The versions that cases name. */
    boolean isUsed(String code, int version) {
        return jdbc.sql("""
                        select exists (
                          select 1 from casework.case_file where procedure = :code and procedure_version = :version)
                        """)
                .param("code", code)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** The procedures whose shipped table is no longer listened to. */
    Set<String> ofTheAuthority() {
        return Set.copyOf(jdbc.sql("select distinct code from casework.procedure where origin = 'authority'")
                .query(String.class)
                .list());
    }

    /** Grows with every change. */
    long edition() {
        return jdbc.sql("select edition from casework.procedure_edition")
                .query(Long.class)
                .single();
    }

    /** Tells every node, once the transaction is done, and keeps other changes waiting until then. */
    void nextEdition() {
        jdbc.sql("update casework.procedure_edition set edition = edition + 1").update();
    }

    private Map<Key, List<FactDeclaration>> facts() {
        Map<Key, List<FactDeclaration>> facts = new LinkedHashMap<>();
        jdbc.sql("select code, version, facts from casework.procedure where facts <> ''")
                .query((ResultSet row) -> {
                    facts.put(key(row, "code"), FactDeclaration.read(row.getString("facts"), wrong -> {}));
                });
        return facts;
    }

    private Map<StepKey, List<Procedure.Exit>> exits(Map<Key, List<FactDeclaration>> facts) {
        Map<StepKey, List<Procedure.Exit>> exits = new LinkedHashMap<>();
        jdbc.sql("""
                        select procedure, version, step, outcome, name, name_en, kind, to_step, case_outcome, accepts, needs_reason,
                          tells_applicant, legal_basis, condition
                        from casework.procedure_exit
                        order by procedure, version, step, ordinal
                        """).query((ResultSet row) -> {
            StepKey key = new StepKey(key(row), row.getString("step"));
            exits.computeIfAbsent(key, ignored -> new ArrayList<>())
                    .add(exit(row, facts.getOrDefault(key.procedure(), List.of())));
        });
        return exits;
    }

    private Map<Key, List<Procedure.Step>> steps(Map<StepKey, List<Procedure.Exit>> exits) {
        Map<Key, List<Procedure.Step>> steps = new LinkedHashMap<>();
        jdbc.sql("""
                        select procedure, version, step, name, name_en, role, unit_rule, duration, four_eyes_group, handler, on_paper,
                          consult_question, consult_units, consult_role, consult_join, consult_due, consult_silence, consult_basis,
                          timer, timer_outcome
                        from casework.procedure_step
                        order by procedure, version, ordinal
                        """).query((ResultSet row) -> {
            Key key = key(row);
            List<Procedure.Exit> own = exits.getOrDefault(new StepKey(key, row.getString("step")), List.of());
            steps.computeIfAbsent(key, ignored -> new ArrayList<>()).add(step(row, own));
        });
        return steps;
    }

    private static Key key(ResultSet row) throws SQLException {
        return key(row, "procedure");
    }

    private static Key key(ResultSet row, String code) throws SQLException {
        return new Key(row.getString(code), row.getInt("version"));
    }

    private static Procedure.Step step(ResultSet row, List<Procedure.Exit> exits) throws SQLException {
        String role = row.getString("role");
        String duration = row.getString("duration");
        return new Procedure.Step(
                row.getString("step"),
                row.getString("name"),
                row.getString("name_en"),
                role == null ? null : new Procedure.Doer(new Role(role), UnitRule.of(row.getString("unit_rule"))),
                duration == null ? null : LegalDuration.parse(duration),
                row.getString("four_eyes_group"),
                row.getString("handler"),
                row.getBoolean("on_paper"),
                consult(row),
                timer(row),
                exits);
    }

    private static @Nullable ConsultTerms consult(ResultSet row) throws SQLException {
        String question = row.getString("consult_question");
        return question == null
                ? null
                : new ConsultTerms(
                        question,
                        ConsultTerms.units(row.getString("consult_units")),
                        new Role(row.getString("consult_role")),
                        ConsultTerms.Join.of(row.getString("consult_join")),
                        LegalDuration.parse(row.getString("consult_due")),
                        ConsultTerms.Silence.of(row.getString("consult_silence")),
                        row.getString("consult_basis"));
    }

    private static @Nullable StepTimer timer(ResultSet row) throws SQLException {
        String after = row.getString("timer");
        return after == null ? null : new StepTimer(LegalDuration.parse(after), row.getString("timer_outcome"));
    }

    private static Procedure.Exit exit(ResultSet row, List<FactDeclaration> facts) throws SQLException {
        String condition = row.getString("condition");
        return new Procedure.Exit(
                row.getString("outcome"),
                row.getString("name"),
                row.getString("name_en"),
                Procedure.Kind.of(row.getString("kind")),
                row.getString("to_step"),
                row.getString("case_outcome"),
                row.getBoolean("accepts"),
                row.getBoolean("needs_reason"),
                row.getBoolean("tells_applicant"),
                row.getString("legal_basis"),
                condition == null ? null : Expression.condition(condition, FactDeclaration.declarations(facts)));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}

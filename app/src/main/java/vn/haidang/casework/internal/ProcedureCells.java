package vn.haidang.casework.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Declarations;
import vn.haidang.expression.Expression;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.identity.Role;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.worktime.LegalDuration;

/** Reads the cells of one step and of one exit; the shipped tables and those handed in say them alike. */
final class ProcedureCells {

    static final List<String> STEP = List.of("role", "unit_rule", "duration", "four_eyes_group", "handler", "on_paper");
    /** What the first tables did not have. */
    static final List<String> STEP_OPTIONAL = List.of(
            "consult_question",
            "consult_units",
            "consult_role",
            "consult_join",
            "consult_due",
            "consult_silence",
            "consult_basis",
            "timer",
            "timer_outcome");

    static final List<String> EXIT_OPTIONAL = List.of("condition");

    static final List<String> PROCEDURE_OPTIONAL = List.of("facts");

    static final List<String> EXIT =
            List.of("kind", "to_step", "case_outcome", "accepts", "needs_reason", "tells_applicant", "legal_basis");

    private static final Set<String> KINDS = Set.of("next", "end", "supplement", "back");
    private static final Set<String> ENDINGS = Set.of("done", "refused");

    private static final Set<String> SILENCES = Set.of("wait", "consent", "escalate");
    private static final Predicate<String> RULE =
            Pattern.compile("[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*").asMatchPredicate();
    private static final Predicate<String> JOIN =
            Pattern.compile("all|first|[1-9][0-9]?").asMatchPredicate();

    private ProcedureCells() {}

    /** The step without its exits; {@code name} and {@code nameEn} are columns. */
    static Procedure.Step step(ReferenceRow row, String name, String nameEn) {
        Procedure.Doer doer = doer(row);
        String handler = row.optionalText("handler").orElse(null);
        if (doer == null && handler == null) {
            row.refuse("role", "casework.refused.nobody");
        }
        return new Procedure.Step(
                row.text("step"),
                row.text(name),
                row.text(nameEn),
                doer,
                row.optionalText("duration")
                        .map(written -> duration(row, "duration", written))
                        .orElse(null),
                row.optionalText("four_eyes_group").orElse(null),
                handler,
                flag(row, "on_paper"),
                consult(row),
                timer(row),
                List.of());
    }

    /** A role at a unit, or the head of one, whose role need not be said. */
    private static Procedure.@Nullable Doer doer(ReferenceRow row) {
        String role = row.optionalText("role").orElse(null);
        String written = row.optionalText("unit_rule").orElse("");
        if (!written.isEmpty() && !RULE.test(written)) {
            row.refuse("unit_rule", "casework.refused.unit-rule", written);
            written = UnitRule.COMPETENT.code();
        }
        UnitRule rule = UnitRule.of(written);
        if (rule.ofHead()) {
            if (role != null && !role.equals(Role.UNIT_HEAD.code())) {
                row.refuse("role", "casework.refused.role-of-head", role);
            }
            return new Procedure.Doer(Role.UNIT_HEAD, rule);
        }
        if (role == null) {
            if (!written.isEmpty()) {
                row.refuse("unit_rule", "casework.refused.unit-of-nobody");
            }
            return null;
        }
        return new Procedure.Doer(new Role(role), row.text("unit_rule").isEmpty() ? UnitRule.COMPETENT : rule);
    }

    /** What cases may declare. */
    static List<FactDeclaration> facts(ReferenceRow row) {
        return FactDeclaration.read(
                row.optionalText("facts").orElse(""), wrong -> row.refuse("facts", "casework.refused.fact", wrong));
    }

    static Procedure.Exit exit(ReferenceRow row, String name, String nameEn, Declarations facts) {
        String kind = row.oneOf("kind", KINDS);
        boolean understood = row.optionalText("kind").filter(kind::equals).isPresent();
        boolean ends = kind.equals("end");
        return new Procedure.Exit(
                row.text("outcome"),
                row.text(name),
                row.text(nameEn),
                Procedure.Kind.of(kind),
                !understood ? null : ends ? nothing(row, "to_step") : row.text("to_step"),
                !understood ? null : ends ? row.oneOf("case_outcome", ENDINGS) : nothing(row, "case_outcome"),
                flag(row, "accepts"),
                flag(row, "needs_reason"),
                flag(row, "tells_applicant"),
                row.optionalText("legal_basis").orElse(null),
                row.optionalText("condition")
                        .map(source -> condition(row, source, facts))
                        .orElse(null));
    }

    private static @Nullable Expression condition(ReferenceRow row, String source, Declarations facts) {
        try {
            return Expression.condition(source, facts);
        } catch (ExpressionRefused refused) {
            row.refuse(
                    "condition", refused.fault().messageKey(), refused.fault().messageArguments());
            return null;
        }
    }

    /** An empty cell says no. */
    static boolean flag(ReferenceRow row, String column) {
        return row.optionalText(column).isPresent() && row.flag(column);
    }

    private static @Nullable String nothing(ReferenceRow row, String column) {
        row.optionalText(column).ifPresent(text -> row.refuse(column, "casework.refused.not-with-this-kind", text));
        return null;
    }

    /** What a step asks of other units; nothing where it asks nothing. */
    private static @Nullable ConsultTerms consult(ReferenceRow row) {
        List<String> said = STEP_OPTIONAL.stream()
                .filter(column -> column.startsWith("consult_")
                        && row.optionalText(column).isPresent())
                .toList();
        if (said.isEmpty()) {
            return null;
        }
        String join = row.text("consult_join");
        if (!JOIN.test(join)) {
            row.refuse("consult_join", "casework.refused.consult-join", join);
        }
        String silence = row.oneOf("consult_silence", SILENCES);
        String basis = row.optionalText("consult_basis").orElse(null);
        if (silence.equals("consent") && basis == null) {
            row.refuse("consult_basis", "casework.refused.consent-without-basis");
        }
        LegalDuration due = duration(row, "consult_due", row.text("consult_due"));
        List<String> units = ConsultTerms.units(row.text("consult_units"));
        return due == null || !JOIN.test(join)
                ? null
                : new ConsultTerms(
                        row.text("consult_question"),
                        units,
                        new Role(row.text("consult_role")),
                        ConsultTerms.Join.of(join),
                        due,
                        ConsultTerms.Silence.of(silence),
                        basis);
    }

    /** What the machine does when nobody did; nothing where it waits for ever. */
    private static @Nullable StepTimer timer(ReferenceRow row) {
        if (row.optionalText("timer").isEmpty()
                && row.optionalText("timer_outcome").isEmpty()) {
            return null;
        }
        LegalDuration after = duration(row, "timer", row.text("timer"));
        String outcome = row.text("timer_outcome");
        return after == null ? null : new StepTimer(after, outcome);
    }

    private static @Nullable LegalDuration duration(ReferenceRow row, String column, String written) {
        try {
            return LegalDuration.parse(written);
        } catch (RuntimeException malformed) {
            row.refuse(column, "casework.refused.duration", written);
            return null;
        }
    }
}

package vn.haidang.casework.internal;

import java.util.List;
import java.util.Set;
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
    static final List<String> EXIT_OPTIONAL = List.of("condition");

    static final List<String> PROCEDURE_OPTIONAL = List.of("facts");

    static final List<String> EXIT =
            List.of("kind", "to_step", "case_outcome", "accepts", "needs_reason", "tells_applicant", "legal_basis");

    private static final Set<String> RULES = Set.of("competent", "receiving");
    private static final Set<String> KINDS = Set.of("next", "end", "supplement", "back");
    private static final Set<String> ENDINGS = Set.of("done", "refused");

    private ProcedureCells() {}

    /** The step without its exits; {@code name} and {@code nameEn} are columns. */
    static Procedure.Step step(ReferenceRow row, String name, String nameEn) {
        String role = row.optionalText("role").orElse(null);
        if (role == null && row.optionalText("unit_rule").isPresent()) {
            row.refuse("unit_rule", "casework.refused.unit-of-nobody");
        }
        String handler = row.optionalText("handler").orElse(null);
        if (role == null && handler == null) {
            row.refuse("role", "casework.refused.nobody");
        }
        return new Procedure.Step(
                row.text("step"),
                row.text(name),
                row.text(nameEn),
                role == null
                        ? null
                        : new Procedure.Doer(new Role(role), Procedure.UnitRule.of(row.oneOf("unit_rule", RULES))),
                row.optionalText("duration")
                        .map(written -> duration(row, written))
                        .orElse(null),
                row.optionalText("four_eyes_group").orElse(null),
                handler,
                flag(row, "on_paper"),
                List.of());
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

    private static @Nullable LegalDuration duration(ReferenceRow row, String written) {
        try {
            return LegalDuration.parse(written);
        } catch (RuntimeException malformed) {
            row.refuse("duration", "casework.refused.duration", written);
            return null;
        }
    }
}

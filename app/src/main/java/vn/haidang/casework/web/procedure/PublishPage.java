package vn.haidang.casework.web.procedure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedurePublishing;
import vn.haidang.organization.Unit;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * Before a version begins or ends: the day, and what it would move.
 *
 * @param procedure the draft, or the version to end
 * @param ended the version that would end, null when none is in force then
 * @param seen whether the consequences are shown for a good day, so that it can be done
 * @param named the steps at units that the table names, and what these are on the day
 * @param refusal key of the problem that refused it, null for none
 */
public record PublishPage(
        Procedure procedure,
        boolean ending,
        DayForm form,
        List<FieldError> errors,
        boolean seen,
        @Nullable Procedure ended,
        List<ProcedurePublishing.Standing> standings,
        List<Named> named,
        LocalDate today,
        @Nullable String refusal,
        List<Object> refusalArguments) {

    /** A step that a unit of its own does. */
    public record Named(Procedure.Step step, Unit unit) {}

    public String path() {
        return "/admin/procedures/" + procedure.code();
    }

    public String here() {
        return ending ? path() + "/" + procedure.version() + "/end" : path() + "/publish";
    }

    public LocalDate day() {
        LocalDate day = form.date();
        return day == null ? today : day;
    }

    /** Open cases under the version that would end. */
    public long open() {
        return staying().stream().mapToLong(ProcedurePublishing.Standing::cases).sum();
    }

    public List<ProcedurePublishing.Standing> staying() {
        return standings.stream()
                .filter(each -> ended != null && each.version() == ended.version())
                .toList();
    }

    public long older() {
        return standings.stream()
                .filter(each -> ended == null || each.version() != ended.version())
                .mapToLong(ProcedurePublishing.Standing::cases)
                .sum();
    }

    public String step(String code, Screen screen) {
        return ended == null
                ? code
                : ended.find(code).map(step -> step.name(screen.locale())).orElse(code);
    }
}

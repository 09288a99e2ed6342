package vn.haidang.casework.web.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureDrafts;
import vn.haidang.casework.internal.ProcedurePublishing;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** From draft to version in force to superseded: first what it would move, then doing it. */
@Controller
class ProcedureInForce {

    private static final String DAY = "from-day";
    private static final String MONTH = "from-month";
    private static final String YEAR = "from-year";

    private final Procedures procedures;
    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final Clock clock;

    ProcedureInForce(Procedures procedures, ProcedureDrafts drafts, ProcedurePublishing publishing, Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.publishing = publishing;
        this.clock = clock;
    }

    @GetMapping("/admin/procedures/{code}/publish")
    @Requires(ProcedureAdministration.ACTION)
    PageView before(
            @PathVariable String code,
            @RequestParam(name = DAY, required = false) @Nullable String day,
            @RequestParam(name = MONTH, required = false) @Nullable String month,
            @RequestParam(name = YEAR, required = false) @Nullable String year) {
        return page(draft(code), false, DayForm.of(day, month, year), null);
    }

    @PostMapping("/admin/procedures/{code}/publish")
    @Requires(ProcedureAdministration.ACTION)
    ModelAndView publish(
            Reader reader,
            @PathVariable String code,
            @RequestParam(name = DAY, required = false) @Nullable String day,
            @RequestParam(name = MONTH, required = false) @Nullable String month,
            @RequestParam(name = YEAR, required = false) @Nullable String year) {
        DayForm form = DayForm.of(day, month, year);
        Procedure draft = draft(code);
        LocalDate from = form.date();
        if (from == null) {
            return PageView.refused(page(draft, false, form, null), 422);
        }
        try {
            publishing.publish(code, from, reader);
            return new ModelAndView("redirect:/admin/procedures/" + code + "?done=published");
        } catch (ProblemException refusal) {
            return PageView.refused(
                    page(draft, false, form, refusal.problem()),
                    refusal.problem().status());
        }
    }

    @GetMapping("/admin/procedures/{code}/{version}/end")
    @Requires(ProcedureAdministration.ACTION)
    PageView beforeEnd(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(name = DAY, required = false) @Nullable String day,
            @RequestParam(name = MONTH, required = false) @Nullable String month,
            @RequestParam(name = YEAR, required = false) @Nullable String year) {
        return page(version(code, version), true, DayForm.of(day, month, year), null);
    }

    @PostMapping("/admin/procedures/{code}/{version}/end")
    @Requires(ProcedureAdministration.ACTION)
    ModelAndView end(
            Reader reader,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(name = DAY, required = false) @Nullable String day,
            @RequestParam(name = MONTH, required = false) @Nullable String month,
            @RequestParam(name = YEAR, required = false) @Nullable String year) {
        DayForm form = DayForm.of(day, month, year);
        Procedure procedure = version(code, version);
        LocalDate from = form.date();
        if (from == null) {
            return PageView.refused(page(procedure, true, form, null), 422);
        }
        try {
            publishing.end(code, version, from, reader);
            return new ModelAndView("redirect:/admin/procedures/" + code + "?done=ended");
        } catch (ProblemException refusal) {
            return PageView.refused(
                    page(procedure, true, form, refusal.problem()),
                    refusal.problem().status());
        }
    }

    @PostMapping("/admin/procedures/{code}/{version}/take-back")
    @Requires(ProcedureAdministration.ACTION)
    String takeBack(Reader reader, @PathVariable String code, @PathVariable int version) {
        publishing.takeBack(code, version, reader);
        return procedures.all().stream().anyMatch(each -> each.code().equals(code))
                ? "redirect:/admin/procedures/" + code + "?done=taken-back"
                : "redirect:/admin/procedures?done=taken-back";
    }

    private PageView page(Procedure procedure, boolean ending, DayForm asked, @Nullable Problem refused) {
        LocalDate today = LocalDate.now(clock);
        DayForm form = asked.isEmpty() ? DayForm.of(today.plusDays(1)) : asked;
        LocalDate day = form.date();
        List<FieldError> errors = form.errors();
        Procedure ended = ending
                ? procedure
                : day == null ? null : procedures.inForce(procedure.code(), day).orElse(null);
        Problem refusal = refused != null || ending || day == null || asked.isEmpty()
                ? refused
                : publishing
                        .notThere(procedure, day)
                        .map(ProblemException::problem)
                        .orElse(null);
        return new PageView(
                "casework/procedure/publish",
                new PublishPage(
                        procedure,
                        ending,
                        form,
                        errors,
                        !asked.isEmpty() && errors.isEmpty() && refusal == null,
                        ended,
                        publishing.open(procedure.code()),
                        ending || day == null ? List.of() : named(procedure, day),
                        today,
                        refusal == null ? null : refusal.messageKey(),
                        refusal == null ? List.of() : refusal.arguments()));
    }

    private List<PublishPage.Named> named(Procedure procedure, LocalDate day) {
        List<PublishPage.Named> named = new ArrayList<>();
        publishing
                .named(procedure, day)
                .forEach((step, unit) -> unit.ifPresent(known -> named.add(new PublishPage.Named(step, known))));
        return named;
    }

    private Procedure draft(String code) {
        Procedure draft = drafts.find(code)
                .orElseThrow(() -> CaseworkProblems.noSuchDraft(code))
                .procedure();
        if (draft == null) {
            throw CaseworkProblems.draftRefused(code);
        }
        return draft;
    }

    private Procedure version(String code, int version) {
        return procedures.find(code, version).orElseThrow(() -> CaseworkProblems.noSuchVersion(code, version));
    }
}

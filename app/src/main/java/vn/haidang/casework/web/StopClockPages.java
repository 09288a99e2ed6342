package vn.haidang.casework.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** A head stops the clock of a case by hand, with a reason and a legal basis, and lets it go on. */
@Controller
class StopClockPages {

    /** Any other refusal is of the reason, by the module that owns what the case is about. */
    private static final String OWN = "casework/";

    private final ClockActs clocks;
    private final CaseSubjects subjects;

    StopClockPages(ClockActs clocks, CaseSubjects subjects) {
        this.clocks = clocks;
        this.subjects = subjects;
    }

    @GetMapping("/desk/cases/{id}/clock")
    @Requires("casework/stop-clock")
    PageView show(Reader reader, @PathVariable UUID id) {
        return page(reader, new CaseId(id), StopClockForm.EMPTY, List.of());
    }

    @PostMapping("/desk/cases/{id}/clock/stop")
    @Requires("casework/stop-clock")
    ModelAndView stop(Reader reader, @PathVariable UUID id, @ModelAttribute StopClockForm form) {
        CaseId caseId = new CaseId(id);
        List<FieldError> errors = form.errors();
        if (!errors.isEmpty()) {
            PageView page = page(reader, caseId, form, errors);
            page.setStatus(HttpStatusCode.valueOf(422));
            return page;
        }
        try {
            clocks.stop(form.stop(caseId), reader);
        } catch (ProblemException problem) {
            if (problem.problem().code().startsWith(OWN)) {
                throw problem;
            }
            PageView page = page(reader, caseId, form, List.of(FieldError.of("reason", problem.problem())));
            page.setStatus(HttpStatusCode.valueOf(problem.problem().status()));
            return page;
        }
        return new ModelAndView(after(reader, caseId));
    }

    @PostMapping("/desk/cases/{id}/clock/go-on")
    @Requires("casework/stop-clock")
    String letGoOn(Reader reader, @PathVariable UUID id, @ModelAttribute StopClockForm form) {
        clocks.letGoOn(new CaseId(id), form.expectedVersion(), form.parsedKey(), reader);
        return after(reader, new CaseId(id));
    }

    /** Whoever stands above one whom the case is about sees its clock and nothing else of it. */
    private String after(Reader reader, CaseId id) {
        return "redirect:/desk/cases/" + id.value() + (clocks.sees(id, reader) ? "?done=1" : "/clock");
    }

    private PageView page(Reader reader, CaseId id, StopClockForm form, List<FieldError> errors) {
        CaseSummary summary = clocks.look(id, reader);
        return new PageView(
                "casework/stopClock", StopClockPage.of(summary, subjects.titled(summary.title()), form, errors));
    }
}

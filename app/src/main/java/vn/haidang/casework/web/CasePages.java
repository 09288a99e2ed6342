package vn.haidang.casework.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.ItemActs;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** One case on the desk: read, act, take, return. */
@Controller
class CasePages {

    private static final String NAMELESS = "casework/no-paper-named";

    private static final Map<String, String> FIELDS = Map.of(
            "casework/reason-missing",
            "reason",
            "casework/no-such-outcome",
            "outcome",
            "casework/no-such-paper",
            "papers",
            NAMELESS,
            "papers");

    private final Cases cases;
    private final CaseDesk desk;
    private final ItemActs items;
    private final CaseParts parts;

    CasePages(Cases cases, CaseDesk desk, ItemActs items, CaseParts parts) {
        this.cases = cases;
        this.desk = desk;
        this.items = items;
        this.parts = parts;
    }

    @GetMapping("/desk/cases/{id}")
    @Requires("casework/read-case")
    PageView show(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        return page(reader, new CaseId(id), ActForm.EMPTY, List.of(), null, !done.isEmpty());
    }

    @PostMapping("/desk/cases/{id}/act")
    @Requires("casework/act")
    ModelAndView act(
            Reader reader,
            @PathVariable UUID id,
            @ModelAttribute ActForm typed,
            @RequestParam Map<String, String> parameters) {
        CaseId caseId = new CaseId(id);
        ActForm form = typed.with(FactsForm.of(parameters));
        List<FieldError> errors = form.errors();
        if (!errors.isEmpty()) {
            return refused(page(reader, caseId, form, errors, null, false), 422);
        }
        try {
            cases.act(form.act(caseId, reader));
            return new ModelAndView("redirect:/desk/cases/" + id + "?done=1");
        } catch (ProblemException refusal) {
            Problem problem = refusal.problem();
            if (problem.status() == 404) {
                throw refusal;
            }
            String field = field(problem);
            return refused(
                    page(
                            reader,
                            caseId,
                            problem.code().equals(NAMELESS) ? form.warned() : form,
                            field == null
                                    ? List.of()
                                    : List.of(FieldError.of(
                                            field,
                                            problem.messageKey(),
                                            problem.arguments().toArray())),
                            field == null ? problem : null,
                            false),
                    problem.status());
        }
    }

    private static @Nullable String field(Problem problem) {
        return problem.code().equals("casework/fact-malformed")
                ? FactsForm.PREFIX + problem.arguments().getFirst()
                : FIELDS.get(problem.code());
    }

    @PostMapping("/desk/cases/{id}/claim")
    @Requires("casework/act")
    String claim(Reader reader, @PathVariable UUID id) {
        items.claim(items.present(new CaseId(id), reader), reader);
        return "redirect:/desk/cases/" + id;
    }

    @PostMapping("/desk/cases/{id}/return")
    @Requires("casework/act")
    String giveBack(Reader reader, @PathVariable UUID id) {
        items.giveBack(items.present(new CaseId(id), reader), reader);
        return "redirect:/desk/cases/" + id;
    }

    private PageView page(
            Reader reader, CaseId id, ActForm form, List<FieldError> errors, @Nullable Problem refusal, boolean done) {
        return new PageView("casework/case", parts.page(desk.view(id, reader), reader, form, errors, refusal, done));
    }

    private static PageView refused(PageView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}

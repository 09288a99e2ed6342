package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Asking other units for their opinion on a case, and asking no longer. */
@Controller
class ConsultPages {

    private static final Map<String, String> FIELDS = Map.of(
            "casework/nobody-asked", "unit-1",
            "casework/too-many-needed", "needed",
            "casework/span-past", "due",
            "casework/consent-without-basis", "basis");

    private final Cases cases;
    private final ConsultActs consults;
    private final UnitChoices choices;
    private final CaseSubjects subjects;

    ConsultPages(Cases cases, ConsultActs consults, UnitChoices choices, CaseSubjects subjects) {
        this.cases = cases;
        this.consults = consults;
        this.choices = choices;
        this.subjects = subjects;
    }

    @GetMapping("/desk/cases/{id}/consults/new")
    @Requires("casework/act")
    PageView form(Reader reader, Locale locale, @PathVariable UUID id) {
        return page(cases.get(new CaseId(id), reader), ConsultForm.EMPTY, List.of(), locale);
    }

    @PostMapping("/desk/cases/{id}/consults")
    @Requires("casework/act")
    ModelAndView ask(
            Reader reader, Locale locale, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        ConsultForm form = ConsultForm.of(parameters);
        CaseSummary summary = cases.get(new CaseId(id), reader);
        List<FieldError> errors = new ArrayList<>(form.errors());
        for (int place = 1; place <= ConsultForm.ROOM; place++) {
            if (!form.unit(place).isEmpty() && !choices.lives(form.unit(place))) {
                errors.add(FieldError.of("unit-" + place, "casework.task.unit.missing"));
            }
        }
        if (errors.isEmpty() && !choices.works(form.role())) {
            errors.add(FieldError.of("role", "casework.task.role.missing"));
        }
        if (!errors.isEmpty()) {
            return refused(page(summary, form, errors, locale), 422);
        }
        try {
            consults.ask(form.consult(summary.id()), form.parsedKey(), reader);
            return new ModelAndView("redirect:/desk/cases/" + id + "?done=1");
        } catch (ProblemException refusal) {
            Problem problem = refusal.problem();
            String field = FIELDS.get(problem.code());
            if (field == null) {
                throw refusal;
            }
            FieldError error = FieldError.of(
                    field, problem.messageKey(), problem.arguments().toArray());
            return refused(page(summary, form, List.of(error), locale), problem.status());
        }
    }

    @PostMapping("/desk/cases/{id}/consults/{consult}/withdraw")
    @Requires("casework/act")
    String withdraw(Reader reader, @PathVariable UUID id, @PathVariable UUID consult) {
        consults.withdraw(new CaseId(id), consult, reader);
        return "redirect:/desk/cases/" + id + "?done=1";
    }

    private PageView page(CaseSummary summary, ConsultForm form, List<FieldError> errors, Locale locale) {
        return new PageView(
                "casework/consult",
                new ConsultPage(
                        summary,
                        subjects.titled(summary.title()),
                        form,
                        choices.units(List.of(summary.competentUnit(), summary.receivingUnit()), locale),
                        choices.roles(locale),
                        errors));
    }

    private static ModelAndView refused(PageView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}

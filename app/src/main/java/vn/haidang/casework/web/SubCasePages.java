package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Work that officials begin themselves: beneath a case, or of its own. */
@Controller
class SubCasePages {

    private static final Map<String, String> FIELDS =
            Map.of("casework/not-your-unit", "unit", "casework/no-such-procedure", "procedure");

    private final Cases cases;
    private final SubCases subCases;
    private final UnitChoices choices;
    private final ProcedureChoices procedures;
    private final CaseSubjects subjects;

    SubCasePages(
            Cases cases, SubCases subCases, UnitChoices choices, ProcedureChoices procedures, CaseSubjects subjects) {
        this.cases = cases;
        this.subCases = subCases;
        this.choices = choices;
        this.procedures = procedures;
        this.subjects = subjects;
    }

    @GetMapping("/desk/cases/{id}/cases/new")
    @Requires("casework/act")
    PageView beneath(Reader reader, Locale locale, @PathVariable UUID id) {
        return page(reader, cases.get(new CaseId(id), reader), SubCaseForm.EMPTY, List.of(), locale);
    }

    @PostMapping("/desk/cases/{id}/cases")
    @Requires("casework/act")
    ModelAndView open(Reader reader, Locale locale, @PathVariable UUID id, @ModelAttribute SubCaseForm form) {
        return opened(reader, cases.get(new CaseId(id), reader), form, locale);
    }

    @GetMapping("/desk/work/new")
    @Requires("casework/act")
    PageView alone(Reader reader, Locale locale) {
        return page(reader, null, SubCaseForm.EMPTY, List.of(), locale);
    }

    @PostMapping("/desk/work")
    @Requires("casework/act")
    ModelAndView begin(Reader reader, Locale locale, @ModelAttribute SubCaseForm form) {
        return opened(reader, null, form, locale);
    }

    private ModelAndView opened(Reader reader, @Nullable CaseSummary parent, SubCaseForm form, Locale locale) {
        List<FieldError> errors = new ArrayList<>(form.errors(parent != null));
        if (errors.isEmpty() && !choices.lives(form.unit())) {
            errors.add(FieldError.of("unit", "casework.task.unit.missing"));
        }
        if (errors.isEmpty() && parent != null && !procedures.has(form.procedure())) {
            errors.add(FieldError.of("procedure", "casework.sub-case.procedure.missing"));
        }
        if (!errors.isEmpty()) {
            return refused(page(reader, parent, form, errors, locale), 422);
        }
        try {
            CaseId opened = subCases.open(form.asked(parent == null ? null : parent.id()), form.parsedKey(), reader);
            return new ModelAndView(
                    "redirect:/desk/cases/" + (parent == null ? opened : parent.id()).value() + "?done=1");
        } catch (ProblemException refusal) {
            Problem problem = refusal.problem();
            String field = FIELDS.get(problem.code());
            if (field == null) {
                throw refusal;
            }
            FieldError error = FieldError.of(
                    field, problem.messageKey(), problem.arguments().toArray());
            return refused(page(reader, parent, form, List.of(error), locale), problem.status());
        }
    }

    private PageView page(
            Reader reader, @Nullable CaseSummary parent, SubCaseForm form, List<FieldError> errors, Locale locale) {
        List<UnitId> first =
                parent == null ? List.copyOf(reader.units()) : List.of(parent.competentUnit(), parent.receivingUnit());
        List<Option> units = choices.units(first, locale);
        return new PageView(
                "casework/subCase",
                new SubCasePage(
                        parent,
                        subjects.titled(parent == null ? Stream.empty() : Stream.of(parent.title())),
                        form,
                        units,
                        procedures.options(locale),
                        errors));
    }

    private static ModelAndView refused(PageView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}

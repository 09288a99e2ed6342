package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.haidang.casework.internal.TaskActs;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The plan of a case: asking for a task, or for a part of one. */
@Controller
class TaskPages {

    private final Cases cases;
    private final TaskActs tasks;
    private final UnitChoices choices;
    private final CaseSubjects subjects;

    TaskPages(Cases cases, TaskActs tasks, UnitChoices choices, CaseSubjects subjects) {
        this.cases = cases;
        this.tasks = tasks;
        this.choices = choices;
        this.subjects = subjects;
    }

    @GetMapping("/desk/cases/{id}/tasks/new")
    @Requires("casework/act")
    PageView form(Reader reader, Locale locale, @PathVariable UUID id, @RequestParam(defaultValue = "") String parent) {
        CaseSummary summary = cases.get(new CaseId(id), reader);
        return page(
                summary, TaskForm.empty(parent, summary.competentUnit().value().toString()), List.of(), locale);
    }

    @PostMapping("/desk/cases/{id}/tasks")
    @Requires("casework/act")
    ModelAndView post(
            Reader reader,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(name = "due-day", defaultValue = "") String day,
            @RequestParam(name = "due-month", defaultValue = "") String month,
            @RequestParam(name = "due-year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String key) {
        TaskForm form = new TaskForm(
                parent.strip(), title.strip(), unit.strip(), role.strip(), TypedDay.of(day, month, year), key.strip());
        CaseSummary summary = cases.get(new CaseId(id), reader);
        List<FieldError> errors = new ArrayList<>(form.errors());
        if (errors.isEmpty() && !choices.lives(form.unit())) {
            errors.add(FieldError.of("unit", "casework.task.unit.missing"));
        }
        if (errors.isEmpty() && !choices.works(form.role())) {
            errors.add(FieldError.of("role", "casework.task.role.missing"));
        }
        if (!errors.isEmpty()) {
            PageView page = page(summary, form, errors, locale);
            page.setStatus(HttpStatusCode.valueOf(422));
            return page;
        }
        UUID task = tasks.post(form.task(summary.id()), form.parsedKey(), reader);
        return new ModelAndView("redirect:/desk/items/" + task + "?done=1");
    }

    private PageView page(CaseSummary summary, TaskForm form, List<FieldError> errors, Locale locale) {
        return new PageView(
                "casework/task",
                new TaskPage(
                        summary,
                        subjects.titled(summary.title()),
                        form,
                        choices.units(List.of(summary.competentUnit(), summary.receivingUnit()), locale),
                        choices.roles(locale),
                        errors));
    }
}

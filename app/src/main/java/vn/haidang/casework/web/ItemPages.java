package vn.haidang.casework.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ItemActs;
import vn.haidang.casework.internal.ItemDesk;
import vn.haidang.casework.internal.TaskActs;
import vn.haidang.casework.internal.WorkItem;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Roles;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** One work item: who does it, in whose stead, and that it is done. */
@Controller
class ItemPages {

    private static final Map<String, String> FIELDS = Map.of(
            "casework/no-such-colleague", "person",
            "casework/about-them", "person",
            "casework/span-past", "until",
            "casework/span-too-long", "until");

    private final ItemDesk desk;
    private final ItemActs acts;
    private final TaskActs tasks;
    private final ConsultActs consults;
    private final Units units;
    private final Roles roles;

    ItemPages(ItemDesk desk, ItemActs acts, TaskActs tasks, ConsultActs consults, Units units, Roles roles) {
        this.desk = desk;
        this.acts = acts;
        this.tasks = tasks;
        this.consults = consults;
        this.units = units;
        this.roles = roles;
    }

    @GetMapping("/desk/items/{id}")
    @Requires("casework/read-case")
    PageView show(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        return page(reader, id, ItemForm.EMPTY, List.of(), !done.isEmpty());
    }

    @PostMapping("/desk/items/{id}/claim")
    @Requires("casework/act")
    String claim(Reader reader, @PathVariable UUID id) {
        acts.claim(id, reader);
        return shown(id);
    }

    @PostMapping("/desk/items/{id}/return")
    @Requires("casework/act")
    String giveBack(Reader reader, @PathVariable UUID id) {
        acts.giveBack(id, reader);
        return shown(id);
    }

    @PostMapping("/desk/items/{id}/assign")
    @Requires("casework/act")
    ModelAndView assign(Reader reader, @PathVariable UUID id, @ModelAttribute ItemForm form) {
        var to = form.to();
        if (to.isEmpty()) {
            return refused(reader, id, form, List.of(FieldError.of("person", "casework.item.person.missing")), 422);
        }
        return afterwards(reader, id, form, "person", () -> acts.assign(id, to.get(), reader));
    }

    @PostMapping("/desk/items/{id}/delegate")
    @Requires("casework/act")
    ModelAndView delegate(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(name = "until-day", defaultValue = "") String day,
            @RequestParam(name = "until-month", defaultValue = "") String month,
            @RequestParam(name = "until-year", defaultValue = "") String year) {
        ItemForm form = new ItemForm("", "", "", substitute, TypedDay.of(day, month, year));
        var to = form.substituteAccount();
        var until = form.untilMoment();
        if (to.isEmpty() || until.isEmpty()) {
            return refused(reader, id, form, form.ofDelegation(), 422);
        }
        return afterwards(reader, id, form, "substitute", () -> acts.delegate(id, to.get(), until.get(), reader));
    }

    @PostMapping("/desk/items/{id}/recall")
    @Requires("casework/act")
    String recall(Reader reader, @PathVariable UUID id) {
        acts.recall(id, reader);
        return shown(id);
    }

    /** A task is done. */
    @PostMapping("/desk/items/{id}/complete")
    @Requires("casework/act")
    ModelAndView complete(Reader reader, @PathVariable UUID id, @ModelAttribute ItemForm form) {
        List<FieldError> errors = form.ofNote();
        if (!errors.isEmpty()) {
            return refused(reader, id, form, errors, 422);
        }
        return afterwards(reader, id, form, "note", () -> tasks.done(id, form.noteOrNull(), reader));
    }

    /** A unit answers what it was asked. */
    @PostMapping("/desk/items/{id}/answer")
    @Requires("casework/act")
    ModelAndView answer(Reader reader, @PathVariable UUID id, @ModelAttribute ItemForm form) {
        List<FieldError> errors = form.ofAnswer();
        var answer = form.answer();
        if (!errors.isEmpty() || answer.isEmpty()) {
            return refused(reader, id, form, errors, 422);
        }
        return afterwards(reader, id, form, "note", () -> consults.answer(id, answer.get(), form.noteOrNull(), reader));
    }

    /** A task is taken out of the plan. */
    @PostMapping("/desk/items/{id}/cancel")
    @Requires("casework/act")
    String cancel(Reader reader, @PathVariable UUID id) {
        tasks.cancel(id, reader);
        return shown(id);
    }

    private ModelAndView afterwards(Reader reader, UUID id, ItemForm form, String personField, Runnable act) {
        try {
            act.run();
            return new ModelAndView(shown(id));
        } catch (ProblemException refusal) {
            Problem problem = refusal.problem();
            String field = FIELDS.get(problem.code());
            if (field == null) {
                throw refusal;
            }
            return refused(
                    reader,
                    id,
                    form,
                    List.of(FieldError.of(
                            field.equals("person") ? personField : field,
                            problem.messageKey(),
                            problem.arguments().toArray())),
                    problem.status());
        }
    }

    private ModelAndView refused(Reader reader, UUID id, ItemForm form, List<FieldError> errors, int status) {
        PageView page = page(reader, id, form, errors, false);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private PageView page(Reader reader, UUID id, ItemForm form, List<FieldError> errors, boolean done) {
        ItemDesk.View view = desk.view(id, reader);
        WorkItem item = view.item();
        return new PageView(
                "casework/item",
                new ItemPage(
                        view,
                        units.find(item.unit()).map(UnitWords::name).orElse(""),
                        roles.name(item.role(), LocaleContextHolder.getLocale()),
                        form,
                        errors,
                        done));
    }

    private static String shown(UUID id) {
        return "redirect:/desk/items/" + id + "?done=1";
    }
}

package vn.haidang.form.web.build;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.form.internal.Lookups;
import vn.haidang.form.internal.Trial;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.form.internal.build.FormDraftRows;
import vn.haidang.form.internal.build.FormDrafts;
import vn.haidang.form.internal.build.Place;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Frames;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/**
 * Writes a form: its outline, one page, one question. Every button saves what is typed on its screen, right or wrong, and what is wrong
 * is said beside it. A page on which something is written goes only after it was shown what goes with it.
 */
@Controller
class FormDraftPages {

    private static final String DRAFT = FormDesk.PATH + "/{code}/draft";

    private final FormDrafts drafts;
    private final Lookups lookups;

    FormDraftPages(FormDrafts drafts, Lookups lookups) {
        this.drafts = drafts;
        this.lookups = lookups;
    }

    /** What a button wants, and of which page or question: {@code up 12}. */
    private record Press(String act, int item) {
        static Press of(String sent) {
            String[] parts = sent.split(" ", 2);
            boolean named = parts.length == 2 && parts[1].matches("[0-9]{1,6}");
            return new Press(parts[0], named ? Integer.parseInt(parts[1]) : 0);
        }
    }

    @GetMapping(DRAFT)
    @Requires(FormDesk.ACTION)
    PageView outline(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String remove) {
        return outline(drafts.get(code), null, remove, done);
    }

    private PageView outline(
            FormDraftRows.Stored stored, @Nullable Map<String, String> unsaved, String remove, String done) {
        FormDraft draft = stored.draft();
        Trial trial = drafts.tried(draft);
        return new PageView(
                "form/build/outline",
                new OutlinePage(
                        draft,
                        stored.changedAt(),
                        stored.changedBy(),
                        typed(draft.says(), unsaved, Faults.at(trial, -1, -1)),
                        Faults.all(trial, draft),
                        draft.page(Press.of("remove " + remove).item()).orElse(null),
                        FormDesk.done(done)));
    }

    @PostMapping(DRAFT)
    @Requires(FormDesk.ACTION)
    ModelAndView outline(
            @PathVariable String code,
            @RequestParam(name = "do", defaultValue = "save") String act,
            @RequestParam(name = OutlinePage.SURE, defaultValue = "") String sure,
            HttpServletRequest request,
            Reader reader) {
        Map<String, String> says = Binder.says(Binder.FORM, request);
        Press press = Press.of(act);
        FormDraft after;
        try {
            after = drafts.change(
                    code,
                    draft -> {
                        FormDraft said = asShown(request, draft.says(), draft, draft.saying(says));
                        return switch (press.act()) {
                            case "add-page" -> said.withNewPage(Map.of());
                            case "add-group" -> said.withNewPage(Map.of("repeat", "yes", "repeat.most", "10"));
                            case "up" -> said.movedPage(press.item(), true);
                            case "down" -> said.movedPage(press.item(), false);
                            case "remove" ->
                                said.page(press.item())
                                        .filter(page -> !page.written()
                                                || page.standing().equals(sure))
                                        .map(page -> said.withoutPage(page.id()))
                                        .orElse(said);
                            default -> said;
                        };
                    },
                    reader);
        } catch (SavedMeanwhile other) {
            return PageView.refused(outline(drafts.get(code), says, "", ""), 409);
        }
        if (press.act().equals("remove") && after.page(press.item()).isPresent()) {
            return asksAgain(FormDesk.draft(code), press.item());
        }
        if (press.act().startsWith("add-") && !after.pages().isEmpty()) {
            return FormDesk.to(
                    FormDesk.draft(code) + "/" + after.pages().getLast().id(), "added");
        }
        return FormDesk.to(FormDesk.draft(code), done(press));
    }

    @GetMapping(DRAFT + "/{page}")
    @Requires(FormDesk.ACTION)
    PageView page(
            @PathVariable String code,
            @PathVariable int page,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String remove,
            HttpServletResponse response) {
        return page(code, page, null, remove, done, response);
    }

    private PageView page(
            String code,
            int page,
            @Nullable Map<String, String> unsaved,
            String remove,
            String done,
            HttpServletResponse response) {
        Frames.hold(response);
        FormDraft draft = drafts.get(code).draft();
        FormDraft.PageDraft shown = draft.page(page).orElseThrow(FormDraftPages::noSuchPage);
        Trial trial = drafts.tried(draft);
        int index = draft.pages().indexOf(shown);
        String place = Place.page(index);
        return new PageView(
                "form/build/page",
                new PageEditPage(
                        code,
                        shown,
                        typed(shown.says(), unsaved, Faults.at(trial, index, -1)),
                        earlier(draft, index, 0),
                        Nameable.at(trial, place),
                        Nameable.at(trial, place + ".checks"),
                        Nameable.at(trial, place + ".repeat"),
                        preview(draft, shown, trial),
                        shown.field(Press.of("remove " + remove).item()).orElse(null),
                        FormDesk.done(done)));
    }

    @PostMapping(DRAFT + "/{page}")
    @Requires(FormDesk.ACTION)
    ModelAndView page(
            @PathVariable String code,
            @PathVariable int page,
            @RequestParam(name = "do", defaultValue = "save") String act,
            @RequestParam(name = OutlinePage.SURE, defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Reader reader) {
        Map<String, String> says = Binder.says(Binder.PAGE, request);
        Press press = Press.of(act);
        FormDraft after;
        try {
            after = drafts.change(
                    code,
                    there(page, draft -> {
                        Map<String, String> saved = draft.page(page)
                                .orElseThrow(FormDraftPages::noSuchPage)
                                .says();
                        FormDraft said = asShown(request, saved, draft, draft.sayingOfPage(page, says));
                        return switch (press.act()) {
                            case "add-question" -> said.withNewField(page);
                            case "up" -> said.movedField(page, press.item(), true);
                            case "down" -> said.movedField(page, press.item(), false);
                            case "remove" ->
                                said.page(page)
                                        .flatMap(each -> each.field(press.item()))
                                        .filter(field -> !field.written()
                                                || field.standing().equals(sure))
                                        .map(field -> said.withoutField(page, field.id()))
                                        .orElse(said);
                            default -> said;
                        };
                    }),
                    reader);
        } catch (SavedMeanwhile other) {
            return PageView.refused(page(code, page, says, "", "", response), 409);
        }
        FormDraft.PageDraft saved = after.page(page).orElseThrow(FormDraftPages::noSuchPage);
        String here = FormDesk.draft(code) + "/" + page;
        if (press.act().equals("remove") && saved.field(press.item()).isPresent()) {
            return asksAgain(here, press.item());
        }
        if (press.act().equals("add-question") && !saved.fields().isEmpty()) {
            return FormDesk.to(here + "/" + saved.fields().getLast().id(), "added");
        }
        if (press.act().equals("preview")) {
            String preview = preview(after, saved, drafts.tried(after));
            return preview.isEmpty() ? FormDesk.to(here, "saved") : FormDesk.to(preview, "");
        }
        return FormDesk.to(here, done(press));
    }

    @GetMapping(DRAFT + "/{page}/{field}")
    @Requires(FormDesk.ACTION)
    PageView question(
            @PathVariable String code,
            @PathVariable int page,
            @PathVariable int field,
            @RequestParam(defaultValue = "") String done,
            HttpServletResponse response) {
        return question(code, page, field, null, done, response);
    }

    private PageView question(
            String code,
            int page,
            int field,
            @Nullable Map<String, String> unsaved,
            String done,
            HttpServletResponse response) {
        Frames.hold(response);
        FormDraft draft = drafts.get(code).draft();
        FormDraft.PageDraft on = draft.page(page).orElseThrow(FormDraftPages::noSuchPage);
        FormDraft.FieldDraft shown = on.field(field).orElseThrow(FormDraftPages::noSuchPage);
        Trial trial = drafts.tried(draft);
        int index = draft.pages().indexOf(on);
        int place = on.fields().indexOf(shown);
        return new PageView(
                "form/build/question",
                new FieldEditPage(
                        code,
                        on,
                        shown,
                        typed(shown.says(), unsaved, Faults.at(trial, index, place)),
                        earlier(draft, index, place),
                        later(draft, index, place),
                        lookups.all(),
                        lookups.attributes(),
                        Nameable.at(trial, Place.field(index, place)),
                        preview(draft, on, trial),
                        FormDesk.done(done)));
    }

    @PostMapping(DRAFT + "/{page}/{field}")
    @Requires(FormDesk.ACTION)
    ModelAndView question(
            @PathVariable String code,
            @PathVariable int page,
            @PathVariable int field,
            @RequestParam(name = "do", defaultValue = "save") String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Reader reader) {
        Map<String, String> says = Binder.says(Binder.FIELD, request);
        FormDraft after;
        try {
            after = drafts.change(
                    code,
                    there(page, draft -> {
                        Map<String, String> saved = draft.page(page)
                                .flatMap(each -> each.field(field))
                                .orElseThrow(FormDraftPages::noSuchPage)
                                .says();
                        return asShown(request, saved, draft, draft.sayingOfField(page, field, says));
                    }),
                    reader);
        } catch (SavedMeanwhile other) {
            return PageView.refused(question(code, page, field, says, "", response), 409);
        }
        String here = FormDesk.draft(code) + "/" + page + "/" + field;
        if (act.equals("preview")) {
            String preview =
                    preview(after, after.page(page).orElseThrow(FormDraftPages::noSuchPage), drafts.tried(after));
            return preview.isEmpty() ? FormDesk.to(here, "saved") : FormDesk.to(preview, "");
        }
        return FormDesk.to(here, "saved");
    }

    /** Somebody else saved the same screen after it was shown. */
    private static final class SavedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the screen would make of the draft, unless it would write over what was not shown on it. */
    private static FormDraft asShown(
            HttpServletRequest request, Map<String, String> saved, FormDraft before, FormDraft said) {
        String stands = request.getParameter(Typed.STANDS);
        if (stands != null && !stands.equals(Typed.standing(saved)) && !said.equals(before)) {
            throw new SavedMeanwhile();
        }
        return said;
    }

    private static Typed typed(
            Map<String, String> saved, @Nullable Map<String, String> unsaved, List<FieldError> errors) {
        return unsaved == null ? new Typed(saved, errors) : Typed.beside(saved, unsaved);
    }

    /** What is written goes only when somebody who saw it says so a second time. */
    private static ModelAndView asksAgain(String where, int item) {
        return new ModelAndView(new RedirectView(where + "?remove=" + item + "#" + OutlinePage.SURE, true));
    }

    /** Whoever writes on a page that somebody took away meanwhile is told so. */
    private static UnaryOperator<FormDraft> there(int page, UnaryOperator<FormDraft> change) {
        return draft -> {
            if (draft.page(page).isEmpty()) {
                throw noSuchPage();
            }
            return change.apply(draft);
        };
    }

    private static String done(Press press) {
        return switch (press.act()) {
            case "up", "down" -> "moved";
            case "remove" -> "removed";
            default -> "saved";
        };
    }

    /** Where a page can be looked at; empty while something is wrong with it. */
    private static String preview(FormDraft draft, FormDraft.PageDraft page, Trial trial) {
        boolean right = trial.form() != null
                && trial.form().pages().stream().anyMatch(each -> each.code().equals(page.of("page")));
        return right ? FormDesk.draft(draft.code()) + "/preview/" + page.of("page") + (page.repeats() ? "-1" : "") : "";
    }

    /** The questions that stand behind one, those of groups left out. */
    private static List<FormDraft.FieldDraft> later(FormDraft draft, int page, int field) {
        List<FormDraft.FieldDraft> later = new ArrayList<>();
        for (int i = page; i < draft.pages().size(); i++) {
            FormDraft.PageDraft each = draft.pages().get(i);
            if (!each.repeats()) {
                later.addAll(
                        i == page
                                ? each.fields().subList(field + 1, each.fields().size())
                                : each.fields());
            }
        }
        return later;
    }

    /** The questions that stand before a place, for conditions on their answers; of a group that is closed none. */
    private static List<FormDraft.FieldDraft> earlier(FormDraft draft, int page, int field) {
        List<FormDraft.FieldDraft> earlier = new ArrayList<>();
        for (int i = 0; i <= page; i++) {
            FormDraft.PageDraft each = draft.pages().get(i);
            if (i == page) {
                earlier.addAll(each.fields().subList(0, field));
            } else if (!each.repeats()) {
                earlier.addAll(each.fields());
            }
        }
        return earlier;
    }

    private static ProblemException noSuchPage() {
        return Problem.of("form/no-such-page", 404).exception();
    }
}

package vn.haidang.casework.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.ItemActs;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.casework.spi.CaseContent;
import vn.haidang.casework.web.procedure.PictureView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** One case on the desk: read, act, take, return. */
@Controller
class CasePages {

    private static final Map<String, String> FIELDS =
            Map.of("casework/reason-missing", "reason", "casework/no-such-outcome", "outcome");

    private final Cases cases;
    private final CaseDesk desk;
    private final ItemActs items;
    private final Units units;
    private final ObjectProvider<CaseContent> contents;
    private final ProcedurePictures pictures;

    CasePages(
            Cases cases,
            CaseDesk desk,
            ItemActs items,
            Units units,
            ObjectProvider<CaseContent> contents,
            ProcedurePictures pictures) {
        this.cases = cases;
        this.desk = desk;
        this.items = items;
        this.units = units;
        this.contents = contents;
        this.pictures = pictures;
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
                            form,
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
        CaseDesk.View view = desk.view(id, reader);
        boolean conflict = refusal != null && refusal.code().equals(CaseworkProblems.CHANGED_MEANWHILE);
        return new PageView(
                "casework/case",
                new CasePage(
                        view,
                        name(view.summary().competentUnit()),
                        name(view.summary().receivingUnit()),
                        content(view, reader),
                        picture(view),
                        form,
                        errors,
                        refusal == null ? null : refusal.messageKey(),
                        refusal == null ? List.of() : refusal.arguments(),
                        conflict ? since(view, form) : List.of(),
                        done));
    }

    private @Nullable Fragment content(CaseDesk.View view, Reader reader) {
        return contents.stream()
                .filter(content -> content.subjectType().equals(view.summary().subjectType()))
                .findFirst()
                .map(content -> content.draw(view.summary(), reader))
                .orElse(null);
    }

    private PictureView picture(CaseDesk.View view) {
        Procedure.Step step = view.step();
        return new PictureView(
                view.procedure(),
                pictures,
                step == null ? null : step.code(),
                view.events().stream()
                        .filter(event -> event.outcome() != null && event.step() != null)
                        .map(event -> String.valueOf(event.step()))
                        .collect(Collectors.toSet()));
    }

    private String name(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }

    private static List<Cases.Event> since(CaseDesk.View view, ActForm form) {
        long seen = form.act(view.summary().id(), Reader.ANONYMOUS).expectedVersion();
        return view.events().stream()
                .filter(event -> event.caseVersion() > seen)
                .toList();
    }

    private static PageView refused(PageView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}

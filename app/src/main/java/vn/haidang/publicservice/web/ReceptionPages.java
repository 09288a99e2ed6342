package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.Turn;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.ReceptionPapers;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.KeptInput;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;
import vn.haidang.ui.SaysTooLarge;

/** Taking a dossier in at the counter or from the post: who, where to, the form, the papers, handing in. */
@Controller
class ReceptionPages {

    static final String PATH = "/desk/reception";

    private final Receptions receptions;
    private final ReceptionStart start;
    private final ReceptionPapers papers;
    private final HandingOver handingOver;
    private final ReceptionScreens screens;
    private final Drafts drafts;

    ReceptionPages(
            Receptions receptions,
            ReceptionStart start,
            ReceptionPapers papers,
            HandingOver handingOver,
            ReceptionScreens screens,
            Drafts drafts) {
        this.receptions = receptions;
        this.start = start;
        this.papers = papers;
        this.handingOver = handingOver;
        this.screens = screens;
        this.drafts = drafts;
    }

    @GetMapping(PATH)
    @Requires(Receptions.ACTION)
    PageView desk(@RequestParam Map<String, String> asked, Reader officer) {
        return desk(ReceptionForm.of(asked), List.of(), officer);
    }

    @PostMapping(PATH)
    @Requires(Receptions.ACTION)
    ModelAndView begin(@RequestParam Map<String, String> asked, Reader officer) {
        ReceptionForm form = ReceptionForm.of(asked);
        var key = Ids.uuid(asked.getOrDefault("key", ""));
        if (key.isEmpty()) {
            return PageView.wrong(desk(form, List.of(FieldError.of("number", "publicservice.check.again")), officer));
        }
        try {
            return switch (start.begin(form, key.get(), officer)) {
                case ReceptionStart.Begun.Reception(UUID id) -> to(PATH + "/" + id);
                case ReceptionStart.Begun.Refused(ReceptionForm again, List<FieldError> errors) ->
                    PageView.wrong(desk(again, errors, officer));
            };
        } catch (ProblemException refused) {
            String field = switch (refused.problem().code()) {
                case "publicservice/own-dossier" -> form.represented().oneself() ? "number" : "for-number";
                case "publicservice/right-not-shown" -> "for-proof";
                case "publicservice/arrival-not-past" -> "arrived";
                case "publicservice/not-your-desk" -> "help";
                case "publicservice/no-such-receiver" -> "receiving";
                default -> "";
            };
            if (field.isEmpty()) {
                throw refused;
            }
            return PageView.wrong(desk(form, List.of(FieldError.of(field, refused.problem())), officer));
        }
    }

    @GetMapping(PATH + "/{id}")
    @Requires(Receptions.ACTION)
    ModelAndView overview(@PathVariable String id, Reader officer) {
        Reception reception = get(id, officer);
        return reception.finished()
                ? to(PATH + "/" + reception.id() + "/receipt")
                : screens.overview(reception, papers.of(reception, officer), List.of(), officer);
    }

    @PostMapping(PATH + "/{id}/begin")
    @Requires(Receptions.ACTION)
    ModelAndView prepare(@PathVariable String id, @RequestParam(defaultValue = "") String unit, Reader officer) {
        Reception reception = get(id, officer);
        try {
            DraftId draft = receptions.prepare(reception.id(), Ids.receiver(unit), officer);
            return to(screens.first(reception, draft, officer));
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/no-such-receiver")) {
                throw refused;
            }
            return PageView.wrong(screens.overview(
                    reception,
                    papers.of(reception, officer),
                    List.of(FieldError.of("unit", "publicservice.start.unit.error")),
                    officer));
        }
    }

    @SaysTooLarge
    @GetMapping(PATH + "/{id}/form/{page}")
    @Requires(Receptions.ACTION)
    ModelAndView question(
            @PathVariable String id,
            @PathVariable String page,
            @RequestParam Map<String, String> asked,
            @RequestParam(name = Drafts.CORRECT, defaultValue = "") Set<String> correcting,
            HttpServletRequest request,
            Reader officer) {
        boolean returning = asked.containsKey(Drafts.RETURN);
        boolean tooLarge = asked.containsKey(SaysTooLarge.FLAG);
        return screens.shown(open(id, officer), page, returning, KeptInput.of(request), tooLarge, correcting, officer);
    }

    @PostMapping(PATH + "/{id}/form/{page}")
    @Requires(Receptions.ACTION)
    ModelAndView answer(
            @PathVariable String id, @PathVariable String page, HttpServletRequest request, Reader officer) {
        Reception reception = open(id, officer);
        boolean returning = request.getParameter(Drafts.RETURN) != null;
        DraftId draft = reception.draft();
        if (draft == null) {
            throw PublicServiceProblems.noSuchReception();
        }
        Turn turn = drafts.take(draft, page, request.getParameterMap(), Uploads.of(request), reception.by(officer));
        KeptInput.forget(request);
        return switch (turn) {
            case Turn.Stay(var errors) ->
                errors.isEmpty()
                        ? to(ReceptionScreens.form(reception, page) + again(request, returning))
                        : PageView.wrong(
                                screens.question(reception, page, errors, returning, correcting(request), officer));
            case Turn.Next(String next) -> to(ReceptionScreens.form(reception, next));
            case Turn.Check() -> to(ReceptionScreens.path(reception) + "/papers");
        };
    }

    @SaysTooLarge
    @GetMapping(PATH + "/{id}/papers")
    @Requires(Receptions.ACTION)
    ModelAndView papers(
            @PathVariable String id,
            @RequestParam(name = SaysTooLarge.FLAG, required = false) @Nullable String tooLarge,
            Reader officer) {
        Reception reception = open(id, officer);
        return tooLarge == null
                ? papers(reception, List.of(), officer)
                : PageView.wrong(papers(reception, tooLarge(reception, officer), officer));
    }

    /** All papers at once; one that is refused takes nothing from the others. */
    @PostMapping(PATH + "/{id}/papers")
    @Requires(Receptions.ACTION)
    ModelAndView note(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request,
            Reader officer) {
        Reception reception = open(id, officer);
        List<Upload> uploads = Uploads.of(request);
        List<FieldError> errors = new ArrayList<>();
        for (Paper paper : papers.of(reception, officer)) {
            Upload scan = uploads.stream()
                    .filter(upload -> upload.field().equals("scan-" + paper.part()))
                    .findFirst()
                    .orElse(null);
            Paper.Original original = Paper.Original.of(asked.getOrDefault("original-" + paper.part(), ""));
            if (original == null) {
                if (scan != null || paper.required()) {
                    errors.add(FieldError.of("original-" + paper.part(), "publicservice.paper.error", paper.name()));
                }
                continue;
            }
            try {
                papers.note(reception.id(), paper.part(), original, scan, officer);
            } catch (ProblemException refused) {
                errors.add(FieldError.of("scan-" + paper.part(), refused.problem()));
            }
        }
        return errors.isEmpty()
                ? to(ReceptionScreens.path(reception))
                : PageView.wrong(papers(reception, errors, officer));
    }

    @PostMapping(PATH + "/{id}/hand-in")
    @Requires(Receptions.ACTION)
    ModelAndView handIn(@PathVariable String id, Reader officer) {
        Reception reception = get(id, officer);
        try {
            handingOver.handIn(reception.id(), officer);
            return to(ReceptionScreens.path(reception) + "/receipt");
        } catch (ProblemException refused) {
            String why = switch (refused.problem().code()) {
                case "publicservice/papers-not-noted" -> "publicservice.reception.error.papers";
                case "form/not-complete" -> "publicservice.check.incomplete";
                default -> "";
            };
            if (why.isEmpty()) {
                throw refused;
            }
            return PageView.wrong(screens.overview(
                    reception, papers.of(reception, officer), List.of(FieldError.of("missing", why)), officer));
        }
    }

    @GetMapping(PATH + "/{id}/receipt")
    @Requires(Receptions.ACTION)
    ModelAndView receipt(@PathVariable String id, Reader officer) {
        Reception reception = get(id, officer);
        return new PageView(
                "publicservice/desk/receipt", start.receipt(reception, papers.of(reception, officer), officer));
    }

    /** What the same page is opened with again: whether it returns, and which known field is corrected now. */
    private static String again(HttpServletRequest request, boolean returning) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (returning) {
            query.queryParam(Drafts.RETURN, 1);
        }
        String unlock = request.getParameter(Drafts.UNLOCK);
        if (unlock != null) {
            query.queryParam(Drafts.CORRECT, unlock);
        }
        return query.encode().toUriString();
    }

    private static Set<String> correcting(HttpServletRequest request) {
        String[] named = request.getParameterValues(Drafts.CORRECT);
        return named == null ? Set.of() : new HashSet<>(Arrays.asList(named));
    }

    private PageView desk(ReceptionForm form, List<FieldError> errors, Reader officer) {
        return new PageView("publicservice/desk/start", start.page(form, errors, officer));
    }

    /** At the first that takes a scan: which of them was too large is not known. */
    private List<FieldError> tooLarge(Reception reception, Reader officer) {
        return papers.of(reception, officer).stream()
                .map(Paper::part)
                .filter(part -> part.startsWith("item-"))
                .findFirst()
                .map(part -> List.of(FieldError.tooLarge("scan-" + part, SupplementPage.LARGEST_FILE)))
                .orElse(List.of());
    }

    private PageView papers(Reception reception, List<FieldError> errors, Reader officer) {
        return new PageView(
                "publicservice/desk/papers",
                new ReceptionPapersPage(reception, screens.title(reception), papers.of(reception, officer), errors));
    }

    private Reception get(String id, Reader officer) {
        return receptions.get(Ids.uuid(id).orElseThrow(PublicServiceProblems::noSuchReception), officer);
    }

    private Reception open(String id, Reader officer) {
        Reception reception = get(id, officer);
        if (reception.finished()) {
            throw PublicServiceProblems.receptionFinished();
        }
        return reception;
    }

    private static ModelAndView to(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}

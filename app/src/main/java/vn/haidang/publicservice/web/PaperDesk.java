package vn.haidang.publicservice.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperMatter;
import vn.haidang.publicservice.internal.once.PaperRows.Lookup;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** For officials: look up what a paper would say; only what cannot be found, and why, may be asked for. */
@Controller
class PaperDesk {

    private static final String OF_APPLICATION = "/desk/applications/{id}/papers";
    private static final String OF_FEEDBACK = FeedbackDesk.PATH + "/{id}/papers";

    private final ApplicationRows applications;
    private final Feedbacks feedbacks;
    private final Cases cases;
    private final PaperLookups lookups;
    private final ReceiverChoice units;

    PaperDesk(
            ApplicationRows applications,
            Feedbacks feedbacks,
            Cases cases,
            PaperLookups lookups,
            ReceiverChoice units) {
        this.applications = applications;
        this.feedbacks = feedbacks;
        this.cases = cases;
        this.lookups = lookups;
        this.units = units;
    }

    @GetMapping(OF_APPLICATION)
    @Requires("publicservice/read-application")
    ModelAndView papers(@PathVariable String id, @RequestParam(defaultValue = "") String lookup, Reader reader) {
        return page(visible(id, reader), OF_APPLICATION, null, lookup, List.of());
    }

    /** {@code act}: look for a paper, or ask for it all the same. */
    @PostMapping(OF_APPLICATION)
    @Requires("publicservice/ask-paper")
    ModelAndView act(@PathVariable String id, @RequestParam Map<String, String> typed, Reader reader) {
        return act(visible(id, reader), OF_APPLICATION, typed, reader);
    }

    @GetMapping(OF_FEEDBACK)
    @Requires(FeedbackRows.ACTION)
    ModelAndView papersOfFeedback(
            @PathVariable String id, @RequestParam(defaultValue = "") String lookup, Reader reader) {
        return page(handled(id, reader), OF_FEEDBACK, null, lookup, List.of());
    }

    @PostMapping(OF_FEEDBACK)
    @Requires("publicservice/ask-paper")
    ModelAndView actOfFeedback(@PathVariable String id, @RequestParam Map<String, String> typed, Reader reader) {
        return act(handled(id, reader), OF_FEEDBACK, typed, reader);
    }

    private ModelAndView act(PaperMatter matter, String path, Map<String, String> typed, Reader reader) {
        if (typed.getOrDefault("act", "look").equals("ask")) {
            return ask(matter, path, typed, reader);
        }
        String paper = typed.getOrDefault("paper", "");
        if (lookups.papers(matter).stream().noneMatch(each -> each.code().equals(paper))) {
            return page(matter, path, null, "", List.of(FieldError.of("paper", "publicservice.lookup-paper.error")));
        }
        return page(matter, path, lookups.look(matter, paper, reader), "", List.of());
    }

    private ModelAndView ask(PaperMatter matter, String path, Map<String, String> typed, Reader reader) {
        String lookup = typed.getOrDefault("lookup", "");
        try {
            lookups.mustAsk(
                    matter,
                    Ids.uuid(lookup).orElseThrow(DataProblems::nothingHere),
                    typed.getOrDefault("failure", ""),
                    typed.getOrDefault("reason", ""),
                    reader);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/data-reason-missing")) {
                throw refused;
            }
            return page(
                    matter,
                    path,
                    null,
                    lookup,
                    List.of(FieldError.of("reason", "publicservice.lookup-paper.reason.error")));
        }
        var redirect = new RedirectView("/desk/cases/" + matter.caseId().value(), true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView page(
            PaperMatter matter,
            String path,
            PaperLookups.@Nullable Found found,
            String asking,
            List<FieldError> errors) {
        List<Lookup> done = lookups.of(matter);
        Map<String, String> words = new HashMap<>();
        if (found != null) {
            found.values().forEach(value -> words.put(value.attribute(), words(value)));
        }
        var view = new PageView(
                "publicservice/papers",
                new PaperPage(
                        path.replace("{id}", matter.subject().id().toString()),
                        matter.code(),
                        "/desk/cases/" + matter.caseId().value(),
                        lookups.papers(matter),
                        done,
                        found,
                        done.stream()
                                .filter(each -> each.id().toString().equals(asking) && each.askedOn() == null)
                                .findFirst()
                                .orElse(null),
                        words,
                        matter.party() != null,
                        errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** Whoever handles it, and it is not about them. */
    private PaperMatter handled(String id, Reader reader) {
        return PaperMatter.of(feedbacks.atDesk(FeedbackPages.id(id), reader));
    }

    private String words(KnownValue value) {
        return value.attribute().endsWith(".residence")
                ? Ids.uuid(value.value())
                        .map(unit -> units.name(new UnitId(unit)))
                        .orElse(value.value())
                : value.value();
    }

    private PaperMatter visible(String id, Reader reader) {
        Application application =
                applications.any(Ids.application(id)).orElseThrow(PublicServiceProblems::noSuchApplication);
        try {
            cases.get(application.caseId(), reader);
        } catch (ProblemException hidden) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return PaperMatter.of(application);
    }
}

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
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.once.PaperLookups;
import vn.haidang.publicservice.internal.once.PaperRows.Lookup;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** For officials: look up what a paper would say; only what cannot be found, and why, may be asked for. */
@Controller
class PaperDesk {

    private static final String PATH = "/desk/applications/{id}/papers";

    private final ApplicationRows applications;
    private final Cases cases;
    private final PaperLookups lookups;
    private final ReceiverChoice units;

    PaperDesk(ApplicationRows applications, Cases cases, PaperLookups lookups, ReceiverChoice units) {
        this.applications = applications;
        this.cases = cases;
        this.lookups = lookups;
        this.units = units;
    }

    @GetMapping(PATH)
    @Requires("publicservice/read-application")
    ModelAndView papers(@PathVariable String id, @RequestParam(defaultValue = "") String lookup, Reader reader) {
        return page(visible(id, reader), null, lookup, List.of());
    }

    /** {@code act}: look for a paper, or ask for it all the same. */
    @PostMapping(PATH)
    @Requires("publicservice/ask-paper")
    ModelAndView act(
            @PathVariable String id,
            @RequestParam(defaultValue = "look") String act,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(defaultValue = "") String lookup,
            @RequestParam(defaultValue = "") String failure,
            @RequestParam(defaultValue = "") String reason,
            Reader reader) {
        Application application = visible(id, reader);
        if (act.equals("ask")) {
            return ask(application, lookup, failure, reason, reader);
        }
        if (lookups.papers(application).stream().noneMatch(each -> each.code().equals(paper))) {
            return page(application, null, "", List.of(FieldError.of("paper", "publicservice.lookup-paper.error")));
        }
        return page(application, lookups.look(application, paper, reader), "", List.of());
    }

    private ModelAndView ask(Application application, String lookup, String failure, String reason, Reader reader) {
        try {
            lookups.mustAsk(
                    application,
                    Ids.uuid(lookup).orElseThrow(PublicServiceProblems::noSuchApplication),
                    failure,
                    reason,
                    reader);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/data-reason-missing")) {
                throw refused;
            }
            return page(
                    application,
                    null,
                    lookup,
                    List.of(FieldError.of("reason", "publicservice.lookup-paper.reason.error")));
        }
        var redirect = new RedirectView("/desk/cases/" + application.caseId().value(), true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView page(
            Application application, PaperLookups.@Nullable Found found, String asking, List<FieldError> errors) {
        List<Lookup> done = lookups.of(application);
        Map<String, String> words = new HashMap<>();
        if (found != null) {
            found.values().forEach(value -> words.put(value.attribute(), words(value)));
        }
        var view = new PageView(
                "publicservice/papers",
                new PaperPage(
                        application.id().value().toString(),
                        application.dossierCode(),
                        "/desk/cases/" + application.caseId().value(),
                        lookups.papers(application),
                        done,
                        found,
                        done.stream()
                                .filter(each -> each.id().toString().equals(asking) && each.askedOn() == null)
                                .findFirst()
                                .orElse(null),
                        words,
                        errors));
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private String words(KnownValue value) {
        return value.attribute().endsWith(".residence")
                ? Ids.uuid(value.value())
                        .map(unit -> units.name(new UnitId(unit)))
                        .orElse(value.value())
                : value.value();
    }

    private Application visible(String id, Reader reader) {
        Application application =
                applications.any(Ids.application(id)).orElseThrow(PublicServiceProblems::noSuchApplication);
        try {
            cases.get(application.caseId(), reader);
        } catch (ProblemException hidden) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return application;
    }
}

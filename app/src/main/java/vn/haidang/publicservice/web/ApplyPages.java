package vn.haidang.publicservice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.Turn;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Bundles;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.KeptInput;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;
import vn.haidang.ui.SaysTooLarge;

/** From the start button to the receipt: which unit, one question a page, check, hand in. */
@Controller
class ApplyPages {

    private final Applications applications;
    private final Bundles bundles;
    private final Drafts drafts;
    private final ApplyScreens screens;
    private final ApplyStart start;
    private final BesideQuestions beside;

    ApplyPages(
            Applications applications,
            Bundles bundles,
            Drafts drafts,
            ApplyScreens screens,
            ApplyStart start,
            BesideQuestions beside) {
        this.applications = applications;
        this.bundles = bundles;
        this.drafts = drafts;
        this.screens = screens;
        this.start = start;
        this.beside = beside;
    }

    @GetMapping("/apply/{code}")
    @Requires(Access.SIGNED_IN)
    ModelAndView start(@PathVariable String code, Reader reader) {
        return start.page(code, reader, List.of());
    }

    @PostMapping("/apply/{code}")
    @Requires(Access.SIGNED_IN)
    ModelAndView begin(@PathVariable String code, @RequestParam(defaultValue = "") String unit, Reader reader) {
        try {
            var draft = applications.prepare(code, Ids.receiver(unit), reader);
            return to(screens.first(draft, reader));
        } catch (ProblemException refused) {
            if (!refused.problem().equals(PublicServiceProblems.noSuchReceiver().problem())) {
                throw refused;
            }
            return start.page(code, reader, List.of(FieldError.of("unit", "publicservice.start.unit.error")));
        }
    }

    @GetMapping("/apply/{code}/{draft}")
    @Requires(Access.SIGNED_IN)
    ModelAndView resume(@PathVariable String code, @PathVariable String draft, Reader reader) {
        return to(goesOn(Ids.draft(draft), reader));
    }

    @SaysTooLarge
    @GetMapping("/apply/{code}/{draft}/{page}")
    @Requires(Access.SIGNED_IN)
    ModelAndView question(
            @PathVariable String code,
            @PathVariable String draft,
            @PathVariable String page,
            @RequestParam(name = Drafts.RETURN, required = false) @Nullable String returning,
            @RequestParam(name = Drafts.CORRECT, defaultValue = "") Set<String> correcting,
            HttpServletRequest request,
            Reader reader) {
        var id = Ids.draft(draft);
        boolean tooLarge = request.getParameter(SaysTooLarge.FLAG) != null;
        return screens.shown(id, page, returning != null, KeptInput.of(request), tooLarge, correcting, reader)
                .orElseGet(() -> to(goesOn(id, reader)));
    }

    @PostMapping("/apply/{code}/{draft}/{page}")
    @Requires(Access.SIGNED_IN)
    ModelAndView answer(
            @PathVariable String code,
            @PathVariable String draft,
            @PathVariable String page,
            HttpServletRequest request,
            Reader reader) {
        var preparation = applications.preparation(Ids.draft(draft), reader);
        String path = "/apply/" + preparation.serviceCode() + "/"
                + preparation.draft().value() + "/";
        boolean returning = request.getParameter(Drafts.RETURN) != null;
        String chosen = request.getParameter(BesideQuestions.USE);
        Turn turn;
        try {
            if (chosen != null) {
                beside.use(preparation.draft(), page, chosen, reader);
            }
            turn = drafts.take(preparation.draft(), page, request.getParameterMap(), Uploads.of(request), reader);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("form/draft-finished")) {
                throw refused;
            }
            return to(goesOn(preparation.draft(), reader));
        }
        KeptInput.forget(request);
        if (chosen != null) {
            return to(path + page + again(request, returning));
        }
        return switch (turn) {
            case Turn.Stay(var errors) ->
                errors.isEmpty()
                        ? to(path + page + again(request, returning))
                        : screens.question(preparation.draft(), page, errors, returning, correcting(request), reader);
            case Turn.Next(String next) -> to(path + next);
            case Turn.Check() -> to(path + "check");
        };
    }

    /** What the same page is opened with again: whether it returns to the check, and which field is corrected now. */
    private static String again(HttpServletRequest request, boolean returning) {
        var query = UriComponentsBuilder.newInstance();
        if (returning) {
            query.queryParam(Drafts.RETURN, "1");
        }
        String unlock = request.getParameter(Drafts.UNLOCK);
        if (unlock != null) {
            query.queryParam(Drafts.CORRECT, "{field}");
        }
        return query.encode().buildAndExpand(unlock).toUriString();
    }

    private static Set<String> correcting(HttpServletRequest request) {
        String[] named = request.getParameterValues(Drafts.CORRECT);
        return named == null ? Set.of() : Set.copyOf(List.of(named));
    }

    /** Handing in may have ended at a sign-in: from there back to where it began. */
    @GetMapping({"/apply/{code}/{draft}/check", "/apply/{code}/{draft}/submit"})
    @Requires(Access.SIGNED_IN)
    ModelAndView check(@PathVariable String code, @PathVariable String draft, Reader reader) {
        var id = Ids.draft(draft);
        return screens.checked(id, reader).orElseGet(() -> to(goesOn(id, reader)));
    }

    /** The receipt, whether this request handed the draft in or one before it did. */
    @PostMapping("/apply/{code}/{draft}/submit")
    @Requires(Access.SIGNED_IN)
    ModelAndView submit(
            @PathVariable String code,
            @PathVariable String draft,
            @RequestParam(defaultValue = "") String key,
            @RequestHeader(name = "Sec-CH-UA-Mobile", defaultValue = "") String mobile,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            Reader reader) {
        var preparation = applications.preparation(Ids.draft(draft), reader);
        if (Ids.uuid(key).isEmpty()) {
            return screens.check(
                    preparation.draft(), List.of(FieldError.of("key", "publicservice.check.again")), reader);
        }
        try {
            var submission = new Applications.Submission(
                    preparation.draft(), Ids.uuid(key).get(), Device.of(mobile, agent), reader);
            if (bundles.prepared(preparation.draft())) {
                return to("/my/life-events/" + bundles.submit(submission).value());
            }
            ApplicationId id = applications.submit(submission);
            return to("/my/applications/" + id.value() + "/receipt");
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("form/not-complete")) {
                throw refused;
            }
            return screens.check(
                    preparation.draft(), List.of(FieldError.of("missing", "publicservice.check.incomplete")), reader);
        }
    }

    /** Where a draft goes on: what it became, or its first page with something missing or wrong. */
    private String goesOn(DraftId draft, Reader reader) {
        return handedIn(draft, reader).orElseGet(() -> screens.resume(draft, reader));
    }

    /** The page of what a draft became when it was handed in. */
    private Optional<String> handedIn(DraftId draft, Reader reader) {
        if (drafts.get(draft, reader).finishedAt() == null) {
            return Optional.empty();
        }
        return bundles.of(draft, reader)
                .map(bundle -> "/my/life-events/" + bundle.value())
                .or(() -> applications.of(draft, reader).map(id -> "/my/applications/" + id.value() + "/receipt"));
    }

    private static ModelAndView to(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}

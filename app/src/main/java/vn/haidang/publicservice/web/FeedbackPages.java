package vn.haidang.publicservice.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haidang.identity.Attempts;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Complaints and suggestions for everybody: public answers, and what one sent oneself. */
@Controller
class FeedbackPages {

    static final Attempts.Limit PER_ACCOUNT = new Attempts.Limit("feedback", 10, Duration.ofHours(1));

    private static final int A_PAGE = 20;
    private static final String MINE = "/my/feedback";

    private final Feedbacks feedbacks;
    private final FeedbackScreens screens;
    private final Attempts attempts;

    FeedbackPages(Feedbacks feedbacks, FeedbackScreens screens, Attempts attempts) {
        this.feedbacks = feedbacks;
        this.screens = screens;
        this.attempts = attempts;
    }

    @GetMapping("/feedback")
    @Requires(Access.PUBLIC)
    ModelAndView published(@RequestParam(required = false) @Nullable String page) {
        return screens.answers(feedbacks.published(new PageRequest(Pages.number(page), A_PAGE)));
    }

    @GetMapping("/feedback/{id}")
    @Requires(Access.PUBLIC)
    ModelAndView publishedOne(@PathVariable String id) {
        return screens.answer(feedbacks.published(id(id)).orElseThrow(PublicServiceProblems::noSuchFeedback));
    }

    @GetMapping("/feedback/new")
    @Requires(Access.SIGNED_IN)
    ModelAndView write(@RequestParam Map<String, String> typed, Reader reader) {
        Map<String, String> begun = new HashMap<>(typed);
        if (!typed.getOrDefault("dossier", "").isEmpty()) {
            begun.putIfAbsent("about", "dossier");
        } else if (!typed.getOrDefault("service", "").isEmpty()) {
            begun.putIfAbsent("about", "service");
        }
        FeedbackForm form = new FeedbackForm(begun);
        List<FieldError> missing = typed.containsKey("next")
                ? form.errors().stream()
                        .filter(error -> !error.field().equals("words"))
                        .toList()
                : List.of();
        ModelAndView page = screens.form(form, false, missing, reader);
        return missing.isEmpty() ? page : wrong(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/feedback")
    @Requires(Access.SIGNED_IN)
    ModelAndView send(@RequestParam Map<String, String> typed, Reader reader) {
        FeedbackForm form = new FeedbackForm(typed);
        List<FieldError> errors = form.errors();
        if (!errors.isEmpty()) {
            return wrong(screens.form(form, false, errors, reader), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!attempts.take(PER_ACCOUNT, String.valueOf(reader.account()))) {
            var often = FieldError.of("words", "publicservice.feedback.too-often");
            return wrong(screens.form(form, false, List.of(often), reader), HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            return to(MINE + "/" + feedbacks.send(form.sending(false, reader)).value());
        } catch (ProblemException refused) {
            FieldError error = FeedbackForm.error(refused.problem());
            if (error == null) {
                throw refused;
            }
            return wrong(screens.form(form, false, List.of(error), reader), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping(MINE)
    @Requires(Access.SIGNED_IN)
    ModelAndView mine(@RequestParam(required = false) @Nullable String page, Reader reader) {
        return screens.list(
                "publicservice/feedbackMine", feedbacks.mine(reader, new PageRequest(Pages.number(page), A_PAGE)));
    }

    @GetMapping(MINE + "/{id}")
    @Requires(Access.SIGNED_IN)
    ModelAndView mineOne(@PathVariable String id, Reader reader) {
        return one(feedbacks.mine(id(id), reader), List.of(), Map.of(), reader);
    }

    @PostMapping(MINE + "/{id}/more")
    @Requires(Access.SIGNED_IN)
    ModelAndView more(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String words,
            Reader reader) {
        Feedback feedback = feedbacks.mine(id(id), reader);
        try {
            feedbacks.more(new Feedbacks.More(
                    feedback.id(), Ids.uuid(key).orElseThrow(PublicServiceProblems::feedbackEmpty), words, reader));
            return to(MINE + "/" + feedback.id().value());
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/feedback-empty")) {
                throw refused;
            }
            return wrong(
                    one(feedback, List.of(FieldError.of("words", refused.problem())), Map.of("words", words), reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping(MINE + "/{id}/withdraw")
    @Requires(Access.SIGNED_IN)
    ModelAndView askWithdraw(@PathVariable String id, Reader reader) {
        return screens.withdraw(feedbacks.mine(id(id), reader), List.of(), reader);
    }

    @PostMapping(MINE + "/{id}/withdraw")
    @Requires(Access.SIGNED_IN)
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") String answered,
            Reader reader) {
        Feedback feedback = feedbacks.mine(id(id), reader);
        try {
            feedbacks.withdraw(new Feedbacks.Withdrawal(feedback.id(), reason, answered.equals("true"), reader));
            return to(MINE + "/" + feedback.id().value());
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/feedback-no-reason")) {
                throw refused;
            }
            return wrong(
                    screens.withdraw(feedback, List.of(FieldError.of("reason", refused.problem())), reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView one(Feedback feedback, List<FieldError> errors, Map<String, String> typed, Reader reader) {
        return screens.one("publicservice/feedbackOne", "publicservice/my-feedback", feedback, typed, errors, reader);
    }

    static FeedbackId id(String text) {
        UUID id = Ids.uuid(text).orElseThrow(PublicServiceProblems::noSuchFeedback);
        return new FeedbackId(id);
    }

    static ModelAndView to(String path) {
        return new ModelAndView(new RedirectView(path, true));
    }

    static ModelAndView wrong(ModelAndView view, HttpStatus status) {
        view.setStatus(status);
        return view;
    }
}

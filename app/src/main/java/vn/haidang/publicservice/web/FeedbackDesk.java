package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Complaints and suggestions at a unit: what is to do, what somebody says at the counter, and what of the answers becomes public. */
@Controller
class FeedbackDesk {

    static final String PATH = "/desk/feedback";

    private static final int A_PAGE = 20;
    private static final Set<String> OF_PUBLISHING = Set.of(
            "publicservice/feedback-empty", "publicservice/feedback-personal", "publicservice/feedback-not-allowed");

    private final Feedbacks feedbacks;
    private final FeedbackScreens screens;

    FeedbackDesk(Feedbacks feedbacks, FeedbackScreens screens) {
        this.feedbacks = feedbacks;
        this.screens = screens;
    }

    @GetMapping(PATH)
    @Requires(FeedbackRows.ACTION)
    ModelAndView list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = "") String sent,
            Reader reader) {
        return screens.list(
                "publicservice/feedbackDesk",
                feedbacks.desk(reader, new PageRequest(Pages.number(page), A_PAGE)),
                Ids.uuid(sent)
                        .flatMap(id -> feedbacks.writtenBy(new FeedbackId(id), reader))
                        .orElse(""));
    }

    @GetMapping(PATH + "/new")
    @Requires(FeedbackRows.ACTION)
    ModelAndView write(Reader reader) {
        return screens.form(new FeedbackForm(Map.of()), true, List.of(), reader);
    }

    @PostMapping(PATH)
    @Requires(FeedbackRows.ACTION)
    ModelAndView send(@RequestParam Map<String, String> typed, Reader reader) {
        FeedbackForm form = new FeedbackForm(typed);
        List<FieldError> errors = form.errors();
        if (!errors.isEmpty()) {
            return FeedbackPages.wrong(screens.form(form, true, errors, reader), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            FeedbackId sent = feedbacks.send(form.sending(true, reader));
            return FeedbackPages.to(
                    feedbacks.handles(sent, reader) ? PATH + "/" + sent.value() : PATH + "?sent=" + sent.value());
        } catch (ProblemException refused) {
            FieldError error = FeedbackForm.error(refused.problem());
            if (error == null) {
                throw refused;
            }
            return FeedbackPages.wrong(
                    screens.form(form, true, List.of(error), reader), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping(PATH + "/{id}")
    @Requires(FeedbackRows.ACTION)
    ModelAndView one(@PathVariable String id, Reader reader) {
        return page(feedbacks.atDesk(FeedbackPages.id(id), reader), Map.of(), List.of(), reader);
    }

    /** What somebody who came to the counter adds, written down for them. */
    @PostMapping(PATH + "/{id}/more")
    @Requires(FeedbackRows.ACTION)
    ModelAndView more(@PathVariable String id, @RequestParam Map<String, String> typed, Reader reader) {
        Feedback feedback = feedbacks.atDesk(FeedbackPages.id(id), reader);
        try {
            feedbacks.more(new Feedbacks.More(
                    feedback.id(),
                    Ids.uuid(typed.getOrDefault("key", "")).orElseThrow(PublicServiceProblems::feedbackEmpty),
                    typed.getOrDefault("words", ""),
                    reader));
            return FeedbackPages.to(PATH + "/" + feedback.id().value());
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/feedback-empty")) {
                throw refused;
            }
            return FeedbackPages.wrong(
                    page(feedback, typed, List.of(FieldError.of("words", refused.problem())), reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(PATH + "/{id}/publication")
    @Requires(FeedbackRows.ACTION)
    ModelAndView publish(@PathVariable String id, @RequestParam Map<String, String> typed, Reader reader) {
        Feedback feedback = feedbacks.atDesk(FeedbackPages.id(id), reader);
        boolean keepsBack = typed.getOrDefault("do", "").equals("withhold");
        String withheld = keepsBack ? typed.getOrDefault("withheld", "") : "";
        if (keepsBack && withheld.isBlank()) {
            return FeedbackPages.wrong(
                    page(
                            feedback,
                            typed,
                            List.of(FieldError.of("withheld", "publicservice.feedback.withheld.missing")),
                            reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            feedbacks.decide(new Feedbacks.Decision(
                    feedback.id(),
                    typed.getOrDefault("question", ""),
                    typed.getOrDefault("answer", ""),
                    withheld,
                    reader));
            return FeedbackPages.to(PATH + "/" + feedback.id().value());
        } catch (ProblemException refused) {
            if (!OF_PUBLISHING.contains(refused.problem().code())) {
                throw refused;
            }
            return FeedbackPages.wrong(
                    page(feedback, typed, List.of(FieldError.of("answer", refused.problem())), reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Who it is about, by account; whoever names themselves does not see it any more. */
    @PostMapping(PATH + "/{id}/official")
    @Requires(FeedbackRows.ACTION)
    ModelAndView name(@PathVariable String id, @RequestParam(defaultValue = "") String official, Reader reader) {
        Feedback feedback = feedbacks.atDesk(FeedbackPages.id(id), reader);
        try {
            UUID account = Ids.uuid(official).orElseThrow(PublicServiceProblems::feedbackNoSuchOfficial);
            feedbacks.nameOfficial(feedback.id(), new AccountId(account), reader);
            return FeedbackPages.to(
                    feedbacks.handles(feedback.id(), reader)
                            ? PATH + "/" + feedback.id().value()
                            : PATH);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("publicservice/feedback-no-such-official")) {
                throw refused;
            }
            return FeedbackPages.wrong(
                    page(feedback, Map.of(), List.of(FieldError.of("official", refused.problem())), reader),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(Feedback feedback, Map<String, String> typed, List<FieldError> errors, Reader reader) {
        return screens.one(
                "publicservice/feedbackDeskOne", "publicservice/handle-feedback", feedback, typed, errors, reader);
    }
}

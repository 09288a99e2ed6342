package vn.haidang.publicservice.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks;
import vn.haidang.publicservice.internal.voice.FeedbackClocks;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.publicservice.internal.voice.Voicing;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Shows whoever sent a complaint or suggestion, and the desk, by when what must be done and why. */
@Controller
class FeedbackClockPages {

    private final Feedbacks feedbacks;
    private final FeedbackClocks clocks;
    private final Journal journal;

    FeedbackClockPages(Feedbacks feedbacks, FeedbackClocks clocks, Journal journal) {
        this.feedbacks = feedbacks;
        this.clocks = clocks;
        this.journal = journal;
    }

    @GetMapping("/my/feedback/{id}/clock")
    @Requires(Access.SIGNED_IN)
    ModelAndView mine(@PathVariable String id, Reader reader) {
        return page(feedbacks.mine(FeedbackPages.id(id), reader), "/my/feedback/", "publicservice/my-feedback", reader);
    }

    @GetMapping("/desk/feedback/{id}/clock")
    @Requires(FeedbackRows.ACTION)
    ModelAndView atDesk(@PathVariable String id, Reader reader) {
        return page(
                feedbacks.atDesk(FeedbackPages.id(id), reader),
                FeedbackDesk.PATH + "/",
                "publicservice/handle-feedback",
                reader);
    }

    private ModelAndView page(Feedback feedback, String root, String purpose, Reader reader) {
        journal.read(
                reader.actor(),
                purpose,
                List.of(new Subject(Voicing.FEEDBACK, feedback.id().value())));
        return new PageView(
                root.startsWith("/my/") ? "publicservice/feedbackClock" : "publicservice/feedbackClockDesk",
                new FeedbackClockPage(
                        feedback, clocks.of(feedback), root + feedback.id().value()));
    }
}

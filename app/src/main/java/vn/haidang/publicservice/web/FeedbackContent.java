package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.CaseContent;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.publicservice.internal.voice.Voicing;
import vn.haidang.ui.Fragment;

/** A complaint or suggestion inside its case; casework decides who may see the case, the look is journaled. */
@Component
class FeedbackContent implements CaseContent {

    private final FeedbackRows rows;
    private final FeedbackScreens screens;
    private final Journal journal;

    FeedbackContent(FeedbackRows rows, FeedbackScreens screens, Journal journal) {
        this.rows = rows;
        this.screens = screens;
        this.journal = journal;
    }

    @Override
    public String subjectType() {
        return Voicing.FEEDBACK;
    }

    @Override
    public Fragment draw(CaseSummary shown, Reader reader) {
        Feedback feedback =
                rows.any(new FeedbackId(shown.subjectId())).orElseThrow(PublicServiceProblems::noSuchFeedback);
        journal.read(
                reader.actor(),
                "publicservice/handle-feedback",
                List.of(new Subject(Voicing.FEEDBACK, feedback.id().value())));
        return new Fragment("publicservice/feedbackContent", screens.page(feedback, Map.of(), List.of(), reader));
    }
}

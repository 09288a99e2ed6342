package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.Cases;
import vn.haidang.casework.WorkItems;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks.Withdrawal;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.ui.ProblemException;

/**
 * Whoever sent feedback takes it back: before it is answered its case ends and its clock with it, afterwards its answer is not public any
 * more. By the sender alone: a desk that could do it for a caller could make a complaint about itself vanish.
 */
@Component
public class Withdrawing {

    private static final String CLOSED = "casework/closed";
    private static final int LONGEST = 500;

    private final FeedbackRows rows;
    private final AnswerRows answers;
    private final Cases cases;
    private final WorkItems work;
    private final Journal journal;
    private final Clock clock;

    Withdrawing(FeedbackRows rows, AnswerRows answers, Cases cases, WorkItems work, Journal journal, Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.cases = cases;
        this.work = work;
        this.journal = journal;
        this.clock = clock;
    }

    /** The same again does nothing. */
    @Transactional
    public void withdraw(Withdrawal withdrawal) {
        AccountId account = withdrawal.by().account();
        if (account == null) {
            throw PublicServiceProblems.noSuchFeedback();
        }
        rows.lock(account);
        Feedback feedback =
                rows.own(withdrawal.feedback(), withdrawal.by()).orElseThrow(PublicServiceProblems::noSuchFeedback);
        if (feedback.state().equals("withdrawn") || feedback.publication() == Feedback.Publication.WITHHELD) {
            return;
        }
        String reason = Voicing.cut(withdrawal.reason(), LONGEST);
        if (reason.isEmpty()) {
            throw PublicServiceProblems.feedbackNoReason();
        }
        switch (feedback.status()) {
            case OPEN, PAUSED, STOPPED -> end(feedback, reason, withdrawal);
            case CLOSED -> takeBack(feedback, reason, account, withdrawal);
        }
    }

    /** Whoever answers it at the same moment is first or comes too late, never both. */
    private void end(Feedback feedback, String reason, Withdrawal withdrawal) {
        journal.act(Act.of("publicservice/feedback-withdrawn", withdrawal.by().actor())
                .on(Voicing.subject(feedback.id()))
                .changed("reason", null, reason));
        try {
            cases.withdraw(feedback.caseId(), withdrawal.by().actor(), reason);
        } catch (ProblemException refused) {
            throw refused.problem().code().equals(CLOSED) ? PublicServiceProblems.feedbackEnded() : refused;
        }
    }

    private void takeBack(Feedback feedback, String reason, AccountId account, Withdrawal withdrawal) {
        if (!withdrawal.answered() || !feedback.state().equals("answered")) {
            throw PublicServiceProblems.feedbackEnded();
        }
        answers.takeBack(feedback.id(), reason, clock.instant(), account);
        work.cancel(Voicing.subject(feedback.id()), withdrawal.by().actor());
        journal.act(Act.of("publicservice/feedback-taken-back", withdrawal.by().actor())
                .on(Voicing.subject(feedback.id()))
                .changed("reason", null, reason));
    }
}

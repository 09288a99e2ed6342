package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.Cases;
import vn.haidang.casework.WorkItems;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Feedbacks.Decision;
import vn.haidang.publicservice.Feedbacks.More;
import vn.haidang.publicservice.PublicServiceProblems;

/** What happens to feedback besides the steps of its case: its sender adds something, its answer is made public or kept back. */
@Component
public class Answering {

    private static final int LONGEST = 4000;

    private final FeedbackRows rows;
    private final AnswerRows answers;
    private final Cases cases;
    private final WorkItems work;
    private final Journal journal;
    private final Clock clock;

    Answering(FeedbackRows rows, AnswerRows answers, Cases cases, WorkItems work, Journal journal, Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.cases = cases;
        this.work = work;
        this.journal = journal;
        this.clock = clock;
    }

    /** By its sender, or by the desk for whoever came to the counter; the clock goes on. */
    @Transactional
    public void more(More more) {
        AccountId account = more.by().account();
        if (account == null) {
            throw PublicServiceProblems.noSuchFeedback();
        }
        rows.lock(account);
        Feedback feedback = rows.own(more.feedback(), more.by())
                .or(() -> ofCaller(more))
                .orElseThrow(PublicServiceProblems::noSuchFeedback);
        if (rows.added(feedback.id(), more.key())) {
            return;
        }
        if (feedback.status() != CaseStatus.PAUSED) {
            throw PublicServiceProblems.nothingAsked();
        }
        String words = Voicing.cut(more.words(), LONGEST);
        if (words.isEmpty()) {
            throw PublicServiceProblems.feedbackEmpty();
        }
        rows.add(feedback.id(), more.key(), words, clock.instant());
        journal.act(Act.of("publicservice/feedback-more", more.by().actor()).on(Voicing.subject(feedback.id())));
        cases.supplemented(feedback.caseId(), more.by().actor());
    }

    public Feedback atDesk(FeedbackId id, Reader reader) {
        return rows.atDesk(id, reader)
                .orElseThrow(() -> rows.isAbout(id, reader)
                        ? PublicServiceProblems.feedbackAboutYou()
                        : PublicServiceProblems.noSuchFeedback());
    }

    private Optional<Feedback> ofCaller(More more) {
        return rows.atDesk(more.feedback(), more.by()).filter(feedback -> feedback.account() == null);
    }

    @Transactional
    public void decide(Decision decision) {
        AccountId account = decision.by().account();
        Feedback feedback = atDesk(decision.feedback(), decision.by());
        if (account == null) {
            throw PublicServiceProblems.noSuchFeedback();
        }
        if (!feedback.state().equals("answered")) {
            throw PublicServiceProblems.feedbackNotAnswered();
        }
        String withheld = Voicing.cut(decision.withheld(), LONGEST);
        Instant now = clock.instant();
        boolean first = withheld.isEmpty()
                ? publish(feedback, decision, account, now)
                : answers.decide(feedback.id(), null, null, withheld, now, account);
        if (!first) {
            throw PublicServiceProblems.feedbackDecided();
        }
        work.done(Voicing.subject(feedback.id()), decision.by().actor());
        journal.act(Act.of(
                        withheld.isEmpty() ? "publicservice/feedback-published" : "publicservice/feedback-withheld",
                        decision.by().actor())
                .on(Voicing.subject(feedback.id())));
    }

    private boolean publish(Feedback feedback, Decision decision, AccountId account, Instant now) {
        if (!feedback.mayPublish()) {
            throw PublicServiceProblems.feedbackNotAllowed();
        }
        String question = Voicing.cut(decision.question(), LONGEST);
        String answer = Voicing.cut(decision.answer(), LONGEST);
        if (question.isEmpty() || answer.isEmpty()) {
            throw PublicServiceProblems.feedbackEmpty();
        }
        String text = question + "\n" + answer;
        PersonalTraces.in(text, feedback.senderName(), feedback.official())
                .or(() -> rows.keptFrom(feedback.caseId()).stream()
                        .filter(name -> PersonalTraces.isNamed(name, text))
                        .findFirst())
                .ifPresent(found -> {
                    throw PublicServiceProblems.feedbackPersonal(found);
                });
        return answers.decide(feedback.id(), question, answer, null, now, account);
    }
}

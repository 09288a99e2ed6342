package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.NewWork;
import vn.haidang.casework.WorkItems;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.Feedback;

/**
 * Feedback was answered or refused: whether everything was in time is fixed, counted, and for an answer the decision on publishing it
 * becomes work of the desk. Runs inside the act that answers.
 */
@Component
class FeedbackEnd implements StepHandler {

    static final String CODE = "publicservice/end-feedback";

    private static final String DONE = "done";
    private static final String ANSWERED = "answered";

    private final FeedbackRows rows;
    private final FeedbackTerms terms;
    private final WorkItems work;
    private final Facts facts;
    private final Journal journal;
    private final Clock clock;

    FeedbackEnd(FeedbackRows rows, FeedbackTerms terms, WorkItems work, Facts facts, Journal journal, Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.work = work;
        this.facts = facts;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<Outcome> entered(CaseSummary reached, String step, Reader by) {
        rows.ofCase(reached.id()).ifPresent(feedback -> end(feedback, reached, step.equals(ANSWERED), by));
        return Optional.of(new Outcome(DONE, true));
    }

    private void end(Feedback feedback, CaseSummary reached, boolean answered, Reader by) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        boolean onTime = inTime(feedback, rows.asked(reached.id()), reached.dueAt(), answered, now);
        Instant publishBy = answered ? terms.publishBy(now, today, feedback.unit()) : null;
        rows.end(feedback, today, onTime, publishBy);
        List<Facts.Fact> counted = new ArrayList<>();
        counted.add(FeedbackOnTime.fact(FeedbackOnTime.ENDED, feedback.unit(), today));
        if (onTime) {
            counted.add(FeedbackOnTime.fact(FeedbackOnTime.ON_TIME, feedback.unit(), today));
        }
        facts.add(counted);
        journal.act(Act.of("publicservice/feedback-ended", by.actor())
                .on(Voicing.subject(feedback.id()))
                .changed("on-time", null, onTime));
        if (publishBy != null) {
            work.post(new NewWork(
                    reached.title(),
                    feedback.unit(),
                    Role.ONE_STOP_OFFICER,
                    null,
                    publishBy,
                    Voicing.subject(feedback.id()),
                    "/desk/feedback/" + feedback.id().value(),
                    null,
                    by.actor()));
        }
    }

    /**
     * Whoever asks for more asks in time; whoever refuses without asking refuses in time; whatever ends it ends it within the time to
     * answer, the wait for its sender left out.
     *
     * @param dueAt first moment too late to answer
     */
    static boolean inTime(
            Feedback feedback, List<Instant> asked, @Nullable Instant dueAt, boolean answered, Instant now) {
        boolean asksInTime = asked.stream().allMatch(each -> each.isBefore(feedback.askBy()));
        boolean refusedInTime = answered || !asked.isEmpty() || now.isBefore(feedback.refuseBy());
        return asksInTime && refusedInTime && (dueAt == null || now.isBefore(dueAt));
    }
}

package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.Cases;
import vn.haidang.publicservice.Feedback;
import vn.haidang.worktime.Deadline;

/** Why each act on a complaint or suggestion is due when it is, reckoned again as it was reckoned then. */
@Component
public class FeedbackClocks {

    /**
     * One time limit.
     *
     * @param term {@code refuse}, {@code ask}, {@code resolve} or {@code publish}
     * @param due first moment too late, null while the clock stands still
     */
    public record Limit(String term, @Nullable Instant due, Deadline deadline) {}

    /**
     * All of them.
     *
     * @param clock of the answer, with each time it stood still
     */
    public record View(List<Limit> limits, CaseClock clock) {

        public View {
            limits = List.copyOf(limits);
        }
    }

    private final Cases cases;
    private final FeedbackTerms terms;
    private final Clock clock;

    FeedbackClocks(Cases cases, FeedbackTerms terms, Clock clock) {
        this.cases = cases;
        this.terms = terms;
        this.clock = clock;
    }

    public View of(Feedback feedback) {
        int calendar = cases.firstPromise(feedback.caseId()).calendarVersion();
        Instant sent = feedback.sentAt();
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit(
                "refuse", feedback.refuseBy(), terms.explain("refuse", sent, day(sent), feedback.unit(), calendar)));
        limits.add(
                new Limit("ask", feedback.askBy(), terms.explain("ask", sent, day(sent), feedback.unit(), calendar)));
        CaseClock answer = cases.clock(feedback.caseId(), LocalDate.now(clock));
        Deadline resolve = answer.deadline();
        if (resolve != null) {
            limits.add(new Limit("resolve", resolve.due(), resolve));
        }
        Instant ended = cases.of(Voicing.FEEDBACK, feedback.id().value())
                .map(summary -> summary.closedAt())
                .orElse(null);
        if (feedback.publishBy() != null && ended != null) {
            limits.add(new Limit(
                    "publish", feedback.publishBy(), terms.explain("publish", ended, day(ended), feedback.unit())));
        }
        return new View(limits, answer);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}

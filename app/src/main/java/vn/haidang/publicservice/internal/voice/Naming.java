package vn.haidang.publicservice.internal.voice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.casework.Cases;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.FeedbackId;
import vn.haidang.publicservice.Feedbacks.Official;
import vn.haidang.publicservice.PublicServiceProblems;

/**
 * Says who an open complaint is about, where its sender gave a post, a nickname or a name misspelt: by account, so that nobody else of
 * that name is kept from it, and nobody about whom it is handles it.
 */
@Component
public class Naming {

    private final FeedbackRows rows;
    private final FeedbackMatters matters;
    private final Cases cases;
    private final Clock clock;

    Naming(FeedbackRows rows, FeedbackMatters matters, Cases cases, Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.cases = cases;
        this.clock = clock;
    }

    /** Who works today at the unit it is about, by name. */
    public List<Official> officials(FeedbackId id) {
        return matters.officials(rows.about(id), LocalDate.now(clock));
    }

    /** Those whom people meet at a unit. */
    public List<Official> atCounters(UnitId unit) {
        return matters.officials(unit, LocalDate.now(clock)).stream()
                .filter(Official::atCounter)
                .toList();
    }

    /** From then on they have nothing to do with it; where they head the unit, the one above answers. */
    public void name(FeedbackId id, AccountId official, Reader by) {
        Feedback feedback = rows.atDesk(id, by).orElseThrow(PublicServiceProblems::noSuchFeedback);
        LocalDate today = LocalDate.now(clock);
        UnitId unit = rows.about(id);
        Official named = matters.officials(unit, today).stream()
                .filter(each -> each.account().equals(official))
                .findFirst()
                .orElseThrow(PublicServiceProblems::feedbackNoSuchOfficial);
        cases.keepFrom(feedback.caseId(), official, named.heads() ? matters.above(unit, today) : null, by);
    }
}

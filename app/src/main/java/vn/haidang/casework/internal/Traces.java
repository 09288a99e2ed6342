package vn.haidang.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccepted;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.ClockResumed;
import vn.haidang.casework.ClockStopped;
import vn.haidang.casework.SupplementAsked;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Inscription;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** What every move leaves behind in its own transaction: a journal entry, the facts it changed, the event others wait for. */
@Component
class Traces {

    static final String SUBJECT = "casework/case";

    private final Journal journal;
    private final Facts facts;
    private final Counting counting;
    private final ApplicationEventPublisher events;

    Traces(Journal journal, Facts facts, Counting counting, ApplicationEventPublisher events) {
        this.journal = journal;
        this.facts = facts;
        this.counting = counting;
        this.events = events;
    }

    /** The entry of an opening, to be written with it. */
    Inscription opening(Standing opened, Doing doing) {
        return journal.inscribe(Act.of("casework/opened", doing.actor())
                .on(new Subject(SUBJECT, opened.summary().id().value()))
                .changed("status", null, opened.summary().status())
                .changed("step", null, opened.summary().step()));
    }

    /** The entry of a move, to be written with it. */
    Inscription moving(Move move) {
        return journal.inscribe(act(move));
    }

    /** The entry of a clock stopped by hand: what it was stopped for can be proved as well. */
    Inscription stopping(Move move, String reason, String legalBasis) {
        return journal.inscribe(act(move).changed("reason", null, reason).changed("legal-basis", null, legalBasis));
    }

    private static Act act(Move move) {
        CaseSummary before = move.from().summary();
        CaseSummary after = move.to().summary();
        Act act = Act.of("casework/" + move.event().verb(), move.doing().actor())
                .on(new Subject(SUBJECT, after.id().value()));
        changed(act, "version", before.version(), after.version());
        changed(act, "status", before.status(), after.status());
        changed(act, "step", before.step(), after.step());
        changed(act, "due", before.dueAt(), after.dueAt());
        changed(act, "outcome", before.outcome(), after.outcome());
        move.doing().attested().forEach((fact, value) -> act.changed("fact." + fact, null, value));
        return act;
    }

    private static boolean accepts(Move move) {
        return move.from().facts().acceptedAt() == null && move.to().facts().acceptedAt() != null;
    }

    /** The facts of a move, to be written with it; null where it changes none. */
    Facts.@Nullable Addition counting(Move move) {
        String outcome = move.to().summary().outcome();
        LocalDate day = move.closedOn();
        var changed = new ArrayList<>(
                counting.of(move, LocalDate.ofInstant(move.doing().at(), vn.haidang.ui.Screen.ZONE)));
        if (outcome != null && day != null) {
            changed.addAll(WorkFileOnline.facts(move.to(), outcome, day));
            changed.addAll(Turnaround.facts(move.to(), outcome, day));
        }
        return changed.isEmpty() ? null : facts.addition(changed);
    }

    /** What others wait for; they hear of it once the transaction is committed, so it may be said before the move is written. */
    void announce(Move move) {
        CaseSummary after = move.to().summary();
        if (accepts(move)) {
            events.publishEvent(new CaseAccepted(after.id(), after.code(), after.subjectType(), after.applicant()));
        }
        String outcome = after.outcome();
        if (move.closedOn() != null && outcome != null) {
            events.publishEvent(new CaseClosed(
                    after.id(), after.code(), after.subjectType(), after.competentUnit(), outcome, after.applicant()));
        }
    }

    void supplementAsked(CaseSummary paused) {
        events.publishEvent(new SupplementAsked(paused.id(), paused.code(), paused.subjectType(), paused.applicant()));
    }

    void clockStopped(CaseSummary stopped) {
        events.publishEvent(new ClockStopped(
                stopped.id(), stopped.code(), stopped.subjectType(), stopped.version(), stopped.applicant()));
    }

    void clockResumed(CaseSummary running) {
        events.publishEvent(new ClockResumed(
                running.id(), running.code(), running.subjectType(), running.version(), running.applicant()));
    }

    private static void changed(Act act, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            act.changed(field, from, to);
        }
    }
}

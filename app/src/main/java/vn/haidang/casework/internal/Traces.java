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
    private final ApplicationEventPublisher events;

    Traces(Journal journal, Facts facts, ApplicationEventPublisher events) {
        this.journal = journal;
        this.facts = facts;
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
        return journal.inscribe(act);
    }

    static boolean accepts(Move move) {
        return move.from().facts().acceptedAt() == null && move.to().facts().acceptedAt() != null;
    }

    void moved(Move move) {
        CaseSummary after = move.to().summary();
        if (accepts(move)) {
            events.publishEvent(new CaseAccepted(after.id(), after.code(), after.subjectType(), after.applicant()));
        }
    }

    void supplementAsked(CaseSummary paused) {
        events.publishEvent(new SupplementAsked(paused.id(), paused.code(), paused.subjectType(), paused.applicant()));
    }

    void closed(Standing closed, String outcome, LocalDate day) {
        CaseSummary summary = closed.summary();
        var changed = new ArrayList<>(WorkFileOnline.facts(closed, outcome, day));
        changed.addAll(Turnaround.facts(closed, outcome, day));
        facts.add(changed);
        events.publishEvent(new CaseClosed(
                summary.id(),
                summary.code(),
                summary.subjectType(),
                summary.competentUnit(),
                outcome,
                summary.applicant()));
    }

    private static void changed(Act act, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            act.changed(field, from, to);
        }
    }
}

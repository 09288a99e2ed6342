package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Role;
import vn.haidang.journal.Act;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.Pause;

/** How consults begin and end, whoever begins or ends them. Always inside the transaction that holds the case. */
@Component
class Consults {

    /**
     * What is asked.
     *
     * @param visit the stay at the step for which it is asked
     * @param askingUnit whose step it is
     * @param duration how long they have until {@code dueAt}, null where whoever asks named the day
     */
    record Question(
            CaseSummary summary,
            @Nullable UUID visit,
            UnitId askingUnit,
            String words,
            List<UnitId> units,
            Role role,
            ConsultTerms.Join join,
            @Nullable LegalDuration duration,
            Instant dueAt,
            ConsultTerms.Silence silence,
            @Nullable String basis) {}

    private final ConsultRows rows;
    private final ConsultDues dues;
    private final ItemWrites items;
    private final Timers timers;
    private final Chronicle chronicle;

    Consults(ConsultRows rows, ConsultDues dues, ItemWrites items, Timers timers, Chronicle chronicle) {
        this.rows = rows;
        this.dues = dues;
        this.items = items;
        this.timers = timers;
        this.chronicle = chronicle;
    }

    /** One item for each unit, a timer for the silence, and the case waits. */
    UUID open(Question question, Chronicle.By by, Instant at) {
        CaseSummary summary = question.summary();
        ConsultTerms.Join join = question.join();
        Consult consult = new Consult(
                ItemWrites.nextId(at),
                summary.id(),
                question.words(),
                join.rule(),
                join.needed(question.units().size()),
                question.dueAt(),
                question.silence(),
                question.basis(),
                Consult.State.OPEN,
                null,
                at,
                by.actor().id(),
                by.name(),
                List.of());
        rows.insert(consult, question.duration(), question.visit(), question.askingUnit());
        dues.told(consult);
        for (UnitId unit : question.units()) {
            items.post(
                    new ItemWrites.NewItem(
                            ItemWrites.nextId(at),
                            WorkItem.Kind.CONSULT,
                            summary.id(),
                            question.words(),
                            unit,
                            question.role(),
                            null,
                            null,
                            consult.id(),
                            question.dueAt()),
                    by,
                    at);
        }
        timers.ofConsult(summary.id(), consult.id(), question.dueAt(), at);
        items.blocks(summary.id(), 1);
        chronicle.ofCase(
                summary.id(),
                "consult-asked",
                summary.step(),
                by,
                at,
                question.words(),
                act -> act.on(subject(consult))
                        .changed("needed", null, consult.needed())
                        .changed("asked", null, question.units().size())
                        .changed("due", null, question.dueAt())
                        .changed("silence", null, question.silence()));
        return consult.id();
    }

    /** The clock that was stopped by hand goes on, and so does theirs. */
    void goOn(CaseId id, String officeHours, List<Pause> stood, Instant at) {
        dues.goOn(id, officeHours, stood, at);
    }

    /** Joins the answers where there are enough, or where nobody is left to answer. */
    void settle(Consult consult, @Nullable String step, Instant at) {
        ConsultRows.Tally tally = rows.tally(consult.id());
        if (consult.open() && (tally.answered() >= consult.needed() || tally.open() == 0)) {
            join(consult, step, tally.result(), Days.justAfter(at));
        }
    }

    /** Ends it as it stands: who has not answered need not any more. */
    void join(Consult consult, @Nullable String step, String result, Instant at) {
        end(consult, Consult.State.JOINED, result, at);
        chronicle.ofCase(
                consult.caseId(),
                "consult-joined",
                step,
                Chronicle.By.SYSTEM,
                at,
                consult.question(),
                act -> act.on(subject(consult)).changed("result", null, result));
    }

    /** It is not asked any more. */
    void withdraw(Consult consult, @Nullable String step, Chronicle.By by, Instant at) {
        end(consult, Consult.State.CANCELLED, null, at);
        chronicle.ofCase(
                consult.caseId(),
                "consult-withdrawn",
                step,
                by,
                at,
                consult.question(),
                act -> act.on(subject(consult)).changed("state", consult.state(), Consult.State.CANCELLED));
    }

    /** Silence that changes nothing is at least said. */
    void overdue(Consult consult, @Nullable String step, Instant at) {
        chronicle.ofCase(
                consult.caseId(),
                "consult-overdue",
                step,
                Chronicle.By.SYSTEM,
                at,
                consult.question(),
                act -> act.on(subject(consult)));
    }

    /** One unanswered item goes up. */
    void escalate(Consult consult, WorkItem item, UnitId unit, Role role, Instant at) {
        rows.escalate(item.id(), unit, role.code());
        UnaryOperator<Act> more = act -> {
            act.on(subject(consult));
            if (!unit.equals(item.unit())) {
                act.changed("unit", item.unit().value(), unit.value());
            }
            return role.equals(item.role())
                    ? act
                    : act.changed("role", item.role().code(), role.code());
        };
        chronicle.item(item, "consult-escalated", Chronicle.By.SYSTEM, at, consult.question(), more);
    }

    private void end(Consult consult, Consult.State state, @Nullable String result, Instant at) {
        items.cancel(rows.openItems(consult.id()), at);
        rows.end(consult.id(), state, result, at);
        items.blocks(consult.caseId(), -1);
    }

    private static Subject subject(Consult consult) {
        return new Subject("casework/consult", consult.id());
    }
}

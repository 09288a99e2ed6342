package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;

/** Reckons where a case stands after an act; changes nothing. */
@Component
class Moves {

    private record Arrival(
            @Nullable Instant visitDue, @Nullable Instant itemDue, Standing standing) {}

    private final Procedures procedures;
    private final Clocks clocks;
    private final StepUnits units;
    private final Bars bars;
    private final Clock clock;

    Moves(Procedures procedures, Clocks clocks, StepUnits units, Bars bars, Clock clock) {
        this.procedures = procedures;
        this.clocks = clocks;
        this.units = units;
        this.bars = bars;
        this.clock = clock;
    }

    Move open(OpenCase open, Procedure procedure, Deadline promise, Doing doing) {
        CaseSummary unopened = new CaseSummary(
                open.id(),
                open.code(),
                open.title(),
                procedure.code(),
                procedure.version(),
                open.subjectType(),
                open.subjectId(),
                open.competentUnit(),
                open.receivingUnit(),
                open.channel(),
                open.applicant(),
                open.applicantName(),
                CaseStatus.OPEN,
                null,
                promise.due(),
                Days.kept(open.filedAt()),
                promise.receivedAt(),
                null,
                null,
                0);
        boolean online = switch (open.channel()) {
            case ONLINE -> true;
            case COUNTER, POST -> false;
        };
        CaseFacts facts = new CaseFacts(procedure.workFile(), online, open.digitised(), false, false, null);
        Standing.Ties ties = open.notBy().isEmpty() ? Standing.Ties.NONE : Standing.Ties.NONE.aboutOfficials();
        Standing before = new Standing(unopened, facts, open.terms(), promise.calendarVersion(), null, null, ties);
        Arrival arrival = arrive(before, procedure.first(), doing.at(), open.notBy());
        Move.Event event = new Move.Event(nextId(), "opened", arrival.standing().step(), null, true);
        return new Move(before, arrival.standing(), doing, event, null, arrival.visitDue(), arrival.itemDue(), null);
    }

    /** The version of the procedure that a case keeps. */
    Procedure procedure(Standing standing) {
        return procedures.get(standing.summary().procedure(), standing.summary().procedureVersion());
    }

    Move leave(Standing from, Procedure procedure, Procedure.Exit exit, Doing doing, boolean electronicResult) {
        CaseFacts facts = from.facts().withElectronicResult(electronicResult);
        if (exit.accepts()) {
            facts = facts.acceptedAt(doing.at());
        }
        Standing leaving = with(from, from.summary(), facts);
        return switch (exit.kind()) {
            case NEXT ->
                to(from, leaving, target(procedure, exit), exit, doing, exit.accepts() ? "accepted" : "step-done");
            case BACK -> to(from, leaving, target(procedure, exit), exit, doing, "sent-back");
            case SUPPLEMENT -> pause(from, leaving, target(procedure, exit), exit, doing);
            case END -> end(from, leaving, exit.outcome(), ending(exit), exit.tellsApplicant(), doing, "closed");
        };
    }

    /** @param verb how it is told: withdrawn by its applicant, or ended because they stayed silent */
    Move withdraw(Standing from, Doing doing, String verb) {
        return end(from, from, "withdrawn", "withdrawn", true, doing, verb);
    }

    /** The clock stops: the same visit, the item cannot be done meanwhile. */
    Move stop(Standing running, Doing doing) {
        CaseSummary before = running.summary();
        Standing now = stays(
                running,
                changed(before, CaseStatus.STOPPED, before.step(), null, null, null),
                running.calendarVersion(),
                Standing.ItemState.WAITING);
        Move.Event event = new Move.Event(nextId(), "clock-stopped", before.step(), null, true);
        return new Move(running, now, doing, event, null, null, null, null);
    }

    /** The clock goes on: the same visit, the item can be done again. */
    Move goOn(Standing paused, Procedure.Step step, List<Pause> pauses, Doing doing) {
        CaseSummary before = paused.summary();
        Deadline deadline = clocks.reckon(paused.terms(), before.filedAt(), pauses, doing.at());
        Instant itemDue = clocks.stepDue(step, paused.terms(), doing.at(), deadline.due());
        CaseSummary after = changed(before, CaseStatus.OPEN, before.step(), deadline.due(), null, null);
        Standing now = stays(paused, after, deadline.calendarVersion(), Standing.ItemState.OPEN);
        String verb = before.status() == CaseStatus.STOPPED ? "clock-resumed" : "supplemented";
        Move.Event event = new Move.Event(nextId(), verb, before.step(), null, true);
        return new Move(paused, now, doing, event, null, null, itemDue, null);
    }

    private static Standing stays(
            Standing where, CaseSummary summary, int calendarVersion, Standing.ItemState itemState) {
        Standing.Item item = where.item();
        return new Standing(
                summary,
                where.facts(),
                where.terms(),
                calendarVersion,
                where.visit(),
                item == null ? null : item.in(itemState),
                where.ties());
    }

    Instant now() {
        return Days.now(clock);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private Move to(
            Standing from, Standing leaving, Procedure.Step step, Procedure.Exit exit, Doing doing, String verb) {
        Arrival arrival = arrive(leaving, step, doing.at(), about(leaving));
        return new Move(
                from,
                arrival.standing(),
                doing,
                event(verb, from, exit),
                exit.outcome(),
                arrival.visitDue(),
                arrival.itemDue(),
                null);
    }

    /** The clock stops; the next visit begins with an item that waits for the applicant, kept by whoever asked. */
    private Move pause(Standing from, Standing leaving, Procedure.Step step, Procedure.Exit exit, Doing doing) {
        CaseSummary summary = changed(from.summary(), CaseStatus.PAUSED, step.code(), null, null, null);
        boolean keeps = from.item() != null && step.code().equals(from.step());
        UUID asker = doing.actor().id();
        Standing.Item item = item(
                step,
                summary,
                about(from),
                doing.at(),
                Standing.ItemState.WAITING,
                keeps && asker != null ? new AccountId(asker) : null,
                doing.name());
        Standing now = new Standing(
                summary, leaving.facts(), from.terms(), from.calendarVersion(), nextId(), item, ties(from, item));
        return new Move(from, now, doing, event("supplement-asked", from, exit), exit.outcome(), null, null, null);
    }

    private Move end(
            Standing from, Standing leaving, String leaves, String outcome, boolean tells, Doing doing, String verb) {
        CaseSummary before = from.summary();
        CaseSummary after = changed(before, CaseStatus.CLOSED, null, before.dueAt(), doing.at(), outcome);
        Standing now =
                new Standing(after, leaving.facts(), from.terms(), from.calendarVersion(), null, null, from.ties());
        Move.Event event = new Move.Event(nextId(), verb, from.step(), leaves, tells);
        return new Move(from, now, doing, event, leaves, null, null, day(doing.at()));
    }

    /** Officials whom it is about. */
    private Set<AccountId> about(Standing standing) {
        return standing.ties().barred() ? bars.of(standing.summary().id()) : Set.of();
    }

    private Arrival arrive(Standing leaving, Procedure.Step step, Instant at, Set<AccountId> notBy) {
        CaseSummary summary = changed(
                leaving.summary(),
                CaseStatus.OPEN,
                step.code(),
                leaving.summary().dueAt(),
                null,
                null);
        Instant due = clocks.stepDue(step, leaving.terms(), at, summary.dueAt());
        Standing.Item item = item(step, summary, notBy, at, Standing.ItemState.OPEN, null, null);
        Standing now = new Standing(
                summary,
                leaving.facts().withPaper(step.onPaper()),
                leaving.terms(),
                leaving.calendarVersion(),
                nextId(),
                item,
                ties(leaving, item));
        return new Arrival(due, due, now);
    }

    private Standing.@Nullable Item item(
            Procedure.Step step,
            CaseSummary summary,
            Set<AccountId> notBy,
            Instant at,
            Standing.ItemState state,
            @Nullable AccountId claimedBy,
            @Nullable String claimedByName) {
        Procedure.Doer doer = step.doer();
        if (doer == null) {
            return null;
        }
        StepUnits.Desk desk = units.besides(notBy, units.of(doer, summary, at), day(at));
        return new Standing.Item(
                nextId(),
                desk.unit(),
                desk.role(),
                state,
                claimedBy,
                claimedBy == null ? null : claimedByName,
                false,
                null);
    }

    /** With a step at another unit than its own others take part in it, as with a consult. */
    private static Standing.Ties ties(Standing where, Standing.@Nullable Item item) {
        return item != null && where.elsewhere(item.unit()) ? where.ties().withOthers() : where.ties();
    }

    private Move.Event event(String verb, Standing from, Procedure.Exit exit) {
        return new Move.Event(nextId(), verb, from.step(), exit.outcome(), exit.tellsApplicant());
    }

    private UUID nextId() {
        return UuidCreator.getTimeOrderedEpoch(clock.instant());
    }

    private static Procedure.Step target(Procedure procedure, Procedure.Exit exit) {
        String to = exit.toStep();
        if (to == null) {
            throw new IllegalStateException(exit.outcome() + " leads nowhere");
        }
        return procedure.step(to);
    }

    private static String ending(Procedure.Exit exit) {
        String outcome = exit.caseOutcome();
        if (outcome == null) {
            throw new IllegalStateException(exit.outcome() + " ends without an outcome");
        }
        return outcome;
    }

    private static Standing with(Standing from, CaseSummary summary, CaseFacts facts) {
        return new Standing(
                summary, facts, from.terms(), from.calendarVersion(), from.visit(), from.item(), from.ties());
    }

    private static CaseSummary changed(
            CaseSummary before,
            CaseStatus status,
            @Nullable String step,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable String outcome) {
        return new CaseSummary(
                before.id(),
                before.code(),
                before.title(),
                before.procedure(),
                before.procedureVersion(),
                before.subjectType(),
                before.subjectId(),
                before.competentUnit(),
                before.receivingUnit(),
                before.channel(),
                before.applicant(),
                before.applicantName(),
                status,
                step,
                dueAt,
                before.filedAt(),
                before.receivedAt(),
                closedAt,
                outcome,
                before.version() + 1);
    }
}

package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.Pause;

/** What happens by itself where a case arrives, goes on, goes back or ends; nothing for a plain step of a plain case. */
@Component
class Arrivals {

    private final Handlers handlers;
    private final Consults consults;
    private final ConsultRows rows;
    private final Timers timers;
    private final SubCaseRows subCases;
    private final Clocks clocks;

    Arrivals(
            Handlers handlers,
            Consults consults,
            ConsultRows rows,
            Timers timers,
            SubCaseRows subCases,
            Clocks clocks) {
        this.handlers = handlers;
        this.consults = consults;
        this.rows = rows;
        this.timers = timers;
        this.subCases = subCases;
        this.clocks = clocks;
    }

    StepHandler handler(String code) {
        return handlers.get(code);
    }

    /** Whether a move leads to a plain step, or to the end of a case that belongs to no other, and leaves nothing to do besides. */
    boolean nothingFollows(Standing from, Procedure procedure, Procedure.Exit exit) {
        String to = exit.toStep();
        return switch (exit.kind()) {
            case NEXT -> to != null && procedure.step(to).plain();
            case BACK ->
                to != null && procedure.step(to).plain() && !from.ties().accompanied();
            case SUPPLEMENT -> false;
            case END -> from.ties().parent() == null;
        };
    }

    /** A person has to do the step now: the units it consults are asked, and its timer runs. */
    void reached(Standing now, Procedure.Step step, Instant at) {
        ConsultTerms asks = step.consult();
        if (asks != null) {
            ask(now, asks, at);
        }
        running(now, step, at);
    }

    /** The clock of the step runs again; what could not be asked while it stood still is asked now. */
    void wentOn(Standing now, Procedure.Step step, Instant at) {
        ConsultTerms asks = step.consult();
        if (asks != null && !rows.wasAsked(now.summary().id(), step.code(), asks.question())) {
            ask(now, asks, at);
        }
        running(now, step, at);
    }

    /** Whoever was asked has as long as they had when the clock was stopped. */
    void moved(Standing stopped, List<Pause> stood, Instant at) {
        if (stopped.ties().blocks() > 0) {
            consults.goOn(stopped.summary().id(), stopped.terms().officeHours(), stood, at);
        }
    }

    /** The clock of the step runs, for the first time or again. */
    void running(Standing now, Procedure.Step step, Instant at) {
        StepTimer timer = step.timer();
        UUID visit = now.visit();
        if (timer != null && visit != null) {
            timers.ofVisit(
                    now.summary().id(),
                    visit,
                    clocks.after(timer.after(), now.terms().officeHours(), at),
                    at);
        }
    }

    /** The clock of the step stands still where it is. */
    void stopped(Standing now) {
        UUID visit = now.visit();
        if (visit != null) {
            timers.dropOfVisit(now.summary().id(), visit);
        }
    }

    /** Back to where it was: what was asked further on is not asked any more. */
    void wentBack(Standing from, Instant at) {
        if (from.ties().accompanied() && from.ties().blocks() > 0) {
            CaseId id = from.summary().id();
            for (UUID consult : rows.open(id)) {
                rows.find(consult)
                        .ifPresent(asked -> consults.withdraw(
                                asked, from.summary().step(), Chronicle.By.SYSTEM, Days.justAfter(at)));
            }
        }
    }

    /** A case that was opened for another one has ended. */
    void ended(Standing closed, Instant at) {
        CaseId parent = closed.ties().parent();
        if (parent != null) {
            subCases.ended(closed, parent, at);
        }
    }

    private void ask(Standing now, ConsultTerms asks, Instant at) {
        CaseSummary summary = now.summary();
        Standing.Item item = now.item();
        Instant asked = Days.justAfter(at);
        List<UnitId> units = new ArrayList<>();
        for (String unit : asks.units()) {
            UnitId there = unit(unit, summary);
            if (!units.contains(there)) {
                units.add(there);
            }
        }
        consults.open(
                new Consults.Question(
                        summary,
                        now.visit(),
                        item == null ? summary.competentUnit() : item.unit(),
                        asks.question(),
                        units,
                        asks.role(),
                        asks.join(),
                        asks.due(),
                        clocks.after(asks.due(), now.terms().officeHours(), asked),
                        asks.silence(),
                        asks.basis()),
                Chronicle.By.SYSTEM,
                asked);
    }

    private static UnitId unit(String written, CaseSummary summary) {
        return switch (written) {
            case "competent" -> summary.competentUnit();
            case "receiving" -> summary.receivingUnit();
            default -> UnitId.ofKey(written);
        };
    }

    /** The way out that the timer of a step takes, null where it has none. */
    Procedure.@Nullable Exit timedOut(Procedure.Step step) {
        StepTimer timer = step.timer();
        return timer == null ? null : step.exits(timer.outcome()).getLast();
    }
}

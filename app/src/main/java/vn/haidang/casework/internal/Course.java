package vn.haidang.casework.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.identity.Reader;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Pause;

/**
 * Takes a case along its procedure: writes each move, leaves its traces, and goes on by itself through the steps the
 * machine does. Always inside the act's transaction.
 */
@Component
class Course {

    /** More machine steps in a row than any procedure has: two that send each other the case stop here. */
    private static final int MACHINE_STEPS = 20;

    private final Ways ways;
    private final Arrivals arrivals;
    private final Moves moves;
    private final CaseWrites writes;
    private final PauseRows pauses;
    private final Traces traces;

    Course(Ways ways, Arrivals arrivals, Moves moves, CaseWrites writes, PauseRows pauses, Traces traces) {
        this.ways = ways;
        this.arrivals = arrivals;
        this.moves = moves;
        this.writes = writes;
        this.pauses = pauses;
        this.traces = traces;
    }

    /** @param alone whether nothing else happens in the transaction */
    Standing open(
            OpenCase open,
            Procedure procedure,
            Deadline promise,
            String written,
            Doing doing,
            Reader by,
            boolean alone) {
        Move move = moves.open(open, procedure, promise, doing);
        boolean whole = alone && procedure.first().plain();
        CaseWrites.Beside beside = new CaseWrites.Beside(traces.opening(move.to(), doing), null, null);
        writes.open(move, written, beside, whole);
        return follow(move.to(), procedure, doing, by);
    }

    /** @param alone whether nothing else happens in the transaction */
    Standing leave(
            Standing from,
            Procedure.Exit exit,
            Doing doing,
            Reader by,
            CaseWrites.@Nullable Answer answer,
            boolean alone) {
        Procedure procedure = procedure(from);
        boolean machineNext =
                exit.toStep() != null && procedure.step(exit.toStep()).handler() != null;
        Standing left = move(from, procedure, exit, doing, false, machineNext ? null : answer, alone && !machineNext);
        Standing now = follow(left, procedure, doing, by);
        if (machineNext && answer != null) {
            writes.answer(answer, now.summary(), doing.at());
        }
        return now;
    }

    Standing withdraw(Standing from, Doing doing) {
        return withdraw(from, doing, "withdrawn");
    }

    /** Its applicant did not answer for the time an authority has set. */
    Standing silent(Standing from, Doing doing) {
        return withdraw(from, doing, "ended-silent");
    }

    private Standing withdraw(Standing from, Doing doing, String verb) {
        Move move = moves.withdraw(from, doing, verb);
        write(move, null, false);
        if (!isOpen(from)) {
            pauses.end(from.summary().id(), doing);
        }
        arrivals.ended(move.to(), doing.at());
        return move.to();
    }

    /** The clock stops where the case stands, until somebody lets it go on. */
    Standing stop(Standing running, Doing doing, String reason, String legalBasis) {
        Move move = moves.stop(running, doing);
        writes.move(
                move,
                new CaseWrites.Beside(traces.stopping(move, reason, legalBasis), null, traces.counting(move)),
                false);
        pauses.begin(running.summary(), doing, Pause.Kind.BY_HAND, reason, legalBasis);
        arrivals.stopped(running);
        traces.clockStopped(move.to().summary());
        return move.to();
    }

    Standing goOn(Standing paused, Doing doing) {
        pauses.end(paused.summary().id(), doing);
        Procedure.Step step = procedure(paused).step(paused.step());
        List<Pause> stood = pauses.of(paused.summary().id());
        Move move = moves.goOn(paused, step, stood, doing);
        write(move, null, false);
        if (paused.summary().status() == CaseStatus.STOPPED) {
            arrivals.moved(paused, stood, doing.at());
            traces.clockResumed(move.to().summary());
        }
        arrivals.wentOn(move.to(), step, doing.at());
        return move.to();
    }

    Procedure procedure(Standing standing) {
        return moves.procedure(standing);
    }

    /** The way an outcome takes, by what the case and the act declare. */
    Procedure.Exit way(Standing standing, Procedure.Step step, @Nullable String outcome, Map<String, Object> declared) {
        return ways.choose(standing.summary().id(), procedure(standing), step, outcome, declared);
    }

    /** The way out that the timer of a step takes, null where it has none. */
    Procedure.@Nullable Exit timedOut(Procedure.Step step) {
        return arrivals.timedOut(step);
    }

    /** What the case declares of the facts its procedure types, as it is written. */
    Map<String, String> known(Standing standing) {
        return ways.known(standing.summary().id(), procedure(standing));
    }

    private Standing move(
            Standing from,
            Procedure procedure,
            Procedure.Exit exit,
            Doing doing,
            boolean electronicResult,
            CaseWrites.@Nullable Answer answer,
            boolean alone) {
        Move move = moves.leave(from, procedure, exit, doing, electronicResult);
        write(move, answer, alone && arrivals.nothingFollows(from, procedure, exit));
        switch (exit.kind()) {
            case SUPPLEMENT -> {
                String reason = doing.reason();
                pauses.begin(
                        from.summary(),
                        doing,
                        Pause.Kind.SUPPLEMENT,
                        reason == null ? exit.name() : reason,
                        exit.legalBasis());
                traces.supplementAsked(move.to().summary());
            }
            case END -> arrivals.ended(move.to(), doing.at());
            case BACK -> arrivals.wentBack(from, doing.at());
            case NEXT -> {}
        }
        return move.to();
    }

    /** What the machine does next, and next again, until a person has something to do or the case is closed. */
    private Standing follow(Standing reached, Procedure procedure, Doing doing, Reader by) {
        Standing now = reached;
        for (int done = 0; done < MACHINE_STEPS; done++) {
            Procedure.Step step = isOpen(now) ? procedure.step(now.step()) : null;
            if (step == null) {
                return now;
            }
            if (step.handler() == null) {
                arrivals.reached(now, step, doing.at());
                return now;
            }
            Optional<StepHandler.Outcome> outcome =
                    arrivals.handler(step.handler()).entered(now.summary(), step.code(), by);
            if (outcome.isEmpty()) {
                arrivals.reached(standingForPerson(now, step), step, doing.at());
                return now;
            }
            Procedure.Exit exit = way(now, step, outcome.get().code(), Map.of());
            now = move(now, procedure, exit, doing.byMachine(), outcome.get().resultElectronic(), null, false);
        }
        throw new IllegalStateException("the machine goes round in circles in " + procedure.code());
    }

    private static Standing standingForPerson(Standing now, Procedure.Step step) {
        if (step.doer() == null) {
            throw new IllegalStateException(step.handler() + " left its step undone");
        }
        return now;
    }

    /** @param whole whether nothing else happens in the transaction, not even afterwards */
    private void write(Move move, CaseWrites.@Nullable Answer answer, boolean whole) {
        traces.announce(move);
        writes.move(move, new CaseWrites.Beside(traces.moving(move), answer, traces.counting(move)), whole);
    }

    private static boolean isOpen(Standing standing) {
        return standing.summary().status() == CaseStatus.OPEN;
    }
}

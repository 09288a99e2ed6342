package vn.haidang.casework.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.casework.CaseStatus;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;

/**
 * Runs the timers that are due, each in its own transaction and each once, on whatever node takes it first. What they do is an act of
 * the machine; one that is about something over does nothing.
 */
@Component
public class TimerRun {

    private static final Logger LOG = LoggerFactory.getLogger(TimerRun.class);

    /** A step that something else holds up is looked at again so much later; so is a timer that failed. */
    private static final Duration LATER = Duration.ofHours(1);

    private static final int MOST = 1000;

    private final Timers timers;
    private final CaseRows cases;
    private final Course course;
    private final SilentConsults silent;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    TimerRun(
            Timers timers,
            CaseRows cases,
            Course course,
            SilentConsults silent,
            Chronicle chronicle,
            TransactionOperations transactions) {
        this.timers = timers;
        this.cases = cases;
        this.course = course;
        this.silent = silent;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /** How many were due. */
    public int runDue() {
        int run = 0;
        while (run < MOST && one()) {
            run++;
        }
        return run;
    }

    private boolean one() {
        Timers.Timer[] held = new Timers.Timer[1];
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                Optional<Timers.Timer> due = timers.due(chronicle.now());
                due.ifPresent(timer -> {
                    held[0] = timer;
                    run(timer);
                });
                return due.isPresent();
            }));
        } catch (RuntimeException failed) {
            Timers.Timer timer = held[0];
            if (timer == null) {
                throw failed;
            }
            LOG.warn(
                    "timer {} of case {} failed and is put off",
                    timer.id(),
                    timer.caseId().value(),
                    failed);
            transactions.executeWithoutResult(
                    status -> timers.putOff(timer.id(), chronicle.now().plus(LATER)));
            return true;
        }
    }

    private void run(Timers.Timer timer) {
        Instant now = chronicle.now();
        Standing standing = cases.lock(timer.caseId()).orElse(null);
        Instant again = standing == null || standing.summary().status() == CaseStatus.CLOSED
                ? null
                : again(timer, standing, now);
        if (again == null) {
            timers.drop(timer.id());
        } else {
            timers.putOff(timer.id(), again);
        }
    }

    /** Does what it is for; when it has to be looked at again, null for never. */
    private @Nullable Instant again(Timers.Timer timer, Standing standing, Instant now) {
        return switch (timer.kind()) {
            case CONSULT -> silence(Objects.requireNonNull(timer.consult()), standing, now);
            case VISIT -> leave(Objects.requireNonNull(timer.visit()), standing, now) ? null : now.plus(LATER);
        };
    }

    /** Nobody is silent while the clock is stopped by hand. */
    private @Nullable Instant silence(UUID consult, Standing standing, Instant now) {
        if (standing.summary().status() == CaseStatus.STOPPED) {
            return now.plus(LATER);
        }
        Instant notBefore = silent.notBefore(consult, now);
        if (notBefore == null) {
            silent.fallen(consult, standing.summary().step(), now);
        }
        return notBefore;
    }

    /** A stopped clock starts the timer anew when it goes on; a case that waits for something else is looked at later. */
    private boolean leave(UUID visit, Standing standing, Instant now) {
        if (!visit.equals(standing.visit()) || standing.summary().status() != CaseStatus.OPEN) {
            return true;
        }
        Procedure.Step step = course.procedure(standing).step(standing.step());
        Procedure.Exit exit = course.timedOut(step);
        if (exit == null) {
            return true;
        }
        if (standing.ties().blocks() > 0 && exit.kind() != Procedure.Kind.BACK) {
            return false;
        }
        Doing doing = Doing.of(Actor.SYSTEM, "", now, null);
        course.leave(standing, exit, doing, Reader.ANONYMOUS, null, false);
        return true;
    }
}

package vn.haidang.casework.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/** An official completes the present step of a case. */
@Component
public class StepActs {

    private final CaseRows rows;
    private final AnsweredKeys keys;
    private final Course course;
    private final Handlers handlers;
    private final Clock clock;

    StepActs(CaseRows rows, AnsweredKeys keys, Course course, Handlers handlers, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.course = course;
        this.handlers = handlers;
        this.clock = clock;
    }

    /** Does it once for each key, whatever comes twice and at the same time. */
    @Transactional
    public CaseSummary take(Taking taking) {
        AccountId account = taking.by().account();
        if (account == null) {
            throw CaseworkProblems.noSuchCase();
        }
        CaseRows.Locked locked = lock(taking);
        if (locked.asked() != null && locked.answer() != null) {
            return keys.read(locked.asked(), locked.answer(), taking.asked());
        }
        Standing standing = locked.standing();
        if (taking.isStaleFor(standing)) {
            return Optional.ofNullable(taking.key())
                    .flatMap(key -> keys.find(account, key, taking.asked()))
                    .orElseThrow(() ->
                            CaseworkProblems.changedMeanwhile(standing.summary().code()));
        }
        return leave(standing, taking, account);
    }

    private CaseRows.Locked lock(Taking taking) {
        UUID item = taking.item();
        if (item != null) {
            return rows.lockByItem(item, taking.by(), taking.key()).orElseThrow(CaseworkProblems::noSuchCase);
        }
        if (taking.caseId() == null) {
            throw CaseworkProblems.noSuchCase();
        }
        return rows.lock(taking.caseId(), taking.by(), taking.key()).orElseThrow(CaseworkProblems::noSuchCase);
    }

    private CaseSummary leave(Standing standing, Taking taking, AccountId account) {
        requireRunning(standing);
        Procedure procedure = course.procedure(standing);
        Procedure.Step step = procedure.step(standing.step());
        requireMayAct(standing, taking.by(), account);
        requireFourEyes(standing, procedure, step, account);
        Procedure.Exit exit = exit(step, taking.outcome());
        String reason = taking.reason() == null || taking.reason().isBlank()
                ? null
                : taking.reason().strip();
        if (exit.needsReason() && reason == null) {
            throw CaseworkProblems.reasonMissing();
        }
        if (step.handler() != null) {
            handlers.get(step.handler()).leaving(standing.summary(), step.code(), exit.outcome(), taking.by());
        }
        Doing doing =
                new Doing(taking.by().actor(), taking.by().displayName(), Days.now(clock), reason, taking.declared());
        UUID key = taking.key();
        CaseWrites.Answer answer = key == null ? null : new CaseWrites.Answer(account.value(), key, taking.asked());
        return course.leave(standing, exit, doing, taking.by(), answer).summary();
    }

    private static void requireRunning(Standing standing) {
        String code = standing.summary().code();
        switch (standing.summary().status()) {
            case CLOSED -> throw CaseworkProblems.closed(code);
            case PAUSED -> throw CaseworkProblems.clockStopped(code);
            case OPEN -> {}
        }
    }

    private static void requireMayAct(Standing standing, Reader by, AccountId account) {
        Standing.Item item = standing.item();
        if (item == null || !by.holds(item.role(), item.unit())) {
            throw CaseworkProblems.notYourWork();
        }
        if (item.claimedBy() != null && !item.claimedBy().equals(account)) {
            String name = item.claimedByName();
            throw CaseworkProblems.claimedByAnother(name == null ? "" : name);
        }
    }

    private void requireFourEyes(Standing standing, Procedure procedure, Procedure.Step step, AccountId account) {
        var apart = procedure.keptApartFrom(step);
        if (!apart.isEmpty() && rows.didOneOf(standing.summary().id(), account, Visible.array(apart))) {
            throw CaseworkProblems.fourEyes();
        }
    }

    private static Procedure.Exit exit(Procedure.Step step, @Nullable String outcome) {
        if (outcome == null && step.exits().size() == 1) {
            return step.exits().getFirst();
        }
        return step.exit(outcome == null ? "" : outcome)
                .orElseThrow(() -> CaseworkProblems.noSuchOutcome(outcome == null ? "" : outcome));
    }
}

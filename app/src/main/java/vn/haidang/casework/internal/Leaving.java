package vn.haidang.casework.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/** How an official leaves the present step of a case; always inside the act's transaction. */
@Component
class Leaving {

    private final CaseRows rows;
    private final AnsweredKeys keys;
    private final Course course;
    private final Handlers handlers;
    private final Colleagues colleagues;
    private final Clock clock;

    Leaving(CaseRows rows, AnsweredKeys keys, Course course, Handlers handlers, Colleagues colleagues, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.course = course;
        this.handlers = handlers;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * Holds the case and moves it; once for each key, whatever comes twice and at the same time.
     *
     * @param alone whether nothing else happens in the transaction
     */
    CaseSummary held(Taking taking, AccountId account, boolean alone) {
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
        return leave(standing, taking, account, alone);
    }

    /**
     * Moves it from where it is remembered to stand. Empty, with nothing done, where this act cannot be judged by that alone.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when it stands otherwise by now, or the key was answered before
     */
    Optional<CaseSummary> remembered(Standing standing, Taking taking, AccountId account, boolean alone) {
        boolean plain = standing.item() != null
                && standing.summary().status() == CaseStatus.OPEN
                && course.procedure(standing).step(standing.step()).handler() == null;
        return plain && !taking.isStaleFor(standing) && rows.sees(taking.by(), standing)
                ? Optional.of(leave(standing, taking, account, alone))
                : Optional.empty();
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

    private CaseSummary leave(Standing standing, Taking taking, AccountId account, boolean alone) {
        requireRunning(standing);
        Procedure procedure = course.procedure(standing);
        Procedure.Step step = procedure.step(standing.step());
        Authority.Allowed authority = authority(standing, taking.by());
        requireFourEyes(standing, procedure, step, account, authority);
        Map<String, Object> declared = taking.declared();
        Map<String, String> attested = attested(procedure, declared);
        Procedure.Exit exit = course.way(standing, step, taking.outcome(), declared);
        requireUnblocked(standing, exit);
        String reason = taking.reason() == null || taking.reason().isBlank()
                ? null
                : taking.reason().strip();
        boolean named = exit.kind() == Procedure.Kind.SUPPLEMENT
                && !taking.papers().codes().isEmpty();
        if (exit.needsReason() && reason == null && !named) {
            throw CaseworkProblems.reasonMissing();
        }
        SupplementRequest request = exit.kind() == Procedure.Kind.SUPPLEMENT
                ? handlers.requested(standing.summary(), reason, taking.papers(), taking.by())
                : null;
        if (step.handler() != null) {
            handlers.get(step.handler()).leaving(standing.summary(), step.code(), exit.outcome(), taking.by());
        }
        Doing doing = new Doing(
                Chronicle.By.actor(taking.by(), authority),
                taking.by().displayName(),
                authority.behalf(),
                Days.now(clock),
                request == null ? reason : request.told(),
                declared,
                attested,
                request);
        UUID key = taking.key();
        CaseWrites.Answer answer = key == null ? null : new CaseWrites.Answer(account.value(), key, taking.asked());
        return course.leave(standing, exit, doing, taking.by(), answer, alone).summary();
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/closed}, {@code casework/clock-stopped}, {@code casework/stopped-by-hand} */
    static void requireRunning(Standing standing) {
        String code = standing.summary().code();
        switch (standing.summary().status()) {
            case CLOSED -> throw CaseworkProblems.closed(code);
            case PAUSED -> throw CaseworkProblems.clockStopped(code);
            case STOPPED -> throw CaseworkProblems.stoppedByHand(code);
            case OPEN -> {}
        }
    }

    /** What the act says of facts the procedure types, checked and as it is written; nothing where it types none. */
    private static Map<String, String> attested(Procedure procedure, Map<String, Object> declared) {
        Map<String, String> attested = new TreeMap<>();
        if (!procedure.facts().isEmpty() && !declared.isEmpty()) {
            Ways.read(procedure, declared).values().forEach((fact, value) -> attested.put(fact, value.written()));
        }
        return attested;
    }

    private Authority.Allowed authority(Standing standing, Reader by) {
        Standing.Item item = standing.item();
        if (item == null) {
            throw CaseworkProblems.notYourWork();
        }
        return colleagues.require(item, by);
    }

    /** What a case waits for holds it from going forwards; it may go back, or wait for its applicant. */
    private static void requireUnblocked(Standing standing, Procedure.Exit exit) {
        boolean forwards = exit.kind() == Procedure.Kind.NEXT || exit.kind() == Procedure.Kind.END;
        if (forwards && standing.ties().blocks() > 0) {
            throw CaseworkProblems.blocked(
                    standing.summary().code(), standing.ties().blocks());
        }
    }

    private void requireFourEyes(
            Standing standing,
            Procedure procedure,
            Procedure.Step step,
            AccountId account,
            Authority.Allowed authority) {
        var apart = procedure.keptApartFrom(step);
        if (!apart.isEmpty() && rows.didOneOf(standing.summary().id(), account, authority.behalf(), apart)) {
            throw CaseworkProblems.fourEyes();
        }
    }
}

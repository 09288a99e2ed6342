package vn.haidang.casework.internal;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/**
 * Whoever holds that right at the competent unit stops the clock of a case by hand and lets it go on. Nobody else checks it: the
 * applicant and the journal are told who did it, why and on what basis.
 */
@Component
public class ClockActs {

    /**
     * What is asked for.
     *
     * @param expectedVersion the version of the case on which it was decided
     * @param reason read by the applicant
     * @param legalBasis the provision that lets the clock stand still
     * @param key the same request sent again does nothing twice
     */
    public record Stop(CaseId caseId, long expectedVersion, String reason, String legalBasis, UUID key) {}

    private static final int LONGEST = 500;

    private final CaseRows rows;
    private final Course course;
    private final Colleagues colleagues;
    private final Handlers handlers;
    private final Once once;
    private final Clock clock;

    ClockActs(CaseRows rows, Course course, Colleagues colleagues, Handlers handlers, Once once, Clock clock) {
        this.rows = rows;
        this.course = course;
        this.colleagues = colleagues;
        this.handlers = handlers;
        this.once = once;
        this.clock = clock;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/not-your-clock}, {@code casework/reason-missing}, {@code casework/basis-missing}, {@code casework/field-malformed}, {@code casework/changed-meanwhile}, {@code casework/clock-stopped}, {@code casework/stopped-by-hand}, {@code casework/closed}, {@code casework/key-used-otherwise}, and what the owner of the subject says */
    public void stop(Stop stop, Reader by) {
        String reason = stop.reason().strip();
        String basis = stop.legalBasis().strip();
        doOnce(stop.caseId(), by, stop.key(), Fingerprint.of("stop", stop), authority -> {
            require(reason, "reason", CaseworkProblems::reasonMissing);
            require(basis, "basis", CaseworkProblems::basisMissing);
            Standing standing = held(stop.caseId(), stop.expectedVersion());
            Leaving.requireRunning(standing);
            handlers.asking(standing.summary(), reason, by);
            course.stop(standing, doing(by, authority, reason + " (" + basis + ")"), reason, basis);
        });
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/not-your-clock}, {@code casework/changed-meanwhile}, {@code casework/clock-not-stopped}, {@code casework/key-used-otherwise} */
    public void letGoOn(CaseId id, long expectedVersion, UUID key, Reader by) {
        doOnce(id, by, key, Fingerprint.of("go-on", id, expectedVersion), authority -> {
            Standing standing = held(id, expectedVersion);
            switch (standing.summary().status()) {
                case OPEN, PAUSED, CLOSED ->
                    throw CaseworkProblems.notStopped(standing.summary().code());
                case STOPPED -> course.goOn(standing, doing(by, authority, null));
            }
        });
    }

    /**
     * The case whose clock the reader may stop or let go on.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/not-your-clock}
     */
    public CaseSummary look(CaseId id, Reader reader) {
        CaseSummary summary = seen(id, reader);
        right(summary, reader);
        return summary;
    }

    /** Whether the case is shown to the reader too, and not only its clock. */
    public boolean sees(CaseId id, Reader reader) {
        return rows.find(id, reader).isPresent();
    }

    private CaseSummary seen(CaseId id, Reader reader) {
        return rows.find(id, reader)
                .or(() -> rows.find(id).filter(of -> colleagues.standsAbove(reader, of.summary())))
                .orElseThrow(CaseworkProblems::noSuchCase)
                .summary();
    }

    private Authority.Allowed right(CaseSummary summary, Reader reader) {
        return colleagues.overClocks(reader, summary).orElseThrow(CaseworkProblems::notYourClock);
    }

    private void doOnce(CaseId id, Reader by, UUID key, String asked, Consumer<Authority.Allowed> act) {
        Authority.Allowed authority = right(seen(id, by), by);
        AccountId account = by.account();
        if (account == null) {
            throw CaseworkProblems.notYourClock();
        }
        once.make(account, key, asked, () -> {
            act.accept(authority);
            return id.value();
        });
    }

    private Standing held(CaseId id, long expectedVersion) {
        Standing standing = rows.lock(id).orElseThrow(CaseworkProblems::noSuchCase);
        if (standing.summary().version() != expectedVersion) {
            throw CaseworkProblems.changedMeanwhile(standing.summary().code());
        }
        return standing;
    }

    private Doing doing(Reader by, Authority.Allowed authority, @Nullable String words) {
        return Doing.of(Chronicle.By.of(by, authority), Days.now(clock), words);
    }

    private static void require(String typed, String field, Supplier<RuntimeException> missing) {
        if (typed.isEmpty()) {
            throw missing.get();
        }
        if (typed.length() > LONGEST) {
            throw CaseworkProblems.fieldMalformed(field);
        }
    }
}

package vn.haidang.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.ApplicantActs;
import vn.haidang.casework.internal.Barring;
import vn.haidang.casework.internal.CaseReads;
import vn.haidang.casework.internal.ClockReplay;
import vn.haidang.casework.internal.Openings;
import vn.haidang.casework.internal.StepActs;
import vn.haidang.casework.internal.Taking;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.Deadline;

/** All cases: opening, acting, pausing, ending; each verb is one transaction with its journal entry, its facts and its clock. */
@Component
public class Cases {

    /**
     * One line of what happened, for the timeline.
     *
     * @param caseVersion the version of the case after it
     * @param verb its text is {@code casework.event.<verb>}
     * @param actorName empty for the machine
     * @param behalfName in whose name a substitute acted, null in their own
     * @param step where the case stood
     * @param reason may name what only officials should read unless {@code toldApplicant}
     */
    public record Event(
            long caseVersion,
            Instant at,
            String verb,
            String actorName,
            @Nullable String behalfName,
            @Nullable String step,
            @Nullable String outcome,
            @Nullable String reason,
            boolean toldApplicant) {}

    private final Openings openings;
    private final StepActs stepActs;
    private final ApplicantActs applicantActs;
    private final CaseReads reads;
    private final ClockReplay replay;
    private final Barring barring;

    public Cases(
            Openings openings,
            StepActs stepActs,
            ApplicantActs applicantActs,
            CaseReads reads,
            ClockReplay replay,
            Barring barring) {
        this.openings = openings;
        this.stepActs = stepActs;
        this.applicantActs = applicantActs;
        this.reads = reads;
        this.replay = replay;
        this.barring = barring;
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-procedure}, {@code casework/code-taken} */
    public CaseSummary open(OpenCase open) {
        return openings.open(open, Map.of());
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/changed-meanwhile}, {@code casework/four-eyes}, {@code casework/not-your-work}, {@code casework/claimed-by-another}, {@code casework/clock-stopped}, {@code casework/closed}, {@code casework/no-such-outcome}, {@code casework/reason-missing}, {@code casework/no-such-case}, {@code casework/key-used-otherwise}, {@code casework/no-paper-named}, {@code casework/no-such-paper} */
    public CaseSummary act(TakeStep act) {
        Taking taking = Taking.of(act);
        try {
            return stepActs.take(taking);
        } catch (DuplicateKeyException sameKeyAtTheSameTime) {
            return stepActs.take(taking);
        }
    }

    /**
     * The applicant supplied what was asked for: the clock goes on by the case's own rule.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-supplement-asked} when the clock is not stopped
     */
    public CaseSummary supplemented(CaseId id, Actor by) {
        return applicantActs.supplemented(id, by);
    }

    /**
     * The applicant withdraws an open case.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/closed}
     */
    public CaseSummary withdraw(CaseId id, Actor by, @Nullable String reason) {
        return applicantActs.withdraw(id, by, reason);
    }

    /**
     * An open case turned out to be about an official: from now on they neither see nor handle it, what they have of it is let go, and
     * where nobody else could do it, it goes to the head of the unit.
     *
     * @param to the unit whose case it is from now on, null where it stays
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, {@code casework/closed}
     */
    public void keepFrom(CaseId id, AccountId official, @Nullable UnitId to, Reader by) {
        barring.keepFrom(id, official, to, by);
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, the same for a case that does not exist and one the reader may not see */
    public CaseSummary get(CaseId id, Reader reader) {
        return reads.get(id, reader);
    }

    /** The case of a subject, without asking who reads; for the module that owns the subject. */
    public Optional<CaseSummary> of(String subjectType, UUID subjectId) {
        return reads.of(subjectType, subjectId);
    }

    /** What happened, oldest first. */
    public List<Event> history(CaseId id) {
        return reads.history(id);
    }

    /**
     * When the case is due now and why, with every pause: reckoned from what the case keeps, on the calendar its present due
     * moment was reckoned on.
     */
    public Deadline deadline(CaseId id) {
        return reads.deadline(id);
    }

    /**
     * The clock as of a day, with who stopped it, why and on what basis; without asking who reads, for the module that owns the
     * subject.
     *
     * @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}
     */
    public CaseClock clock(CaseId id, LocalDate day) {
        return replay.asOf(id, day);
    }

    /** The deadline promised when the case was opened, with its derivation, as it was kept then. */
    public Deadline firstPromise(CaseId id) {
        return reads.firstPromise(id);
    }
}

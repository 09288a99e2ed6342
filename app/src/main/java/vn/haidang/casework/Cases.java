package vn.haidang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;

/** All cases: opening, acting, pausing, ending; each verb is one transaction with its journal entry, its facts and its clock. */
@Component
public class Cases {

    /** One line of what happened, for the timeline: a verb code, who, when, with the reason if the reader may see it. */
    public record Event(
            Instant at,
            String verb,
            String actorName,
            @Nullable String step,
            @Nullable String reason) {}

    public CaseSummary open(OpenCase open) {
        throw new UnsupportedOperationException();
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/changed-meanwhile}, {@code casework/four-eyes}, {@code casework/not-your-work}, {@code casework/no-such-outcome}, {@code casework/reason-missing} */
    public CaseSummary act(TakeStep act) {
        throw new UnsupportedOperationException();
    }

    /** The applicant supplied what was asked for: the clock goes on by the case's own rule. */
    public CaseSummary supplemented(CaseId id, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The applicant withdraws an open case. */
    public CaseSummary withdraw(CaseId id, Actor by, @Nullable String reason) {
        throw new UnsupportedOperationException();
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-case}, the same for a case that does not exist and one the reader may not see */
    public CaseSummary get(CaseId id, Reader reader) {
        throw new UnsupportedOperationException();
    }

    /** The case of a subject, without asking who reads; for the module that owns the subject. */
    public Optional<CaseSummary> of(String subjectType, UUID subjectId) {
        throw new UnsupportedOperationException();
    }

    public List<Event> history(CaseId id) {
        throw new UnsupportedOperationException();
    }
}

package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;

/**
 * Opinions asked of other units, and what became of it.
 *
 * @param dueAt first moment that is too late
 * @param result how the answers read together, null while it is open and when it was withdrawn
 * @param askedBy null for the machine
 * @param answers one item for each unit asked, in the order they were asked
 */
public record Consult(
        UUID id,
        CaseId caseId,
        String question,
        ConsultTerms.Rule rule,
        int needed,
        Instant dueAt,
        ConsultTerms.Silence silence,
        @Nullable String basis,
        State state,
        @Nullable String result,
        Instant askedAt,
        @Nullable UUID askedBy,
        String askedByName,
        List<WorkItem> answers) {

    /** Whether the case still waits for it. */
    public enum State {
        OPEN,
        JOINED,
        CANCELLED
    }

    /** The answers that can be given. */
    public enum Answer {
        AGREED,
        OBJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    Consult with(List<WorkItem> others) {
        return new Consult(
                id,
                caseId,
                question,
                rule,
                needed,
                dueAt,
                silence,
                basis,
                state,
                result,
                askedAt,
                askedBy,
                askedByName,
                List.copyOf(others));
    }
}

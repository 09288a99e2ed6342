package vn.haidang.casework;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Reader;

/**
 * An officer completes the present step of a case with one of its outcomes.
 *
 * @param expectedVersion the version the officer saw; another version is a conflict and changes nothing
 * @param reason needed by outcomes that ask for one, shown to the applicant when the outcome says so
 * @param declared facts the act declares for the case, by name; conditions of the procedure may depend on them
 * @param papers named by an outcome that asks the applicant for more
 * @param idempotencyKey the same key a second time does nothing and answers the same
 */
public record TakeStep(
        CaseId caseId,
        long expectedVersion,
        String step,
        String outcome,
        @Nullable String reason,
        Map<String, Object> declared,
        AskedPapers papers,
        Reader by,
        UUID idempotencyKey) {

    public TakeStep {
        declared = Map.copyOf(declared);
    }

    /** The same, naming papers. */
    public TakeStep asking(AskedPapers named) {
        return new TakeStep(caseId, expectedVersion, step, outcome, reason, declared, named, by, idempotencyKey);
    }

    /** An act that names no papers. */
    public TakeStep(
            CaseId caseId,
            long expectedVersion,
            String step,
            String outcome,
            @Nullable String reason,
            Map<String, Object> declared,
            Reader by,
            UUID idempotencyKey) {
        this(caseId, expectedVersion, step, outcome, reason, declared, AskedPapers.NONE, by, idempotencyKey);
    }

    /** An act that declares nothing. */
    public TakeStep(
            CaseId caseId,
            long expectedVersion,
            String step,
            String outcome,
            @Nullable String reason,
            Reader by,
            UUID idempotencyKey) {
        this(caseId, expectedVersion, step, outcome, reason, Map.of(), by, idempotencyKey);
    }
}

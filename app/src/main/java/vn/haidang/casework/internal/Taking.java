package vn.haidang.casework.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.AskedPapers;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.Reader;

/**
 * An act on the present step, named by case, version and step as people see it, or by work item as programs do.
 *
 * @param outcome null takes the only one there is
 * @param papers named by an outcome that asks the applicant for more; of no meaning with any other
 * @param key null for a program that does not repeat itself
 */
public record Taking(
        @Nullable CaseId caseId,
        @Nullable UUID item,
        @Nullable Long expectedVersion,
        @Nullable String step,
        @Nullable String outcome,
        @Nullable String reason,
        Map<String, Object> declared,
        AskedPapers papers,
        Reader by,
        @Nullable UUID key) {

    public static Taking of(TakeStep act) {
        return new Taking(
                act.caseId(),
                null,
                act.expectedVersion(),
                act.step(),
                act.outcome(),
                act.reason(),
                act.declared(),
                act.papers(),
                act.by(),
                act.idempotencyKey());
    }

    /** Whether the case moved on since this act was decided. */
    boolean isStaleFor(Standing standing) {
        Standing.Item present = standing.item();
        return (expectedVersion != null && expectedVersion != standing.summary().version())
                || (step != null && !step.equals(standing.summary().step()))
                || (item != null && (present == null || !present.id().equals(item)));
    }

    /** Equal for equal acts: what a key may be used for again. */
    String asked() {
        return papers.codes().isEmpty()
                ? Fingerprint.of(caseId, item, expectedVersion, step, outcome, reason, new TreeMap<>(declared))
                : Fingerprint.of(
                        caseId, item, expectedVersion, step, outcome, reason, new TreeMap<>(declared), papers.codes());
    }
}

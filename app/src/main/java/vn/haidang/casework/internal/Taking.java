package vn.haidang.casework.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.Reader;

/**
 * An act on the present step, named by case, version and step as people see it, or by work item as programs do.
 *
 * @param outcome null takes the only one there is
 */
public record Taking(
        @Nullable CaseId caseId,
        @Nullable UUID item,
        @Nullable Long expectedVersion,
        @Nullable String step,
        @Nullable String outcome,
        @Nullable String reason,
        Map<String, Object> declared,
        Reader by,
        UUID key) {

    public static Taking of(TakeStep act) {
        return new Taking(
                act.caseId(),
                null,
                act.expectedVersion(),
                act.step(),
                act.outcome(),
                act.reason(),
                Map.of(),
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
        String all = String.join(
                "\u0000",
                String.valueOf(caseId),
                String.valueOf(item),
                String.valueOf(expectedVersion),
                String.valueOf(step),
                String.valueOf(outcome),
                String.valueOf(reason),
                new TreeMap<>(declared).toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.haidang.worktime;

import org.jspecify.annotations.Nullable;

/**
 * The time limit of a procedure version or of a step, with the documents that set it (shown in the derivation; null
 * where none is known).
 */
public record TimeLimit(
        LegalDuration duration,
        @Nullable String source,
        AfterSupplement afterSupplement,
        @Nullable String afterSupplementSource) {

    /** A limit that resumes after a supplement, with no source to show. */
    public static TimeLimit of(LegalDuration duration) {
        return new TimeLimit(duration, null, AfterSupplement.RESUME, null);
    }
}

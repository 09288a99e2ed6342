package vn.haidang.casework.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.indicator.Facts;
import vn.haidang.organization.UnitId;

/**
 * Counts cases for the module that owns their subjects. It is asked in the transaction of every act that changes what is counted:
 * the end of the legal time, the competent unit, or the end of the case; not of the opening, which that module does itself.
 */
public interface CaseCounting {

    /** The nouns whose cases it counts, for example {@code publicservice/application}. */
    String subjectType();

    /** The facts these changes add, before any of them is written; a case of another subject adds none. */
    List<Facts.Fact> changed(List<Change> changes);

    /** One case on the day of the act, as it stood and as it will stand. */
    record Change(CaseId id, LocalDate day, Stand before, Stand after) {

        /** Whether by this act more is asked of its applicant. */
        public boolean asks() {
            return after.waiting() && !before.waiting();
        }

        /** Whether anything that is counted differs. */
        public boolean counts() {
            return !before.equals(after);
        }
    }

    /**
     * What of a case is counted.
     *
     * @param dueAt the first moment too late, null while the clock stands still
     * @param accepted whether the desk had accepted it when it ended
     * @param waiting whether its applicant was asked for more and has not answered
     */
    record Stand(
            UnitId unit,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            boolean accepted,
            boolean waiting) {

        /** The same at another unit. */
        public Stand at(UnitId other) {
            return new Stand(other, dueAt, closedAt, outcome, accepted, waiting);
        }
    }
}

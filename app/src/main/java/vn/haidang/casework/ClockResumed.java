package vn.haidang.casework;

import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;

/**
 * The clock of a case that was stopped by hand goes on, to another day.
 *
 * @param version of the case since
 */
public record ClockResumed(
        CaseId caseId,
        String code,
        String subjectType,
        long version,
        @Nullable PartyId applicant) {}

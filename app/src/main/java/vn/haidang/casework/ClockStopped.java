package vn.haidang.casework;

import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;

/**
 * The clock of a case was stopped by hand, with a reason the applicant may read.
 *
 * @param version of the case since
 */
public record ClockStopped(
        CaseId caseId,
        String code,
        String subjectType,
        long version,
        @Nullable PartyId applicant) {}

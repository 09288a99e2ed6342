package vn.haidang.casework;

import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;

/** The desk accepted a case. */
public record CaseAccepted(
        CaseId caseId,
        String code,
        String subjectType,
        @Nullable PartyId applicant) {}

package vn.haidang.casework;

import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;

/** The desk accepted a case. */
public record CaseAccepted(
        CaseId caseId,
        String code,
        String subjectType,
        @Nullable AccountId applicant) {}

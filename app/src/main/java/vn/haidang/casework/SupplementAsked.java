package vn.haidang.casework;

import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;

/** A case's clock was stopped until the applicant supplies what is missing. */
public record SupplementAsked(
        CaseId caseId,
        String code,
        String subjectType,
        @Nullable PartyId applicant) {}

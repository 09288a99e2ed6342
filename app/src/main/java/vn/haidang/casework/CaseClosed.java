package vn.haidang.casework;

import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;

/** A case ended with an outcome such as {@code done}, {@code refused}, {@code withdrawn}. */
public record CaseClosed(
        CaseId caseId,
        String code,
        String subjectType,
        UnitId competentUnit,
        String outcome,
        @Nullable PartyId applicant) {}

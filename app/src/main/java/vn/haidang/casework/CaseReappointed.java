package vn.haidang.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;

/** An office told the applicant that it will be late, why, and on which new day. */
public record CaseReappointed(
        CaseId caseId,
        String code,
        String subjectType,
        @Nullable PartyId applicant,
        LocalDate newDay) {}

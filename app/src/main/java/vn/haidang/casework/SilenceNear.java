package vn.haidang.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;

/**
 * A case will be ended because its applicant, who was asked for more, stays silent.
 *
 * @param lastDay on which they can still answer
 */
public record SilenceNear(
        CaseId caseId,
        String code,
        String subjectType,
        @Nullable PartyId applicant,
        LocalDate lastDay) {}

package vn.haidang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/**
 * What is needed to open a case.
 *
 * @param id made by the caller, so that its own record can name it in the same transaction
 * @param procedure code of the procedure whose version in force is kept by the case
 * @param code what people call the case, for example the dossier code; unique
 * @param subjectType noun of the owning module, for example {@code publicservice/application}
 * @param competentUnit the unit that decides, and at which the case counts
 * @param receivingUnit the unit whose desk receives it
 * @param applicantName shown to those who may read the case
 * @param terms the legal clock
 * @param filedAt when it was handed in, which is not yet when it counts as received
 * @param digitised whether what came on paper was digitised at reception; true facts for online cases are derived from the channel
 */
public record OpenCase(
        CaseId id,
        String procedure,
        String code,
        String title,
        String subjectType,
        UUID subjectId,
        UnitId competentUnit,
        UnitId receivingUnit,
        Channel channel,
        @Nullable PartyId applicant,
        String applicantName,
        ClockTerms terms,
        Instant filedAt,
        boolean digitised,
        Actor by) {}

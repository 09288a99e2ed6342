package vn.haidang.casework;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
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
 * @param notBy officials whom it is about: they neither see nor handle it, and where nobody else could it goes to the head of the unit
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
        Set<AccountId> notBy,
        Actor by) {

    public OpenCase {
        notBy = Set.copyOf(notBy);
    }

    /** One that is about no official. */
    public OpenCase(
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
            Actor by) {
        this(
                id,
                procedure,
                code,
                title,
                subjectType,
                subjectId,
                competentUnit,
                receivingUnit,
                channel,
                applicant,
                applicantName,
                terms,
                filedAt,
                digitised,
                Set.of(),
                by);
    }
}

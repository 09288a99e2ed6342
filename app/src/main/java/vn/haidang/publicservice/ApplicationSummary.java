package vn.haidang.publicservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseStatus;
import vn.haidang.organization.UnitId;

/**
 * An application with where its case stands.
 *
 * @param step code of the step it stands at, null when it has ended
 * @param promisedDay last day in time as promised at submission, null where none could be
 * @param dueAt first moment too late, null while the clock stands still
 * @param outcome how it ended, null while it has not
 * @param result the document it ended with, null for none
 * @param stars how it was rated, null while it was not
 */
public record ApplicationSummary(
        ApplicationId id,
        String serviceCode,
        String shortName,
        String nameEn,
        String dossierCode,
        UnitId unit,
        Instant submittedAt,
        CaseStatus status,
        @Nullable String step,
        @Nullable LocalDate promisedDay,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable IssuedResult result,
        @Nullable Integer stars) {

    /**
     * The document an application ended with.
     *
     * @param withdrawn whether its issuer has said that it does not count any more
     */
    public record IssuedResult(String number, LocalDate issuedOn, UUID file, boolean withdrawn) {}

    public String title(boolean english) {
        return english ? nameEn : shortName;
    }

    public boolean ended() {
        return status == CaseStatus.CLOSED;
    }
}

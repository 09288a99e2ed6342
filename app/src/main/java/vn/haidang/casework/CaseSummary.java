package vn.haidang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;

/**
 * A case as its readers see it.
 *
 * @param version grows with every act; an act names the version it saw
 * @param step code of the step it stands at, null when closed
 * @param dueAt end of the legal time, null while the clock is stopped
 * @param outcome how it ended, null while it has not
 */
public record CaseSummary(
        CaseId id,
        String code,
        String title,
        String procedure,
        int procedureVersion,
        String subjectType,
        UUID subjectId,
        UnitId competentUnit,
        UnitId receivingUnit,
        Channel channel,
        @Nullable PartyId applicant,
        String applicantName,
        CaseStatus status,
        @Nullable String step,
        @Nullable Instant dueAt,
        Instant filedAt,
        Instant receivedAt,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        long version) {}

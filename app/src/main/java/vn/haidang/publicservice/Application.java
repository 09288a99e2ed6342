package vn.haidang.publicservice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.files.FileId;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.organization.UnitId;

/**
 * What was handed in, unchanged since.
 *
 * @param account who handed it in
 * @param party in whose name
 * @param applicantName of the party
 * @param submitter who handed it in for another, null where it was handed in for oneself
 * @param leftOut codes of the pages of its form that were not asked for it
 * @param answers by field, each with what was known and where from
 * @param files of every round: round 0 came with it, the others with each supplement
 * @param secret with the dossier code it opens the status, nothing else
 */
public record Application(
        ApplicationId id,
        DraftId draft,
        AccountId account,
        PartyId party,
        String serviceCode,
        int serviceVersion,
        UnitId unit,
        CaseId caseId,
        String dossierCode,
        String applicantName,
        @Nullable Submitter submitter,
        String form,
        int formVersion,
        Set<String> leftOut,
        Map<String, Answer> answers,
        Device device,
        String secret,
        Promise promise,
        Instant submittedAt,
        List<HandedIn> files) {

    public Application {
        leftOut = Set.copyOf(leftOut);
        answers = Map.copyOf(answers);
        files = List.copyOf(files);
    }

    /** Whoever handed it in for another, and by what right. */
    public record Submitter(
            String name, Mandate.Basis basis, @Nullable Spoken spoken) {

        /** As records and messages name the right. */
        public String code() {
            return basis.code();
        }
    }

    /** Who stood at the desk for the applicant while an officer put it down, and by what right. */
    public record Spoken(String name, Mandate.Basis basis) {}

    /**
     * A file as it was handed in.
     *
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record HandedIn(
            int round, String field, FileId file, String name, String mediaType, long bytes, String sha256) {}
}

package vn.haidang.publicservice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.haidang.casework.CaseId;
import vn.haidang.files.FileId;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.UnitId;

/**
 * What was handed in, unchanged since.
 *
 * @param answers by field, each with what was known and where from
 * @param files of every round: round 0 came with it, the others with each supplement
 * @param secret with the dossier code it opens the status, nothing else
 */
public record Application(
        ApplicationId id,
        DraftId draft,
        AccountId account,
        String serviceCode,
        int serviceVersion,
        UnitId unit,
        CaseId caseId,
        String dossierCode,
        String applicantName,
        String form,
        int formVersion,
        Map<String, Answer> answers,
        Device device,
        String secret,
        Promise promise,
        Instant submittedAt,
        List<HandedIn> files) {

    public Application {
        answers = Map.copyOf(answers);
        files = List.copyOf(files);
    }

    /**
     * A file as it was handed in.
     *
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record HandedIn(
            int round, String field, FileId file, String name, String mediaType, long bytes, String sha256) {}
}

package vn.haidang.publicservice.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.form.Upload;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Applications.Supplement;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Stores what an applicant adds, each file under the paper it answers. */
@Component
class SupplementFiles {

    /** What answers no paper in particular. */
    private static final String ANY = "supplement";

    private final Files files;
    private final SupplementRequests requests;

    SupplementFiles(Files files, SupplementRequests requests) {
        this.files = files;
        this.requests = requests;
    }

    /** A file that is not taken, and where it was chosen. */
    static final class Refused extends ProblemException implements RefusedFile {

        private final String field;

        Refused(String field, Problem problem) {
            super(problem);
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }
    }

    /** In the order they came; beyond the papers that were asked for no more than {@link ApplicantActs#MOST_FILES}. */
    List<Application.HandedIn> store(Supplement supplement, CaseId caseId, int round) {
        Set<String> asked = requests.last(caseId).orElse(SupplementRequests.NOTHING).papers().stream()
                .map(SupplementRequests.Asked::field)
                .collect(Collectors.toSet());
        List<Application.HandedIn> added = new ArrayList<>();
        supplement.uploads().stream()
                .limit(ApplicantActs.MOST_FILES + asked.size())
                .forEach(upload -> added.add(
                        store(upload, asked.contains(upload.field()) ? upload.field() : ANY, supplement, round)));
        return added;
    }

    private Application.HandedIn store(Upload upload, String field, Supplement supplement, int round) {
        try (InputStream bytes = upload.bytes().open()) {
            StoredFile file = files.store(
                    upload.name(),
                    bytes,
                    ApplicantActs.LARGEST_FILE,
                    ApplicantActs.TYPES,
                    supplement.by().actor());
            return HandingIn.of(round, field, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException refused) {
            throw field.equals(ANY) ? refused : new Refused(field, refused.problem());
        }
    }
}

package vn.haidang.publicservice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.form.DraftId;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.ApplicantActs;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.Preparing;
import vn.haidang.publicservice.internal.Submitting;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Applications from the first question to the rating. Everything here answers a foreign and an unknown id with the same
 * {@code publicservice/no-such-application}.
 */
@Component
public class Applications {

    /**
     * Which service a draft is for and who would receive it.
     *
     * @param event the life event whose dossiers it becomes, of which the service is the first; null where it becomes one application
     */
    public record Preparation(
            DraftId draft,
            String serviceCode,
            int serviceVersion,
            UnitId unit,
            @Nullable String event) {}

    /**
     * A draft to hand in.
     *
     * @param key the same key a second time answers with the same application
     */
    public record Submission(DraftId draft, UUID key, Device device, Reader by) {}

    /** More papers or words for a paused case. */
    public record Supplement(ApplicationId application, UUID key, String note, List<Upload> uploads, Reader by) {
        public Supplement {
            uploads = List.copyOf(uploads);
        }
    }

    private final Preparing preparing;
    private final Submitting submitting;
    private final ApplicantActs acts;
    private final ApplicationRows rows;

    Applications(Preparing preparing, Submitting submitting, ApplicantActs acts, ApplicationRows rows) {
        this.preparing = preparing;
        this.submitting = submitting;
        this.acts = acts;
        this.rows = rows;
    }

    /**
     * Starts a draft with what the platform already knows of the reader.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-service}, {@code publicservice/not-startable},
     *     {@code publicservice/no-such-receiver}
     */
    public DraftId prepare(String serviceCode, UnitId unit, Reader reader) {
        return preparing.start(serviceCode, unit, reader);
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-application} */
    public Preparation preparation(DraftId draft, Reader reader) {
        return preparing.get(draft, reader);
    }

    /** What a draft became when it was handed in. */
    public Optional<ApplicationId> of(DraftId draft, Reader reader) {
        return rows.submitted(draft, draft.value(), reader);
    }

    /**
     * Hands a draft in, exactly once: the same key, the same draft in two windows, a repetition after a crash all answer with the one
     * application there is.
     *
     * @throws vn.haidang.ui.ProblemException {@code form/not-complete}, {@code publicservice/too-many-submissions},
     *     {@code publicservice/not-startable}, {@code publicservice/no-such-application}, {@code publicservice/several-dossiers} for a
     *     draft that {@link Bundles} hands in
     */
    public ApplicationId submit(Submission submission) {
        Optional<ApplicationId> before = submitting.before(submission);
        return before.orElseGet(() -> submitting.submit(submission));
    }

    public Application get(ApplicationId id, Reader reader) {
        return rows.own(id, reader).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    /** Where one's own application stands. */
    public ApplicationSummary summary(ApplicationId id, Reader reader) {
        return rows.summary(id, reader).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    /** A reader's own applications, newest first. */
    public Slice<ApplicationSummary> mine(Reader reader, PageRequest page) {
        return rows.mine(reader, page);
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/nothing-asked}, {@code publicservice/supplement-empty} and those of files */
    public void supplement(Supplement supplement) {
        acts.supplement(supplement);
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/…} when it has ended */
    public void withdraw(ApplicationId id, @Nullable String reason, Reader by) {
        acts.withdraw(id, reason, by);
    }

    /**
     * Rates an ended application; the last rating counts, the same one again changes nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/not-ended}, {@code publicservice/no-such-rating}
     */
    public void rate(ApplicationId id, int stars, @Nullable String comment, Reader by) {
        acts.rate(id, stars, comment, by);
    }
}

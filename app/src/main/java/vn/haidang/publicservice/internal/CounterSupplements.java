package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Applications.Supplement;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;

/** What somebody brings to the desk when more was asked for. */
@Component
public class CounterSupplements {

    /** What is asked for, as it is told to the applicant. */
    public record Asked(Reception reception, ApplicationSummary summary, SupplementRequests.Request request) {}

    private final Receptions receptions;
    private final ApplicationRows applications;
    private final SupplementRequests requests;
    private final ApplicantActs acts;
    private final ReceptionTraces traces;

    CounterSupplements(
            Receptions receptions,
            ApplicationRows applications,
            SupplementRequests requests,
            ApplicantActs acts,
            ReceptionTraces traces) {
        this.receptions = receptions;
        this.applications = applications;
        this.requests = requests;
        this.acts = acts;
        this.traces = traces;
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/nothing-asked}, {@code publicservice/no-such-reception} */
    public Asked asked(UUID id, Reader officer) {
        Reception reception = receptions.get(id, officer);
        ApplicationId application = finished(reception);
        ApplicationSummary summary = applications
                .summary(application, reception.by(officer))
                .orElseThrow(PublicServiceProblems::noSuchReception);
        if (summary.status() != CaseStatus.PAUSED) {
            throw PublicServiceProblems.nothingAsked();
        }
        traces.read(reception, "publicservice/supplement-at-desk", officer);
        CaseId caseId = applications.any(application).orElseThrow().caseId();
        return new Asked(reception, summary, requests.last(caseId).orElse(SupplementRequests.NOTHING));
    }

    /**
     * Hands it in for the person, as they would themselves; the clock goes on by the case's own rule.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/nothing-asked}, {@code publicservice/supplement-empty} and those of
     *     files
     */
    public void handIn(UUID id, UUID key, String note, List<Upload> uploads, Reader officer) {
        Reception reception = receptions.get(id, officer);
        acts.supplement(new Supplement(finished(reception), key, note, uploads, reception.by(officer)));
    }

    private static ApplicationId finished(Reception reception) {
        ApplicationId application = reception.application();
        if (application == null) {
            throw PublicServiceProblems.nothingAsked();
        }
        return application;
    }
}

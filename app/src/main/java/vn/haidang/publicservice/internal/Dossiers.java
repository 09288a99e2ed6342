package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.internal.once.ReusedPapers;

/** All there is of one application, for pages that have already been let through. */
@Component
public class Dossiers {

    private final ApplicationRows applications;
    private final SupplementRows supplements;
    private final ComponentRows papers;
    private final Parcels parcels;
    private final SupplementRequests requests;

    Dossiers(
            ApplicationRows applications,
            SupplementRows supplements,
            ComponentRows papers,
            Parcels parcels,
            SupplementRequests requests) {
        this.applications = applications;
        this.supplements = supplements;
        this.papers = papers;
        this.parcels = parcels;
        this.requests = requests;
    }

    public Optional<Application> any(ApplicationId id) {
        return applications.any(id);
    }

    /** What the applicant was last asked for. */
    public SupplementRequests.Request asked(CaseId id) {
        return requests.last(id).orElse(SupplementRequests.NOTHING);
    }

    /** All papers they were ever asked for, and all they added. */
    public SupplementRequests.Exchange exchange(Application of) {
        return requests.exchange(of);
    }

    public List<SupplementRows.Happened> happened(CaseId id) {
        return supplements.happened(id);
    }

    /** The forms that acts called for or officials asked for. */
    public List<SupplementRows.Given> given(ApplicationId id) {
        return supplements.given(id);
    }

    /** Those of them that the applicant is given. */
    public List<SupplementRows.Given> givenToApplicant(ApplicationId id) {
        return supplements.givenToApplicant(id);
    }

    /** What came on paper to a desk; of a dossier handed in online there is none. */
    public List<Paper> papers(Application of) {
        return of.submitter() == null ? List.of() : papers.of(of.id());
    }

    /** Papers that were used again instead of handed in. */
    public List<ReusedPapers.Reused> reused(ApplicationId id) {
        return supplements.reused(id);
    }

    /** What came or went by post, oldest first. */
    public List<Parcel> parcels(ApplicationId id) {
        return parcels.of(id);
    }
}

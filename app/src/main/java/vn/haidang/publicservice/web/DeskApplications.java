package vn.haidang.publicservice.web;

import org.springframework.stereotype.Component;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.ui.ProblemException;

/** Which applications an official may see: those whose case they may see; any other is answered like one that does not exist. */
@Component
class DeskApplications {

    private final ApplicationRows applications;
    private final Cases cases;

    DeskApplications(ApplicationRows applications, Cases cases) {
        this.applications = applications;
        this.cases = cases;
    }

    /** @throws ProblemException {@code publicservice/no-such-application} */
    Application visible(String id, Reader reader) {
        Application application =
                applications.any(Ids.application(id)).orElseThrow(PublicServiceProblems::noSuchApplication);
        try {
            cases.get(application.caseId(), reader);
        } catch (ProblemException hidden) {
            throw PublicServiceProblems.noSuchApplication();
        }
        return application;
    }
}

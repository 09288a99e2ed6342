package vn.haidang.publicservice.internal;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Service;
import vn.haidang.registry.Parties;
import vn.haidang.registry.Persons;

/**
 * Gives the result of an approved application as a document, keeps it in the applicant's own store, and so ends the step without
 * a person. Runs inside the act that approves: if the document cannot be made, the approval does not happen either.
 */
@Component
class IssueResult implements StepHandler {

    static final String CODE = "publicservice/issue-result";

    private static final String DONE = "done";
    private static final String SOURCE = "city-results";

    private final ApplicationRows applications;
    private final CatalogueRows catalogue;
    private final ResultFields fields;
    private final Documents documents;
    private final Parties parties;

    IssueResult(
            ApplicationRows applications,
            CatalogueRows catalogue,
            ResultFields fields,
            Documents documents,
            Parties parties) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.fields = fields;
        this.documents = documents;
        this.parties = parties;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<Outcome> entered(CaseSummary reached, String step, Reader by) {
        if (!reached.subjectType().equals(Traces.APPLICATION)) {
            return Optional.of(new Outcome(DONE, false));
        }
        return applications.any(new ApplicationId(reached.subjectId())).map(application -> {
            issue(application, reached, by);
            return new Outcome(DONE, true);
        });
    }

    private void issue(Application application, CaseSummary reached, Reader by) {
        Service service = catalogue
                .version(application.serviceCode(), application.serviceVersion())
                .orElseThrow();
        Service.Handling handling = Objects.requireNonNull(service.handling());
        IssuedDocument document = documents.issue(new Documents.Issue(
                handling.documentTemplate(),
                handling.documentKind(),
                reached.competentUnit(),
                by,
                by.displayName(),
                fields.signerTitle(by, reached.competentUnit()),
                fields.of(application, service, reached),
                Traces.APPLICATION,
                application.id().value(),
                by.actor()));
        applications.insertResult(
                application.id(),
                document.id(),
                document.number(),
                document.file().value(),
                document.issuedOn());
        parties.keepResult(
                new Persons.NewResult(
                        application.party(),
                        document.kind(),
                        document.number(),
                        document.issuedOn(),
                        document.file().value(),
                        SOURCE),
                by.actor());
    }
}

package vn.haidang.publicservice.internal;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseAccepted;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.SupplementAsked;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;

/**
 * Gives out the forms that acts on an application call for, right after the act: the receipt when it is accepted, a request each time more
 * is asked for, the refusal, and the stop notice where a case ends without a result. An event may come twice, or with another of its kind; each form is given out once.
 * Whoever acted signs receipt, request and refusal in their own name; the stop notice is the head's, and waits for them.
 */
@Component
class Papers {

    /** Asked before an event is kept for delivery: cases of others leave nothing behind here. */
    private static final String OF_APPLICATION = "#root.args[0].subjectType() == '" + Traces.APPLICATION + "'";

    /** The step at which a case is with the unit that receives it. */
    private static final String RECEPTION = "receive";

    private final PaperRows rows;
    private final ApplicationRows applications;
    private final PaperFields fields;
    private final Documents documents;
    private final Cases cases;
    private final Accounts accounts;

    Papers(
            PaperRows rows,
            ApplicationRows applications,
            PaperFields fields,
            Documents documents,
            Cases cases,
            Accounts accounts) {
        this.rows = rows;
        this.applications = applications;
        this.fields = fields;
        this.documents = documents;
        this.cases = cases;
        this.accounts = accounts;
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(CaseAccepted accepted) {
        give(Paper.RECEIPT, accepted.caseId(), rows.causes(accepted.caseId(), "accepted"));
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(SupplementAsked asked) {
        give(Paper.SUPPLEMENT_REQUEST, asked.caseId(), rows.causes(asked.caseId(), "supplement-asked"));
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(CaseClosed closed) {
        if (closed.outcome().equals("done")) {
            return;
        }
        Paper paper = closed.outcome().equals("refused") ? Paper.REFUSAL : Paper.STOP_NOTICE;
        give(paper, closed.caseId(), rows.end(closed.caseId()).stream().toList());
    }

    private void give(Paper paper, CaseId caseId, List<PaperRows.Cause> causes) {
        Application application = applications
                .ofCase(caseId)
                .flatMap(handedIn -> applications.any(handedIn.id()))
                .orElse(null);
        if (application == null) {
            return;
        }
        rows.hold(application.id());
        for (int round = 1; round <= causes.size(); round++) {
            if (!rows.given(application.id(), paper.form(), round)) {
                give(paper, application, round, causes.get(round - 1));
            }
        }
    }

    private void give(Paper paper, Application application, int round, PaperRows.Cause cause) {
        CaseSummary reached =
                cases.of(Traces.APPLICATION, application.id().value()).orElseThrow();
        UnitId issuer = issuer(paper, reached, cause);
        Reader official = official(paper, cause);
        IssuedDocument document = documents.issue(new Documents.Issue(
                paper.template(),
                paper.kind(),
                issuer,
                official,
                official.displayName(),
                fields.signerTitle(paper),
                fields.of(paper, application, reached, issuer, cause, official.displayName()),
                Traces.APPLICATION,
                application.id().value(),
                official.account() == null ? Actor.SYSTEM : official.actor(),
                paper.hands()));
        rows.insert(application.id(), paper.form(), round, document);
    }

    private static UnitId issuer(Paper paper, CaseSummary reached, PaperRows.Cause cause) {
        return switch (paper) {
            case RECEIPT, REFUSAL -> reached.receivingUnit();
            case SUPPLEMENT_REQUEST ->
                cause.step().equals(RECEPTION) ? reached.receivingUnit() : reached.competentUnit();
            case STOP_NOTICE -> reached.competentUnit();
        };
    }

    /** Whoever acted; nobody for the stop notice, which follows from what the applicant did or left undone. */
    private Reader official(Paper paper, PaperRows.Cause cause) {
        AccountId account = paper == Paper.STOP_NOTICE ? null : cause.account();
        return account == null ? Reader.ANONYMOUS : accounts.findReader(account).orElse(Reader.ANONYMOUS);
    }
}

package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseClosed;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseReappointed;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.SupplementAsked;
import vn.haidang.document.Documents;
import vn.haidang.document.IssuedDocument;
import vn.haidang.files.FileId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;

/**
 * Gives out the forms that acts on an application call for, each once: a request each time more is asked for, the apology, the refusal
 * and the stop notice right after their acts, the receipt when somebody first opens it, since most never do; so too those of acts that
 * were played with a standing clock. All they say is fixed by the act. Whoever acted signs receipt, request and refusal in their own name,
 * the apology with the seal; the stop notice is the head's, and waits for them.
 */
@Component
public class Papers {

    /** Asked before an event is kept for delivery: cases of others, and played acts, leave nothing behind here. */
    private static final String OF_APPLICATION =
            "#root.args[0].subjectType() == '" + Traces.APPLICATION + "' and !T(vn.haidang.MovableClock).stands()";

    private static final String WITHOUT_RESULT = OF_APPLICATION + " and #root.args[0].outcome() != 'done'";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

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
    void on(SupplementAsked asked) {
        give(Paper.SUPPLEMENT_REQUEST, asked.caseId());
    }

    @ApplicationModuleListener(condition = OF_APPLICATION)
    void on(CaseReappointed late) {
        give(Paper.APOLOGY, late.caseId());
    }

    @ApplicationModuleListener(condition = WITHOUT_RESULT)
    void on(CaseClosed closed) {
        give(closed.outcome().equals(REFUSED) ? Paper.REFUSAL : Paper.STOP_NOTICE, closed.caseId());
    }

    /** The file of a form, given out now where that was still to be done; empty where no act called for it. */
    @Transactional
    public Optional<FileId> open(ApplicationId id, String form, String round) {
        Optional<FileId> there = rows.file(id, form, round);
        if (there.isPresent()) {
            return there;
        }
        Paper paper = Paper.of(form).orElse(null);
        Application application = applications.any(id).orElse(null);
        if (paper == null || application == null) {
            return Optional.empty();
        }
        give(paper, application.caseId());
        return rows.file(id, form, round);
    }

    private List<PaperRows.Cause> causes(Paper paper, CaseId caseId) {
        return switch (paper) {
            case RECEIPT -> rows.causes(caseId, "accepted");
            case SUPPLEMENT_REQUEST -> rows.causes(caseId, "supplement-asked");
            case APOLOGY -> rows.causes(caseId, "apologised");
            case REFUSAL -> ended(caseId, end -> end.equals(REFUSED));
            case STOP_NOTICE -> ended(caseId, end -> !end.equals(REFUSED) && !end.equals(DONE));
        };
    }

    private List<PaperRows.Cause> ended(CaseId caseId, Predicate<String> outcome) {
        return rows.end(caseId).filter(end -> outcome.test(end.outcome())).map(PaperRows.End::cause).stream()
                .toList();
    }

    private void give(Paper paper, CaseId caseId) {
        Application application = applications
                .ofCase(caseId)
                .flatMap(handedIn -> applications.any(handedIn.id()))
                .orElse(null);
        if (application == null) {
            return;
        }
        List<PaperRows.Cause> causes = causes(paper, caseId);
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
                fields.of(paper, application, reached, issuer, cause, round, official.displayName()),
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
            case APOLOGY, STOP_NOTICE -> reached.competentUnit();
        };
    }

    /** Whoever acted; nobody for the stop notice, which follows from what the applicant did or left undone. */
    private Reader official(Paper paper, PaperRows.Cause cause) {
        AccountId account = paper == Paper.STOP_NOTICE ? null : cause.account();
        return account == null ? Reader.ANONYMOUS : accounts.findReader(account).orElse(Reader.ANONYMOUS);
    }
}

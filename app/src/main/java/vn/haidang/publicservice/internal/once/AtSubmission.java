package vn.haidang.publicservice.internal.once;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.form.Draft;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.internal.own.KeptAnswers;

/** What becomes of what was known when an application is handed in: it is counted, and what was corrected goes to whoever keeps it. */
@Component
public class AtSubmission {

    private final AskedRows asked;
    private final CorrectionCases corrections;
    private final KeptAnswers kept;
    private final ReusedPapers papers;

    AtSubmission(AskedRows asked, CorrectionCases corrections, KeptAnswers kept, ReusedPapers papers) {
        this.asked = asked;
        this.corrections = corrections;
        this.kept = kept;
        this.papers = papers;
    }

    /** The facts to be added in the transaction of the submission. */
    public List<Facts.Fact> taken(Application application, Draft draft, LocalDate day, Reader by) {
        AskedRows.Counted counted = asked.insert(application, draft, day);
        corrections.of(application, draft, by);
        kept.keep(draft, application.answers(), by);
        if (!application.files().isEmpty()) {
            papers.handedIn(application);
        }
        return AskedAgain.facts(application.unit(), day, counted.known(), counted.again());
    }
}

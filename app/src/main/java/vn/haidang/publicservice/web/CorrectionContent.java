package vn.haidang.publicservice.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.CaseContent;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.ApplicationRows;
import vn.haidang.publicservice.internal.once.CorrectionCases;
import vn.haidang.publicservice.internal.once.CorrectionRows;
import vn.haidang.ui.Fragment;

/** What somebody says is recorded wrongly, inside its case; casework decides who may see the case, the look is journaled. */
@Component
class CorrectionContent implements CaseContent {

    private final CorrectionRows corrections;
    private final ApplicationRows applications;
    private final ReceiverChoice units;
    private final Journal journal;

    CorrectionContent(CorrectionRows corrections, ApplicationRows applications, ReceiverChoice units, Journal journal) {
        this.corrections = corrections;
        this.applications = applications;
        this.units = units;
        this.journal = journal;
    }

    @Override
    public String subjectType() {
        return CorrectionCases.SUBJECT;
    }

    @Override
    public Fragment draw(CaseSummary shown, Reader reader) {
        var correction = corrections.find(shown.subjectId()).orElseThrow(PublicServiceProblems::noSuchApplication);
        journal.read(
                reader.actor(),
                "publicservice/handle-correction",
                List.of(
                        new Subject(CorrectionCases.SUBJECT, correction.id()),
                        new Subject("registry/person", correction.person().value())));
        UUID application = correction.application();
        String code = application == null
                ? null
                : applications
                        .any(new ApplicationId(application))
                        .map(Application::dossierCode)
                        .orElse(null);
        return new Fragment(
                "publicservice/correctionContent",
                new CorrectionPage(
                        correction,
                        words(correction.attribute(), correction.known()),
                        words(correction.attribute(), correction.wanted()),
                        code,
                        shown.status() != CaseStatus.CLOSED && correction.isOf(reader)));
    }

    /** A commune by its name, everything else as it is written down. */
    private String words(String attribute, String value) {
        return attribute.endsWith(".residence") ? units.name(new UnitId(UUID.fromString(value))) : value;
    }
}

package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.form.Draft;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Bundle;
import vn.haidang.publicservice.internal.dossiers.DossierCounting;
import vn.haidang.publicservice.internal.once.AtSubmission;

/** What every act on an application leaves behind: its journal entry and its facts, in the act's transaction. */
@Component
public class Traces {

    public static final String APPLICATION = "publicservice/application";

    private final Journal journal;
    private final Facts facts;
    private final DossierCounting counting;
    private final AtSubmission known;
    private final PaperCount papers;
    private final Clock clock;

    Traces(Journal journal, Facts facts, DossierCounting counting, AtSubmission known, PaperCount papers, Clock clock) {
        this.journal = journal;
        this.facts = facts;
        this.counting = counting;
        this.known = known;
        this.papers = papers;
        this.clock = clock;
    }

    ApplicationId nextApplication() {
        return ApplicationId.next(clock);
    }

    CaseId nextCase() {
        return CaseId.next(clock);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    void submitted(Application application, Draft draft, LocalDate day, Reader by) {
        Act act = Act.of("publicservice/submitted", by.actor())
                .on(subject(application.id()))
                .on(new Subject("casework/case", application.caseId().value()))
                .changed("dossier-code", null, application.dossierCode());
        Mandate mandate = by.mandate();
        Mandate.Spokesperson spokesperson = mandate == null ? null : mandate.spokesperson();
        if (spokesperson != null) {
            act.on(spokesperson.subject());
        }
        application.files().forEach(file -> act.changed("file." + file.file().value(), null, file.sha256()));
        journal.act(act);
        List<Facts.Fact> counted = new ArrayList<>(known.taken(application, draft, day, by));
        counted.add(new Facts.Fact(
                MultiDevice.CODE,
                MultiDevice.NUMERATOR,
                application.unit(),
                day,
                application.device().code(),
                application.serviceCode(),
                1));
        if (!atDesk(application)) {
            counted.addAll(papers.of(application.id()));
        }
        facts.add(counted);
        counting.opened(application.caseId());
    }

    /** What an officer takes in has its papers noted; they count once the reception has ended. */
    private static boolean atDesk(Application application) {
        Application.Submitter submitter = application.submitter();
        return submitter != null && submitter.basis() == Mandate.Basis.BY_OFFICER;
    }

    void act(Act act) {
        journal.act(act);
    }

    /** Somebody looked at what an applicant handed in. */
    public void read(Reader reader, String purpose, ApplicationId application) {
        journal.read(reader.actor(), purpose, List.of(subject(application)));
    }

    /** Somebody looked at all dossiers of one declaration. */
    public void readBundle(Reader reader, Bundle bundle) {
        List<Subject> read = new ArrayList<>();
        for (Bundle.Dossier each : bundle.dossiers()) {
            UUID application = each.application();
            if (application != null) {
                read.add(new Subject(APPLICATION, application));
            }
        }
        journal.read(reader.actor(), "publicservice/my-life-event", read);
    }

    static Subject subject(ApplicationId id) {
        return new Subject(APPLICATION, id.value());
    }
}

package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Facts;
import vn.haidang.journal.Act;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.ApplicationSummary;
import vn.haidang.publicservice.Applications.Supplement;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.internal.voice.Satisfaction;
import vn.haidang.ui.Screen;

/** What an applicant does after handing in: supplement, withdraw, rate. Each is one transaction with its journal entry. */
@Component
public class ApplicantActs {

    public static final long LARGEST_FILE = 20L * 1024 * 1024;
    public static final int MOST_FILES = 10;
    public static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private static final int LONGEST = 2000;

    private final ApplicationRows rows;
    private final SupplementRows supplements;
    private final Cases cases;
    private final SupplementFiles files;
    private final Traces traces;
    private final Facts facts;

    ApplicantActs(
            ApplicationRows rows,
            SupplementRows supplements,
            Cases cases,
            SupplementFiles files,
            Traces traces,
            Facts facts) {
        this.rows = rows;
        this.supplements = supplements;
        this.cases = cases;
        this.files = files;
        this.traces = traces;
        this.facts = facts;
    }

    @Transactional
    public void supplement(Supplement supplement) {
        Application application = own(supplement.application(), supplement.by());
        rows.lock(application.account());
        if (supplements.answered(application.id(), supplement.key())) {
            return;
        }
        if (summary(application, supplement.by()).status() != CaseStatus.PAUSED) {
            throw PublicServiceProblems.nothingAsked();
        }
        String note = shortened(supplement.note());
        if (note.isEmpty() && supplement.uploads().isEmpty()) {
            throw PublicServiceProblems.supplementEmpty();
        }
        Instant now = traces.now();
        int round = supplements.insert(application.id(), supplement.key(), note, now);
        List<Application.HandedIn> added = files.store(supplement, application.caseId(), round);
        rows.insertFiles(application.id(), added, now);
        Act act = Act.of("publicservice/supplemented", supplement.by().actor())
                .on(Traces.subject(application.id()))
                .changed("round", round - 1, round);
        added.forEach(file -> act.changed("file." + file.file().value(), null, file.sha256()));
        traces.act(act);
        cases.supplemented(application.caseId(), supplement.by().actor());
    }

    @Transactional
    public void withdraw(ApplicationId id, @Nullable String reason, Reader by) {
        Application application = own(id, by);
        rows.lock(application.account());
        if (!"withdrawn".equals(summary(application, by).outcome())) {
            String words = shortened(reason == null ? "" : reason);
            cases.withdraw(application.caseId(), by.actor(), words.isEmpty() ? null : words);
        }
    }

    @Transactional
    public void rate(ApplicationId id, int stars, @Nullable String comment, Reader by) {
        Application application = own(id, by);
        if (stars < 1 || stars > 5) {
            throw PublicServiceProblems.noSuchStars();
        }
        ApplicationSummary summary = summary(application, by);
        if (!summary.ended()) {
            throw PublicServiceProblems.notEnded();
        }
        rows.lock(application.account());
        Instant now = traces.now();
        Optional<ApplicationRows.Rating> before = rows.rating(id);
        String typed = shortened(comment == null ? "" : comment);
        String words =
                typed.isEmpty() ? before.map(ApplicationRows.Rating::comment).orElse("") : typed;
        if (before.filter(kept -> kept.stars() == stars && kept.comment().equals(words))
                .isPresent()) {
            return;
        }
        Integer was = before.map(ApplicationRows.Rating::stars).orElse(null);
        var rating = new ApplicationRows.Rating(
                stars,
                words,
                before.map(ApplicationRows.Rating::unit).orElseGet(() -> decidedBy(application)),
                before.map(ApplicationRows.Rating::day).orElseGet(() -> LocalDate.ofInstant(now, Screen.ZONE)));
        rows.rate(id, rating, now);
        facts.add(Satisfaction.facts(rating.unit(), rating.day(), was, stars));
        traces.act(
                Act.of("publicservice/rated", by.actor()).on(Traces.subject(id)).changed("stars", was, stars));
    }

    private UnitId decidedBy(Application application) {
        return cases.of(Traces.APPLICATION, application.id().value())
                .map(CaseSummary::competentUnit)
                .orElse(application.unit());
    }

    private Application own(ApplicationId id, Reader by) {
        return rows.own(id, by).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    private ApplicationSummary summary(Application application, Reader by) {
        return rows.summary(application.id(), by).orElseThrow(PublicServiceProblems::noSuchApplication);
    }

    private static String shortened(String text) {
        String clean = text.replace("\u0000", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}

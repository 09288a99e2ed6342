package vn.haidang.publicservice.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.form.Draft;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications.Preparation;
import vn.haidang.publicservice.Applications.Submission;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;

/**
 * Hands drafts in: one transaction for the application, its files, its case, its code, its journal entry and its facts. One
 * submission of an account at a time, so that two windows and a repeated request meet the application that is already there.
 */
@Component
public class Submitting {

    /** A person hands in few things an hour; a program that hands in more is stopped. */
    static final int MOST_AN_HOUR = 20;

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int SECRET_LENGTH = 12;

    private final ApplicationRows rows;
    private final PreparationRows preparations;
    private final CatalogueRows catalogue;
    private final Drafts drafts;
    private final Opening opening;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Submitting(
            ApplicationRows rows,
            PreparationRows preparations,
            CatalogueRows catalogue,
            Drafts drafts,
            Opening opening,
            Clock clock) {
        this.rows = rows;
        this.preparations = preparations;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.opening = opening;
        this.clock = clock;
    }

    /** What this submission already led to. */
    public Optional<ApplicationId> before(Submission submission) {
        return rows.submitted(submission);
    }

    @Transactional
    public ApplicationId submit(Submission submission) {
        AccountId account = Own.account(submission.by());
        hold(account);
        Optional<ApplicationId> before = rows.submitted(submission);
        if (before.isPresent()) {
            return before.get();
        }
        Preparation preparation = preparations
                .find(submission.draft(), account, Own.party(submission.by()))
                .orElseThrow(PublicServiceProblems::noSuchApplication);
        if (preparations.ofBundle(submission.draft())) {
            throw PublicServiceProblems.severalDossiers();
        }
        Own.requireCovered(submission.by(), preparation.serviceCode());
        Instant now = now(account);
        Service service = startable(preparation.serviceCode());
        Draft draft = drafts.finish(submission.draft(), submission.by());
        return opening.open(service, preparation.unit(), draft, submission, secret(), now);
    }

    /** What an officer took in for somebody; an officer takes in as many as come. The caller holds whatever makes it once only. */
    ApplicationId receive(Submission submission, Arrival arrival) {
        Preparation preparation = preparations
                .find(submission.draft(), Own.account(submission.by()), Own.party(submission.by()))
                .orElseThrow(PublicServiceProblems::noSuchApplication);
        Service service = startable(preparation.serviceCode());
        Draft draft = drafts.finish(submission.draft(), submission.by());
        return opening.open(service, preparation.unit(), draft, submission, secret(), arrival);
    }

    /** Until the end of the transaction nobody else hands anything in for this account. */
    void hold(AccountId account) {
        rows.lock(account);
    }

    /** The moment of a submission, unless the account handed in too much in the hour before it. */
    Instant now(AccountId account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (rows.submittedSince(account, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            throw PublicServiceProblems.tooManySubmissions(MOST_AN_HOUR);
        }
        return now;
    }

    Service startable(String code) {
        return catalogue
                .current(code, LocalDate.now(clock))
                .filter(Service::startsHere)
                .orElseThrow(() -> PublicServiceProblems.notStartable(code));
    }

    String secret() {
        StringBuilder secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }
}

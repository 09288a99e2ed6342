package vn.haidang.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Attempts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.internal.AuthorisationRows;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * Who lets whom act in their name (Civil Code 91/2015/QH13, art. 138 and 140): given for a term, for all services or some, by a person
 * or by a business through its legal representative; it holds once the authorised accepted it and until either side ends it. An id
 * that is nobody's and one that is somebody else's are answered alike, and so are numbers the city knows and those it does not.
 */
@Component
public class Authorisations {

    /** So many may be given at once; each takes somebody's attention. */
    private static final Attempts.Limit GIVING = new Attempts.Limit("authorise", 20, Duration.ofHours(1));

    private static final int LONGEST_YEARS = 5;

    /**
     * An authorisation to give, in the name its giver acts in.
     *
     * @param number personal identification number of the authorised
     * @param name of the authorised, as the giver knows them
     * @param services codes, empty for all
     * @param last last day of the term
     * @param key the same key a second time gives nothing new
     */
    public record NewAuthorisation(
            String number, String name, Set<String> services, LocalDate from, LocalDate last, UUID key, Reader by) {

        public NewAuthorisation {
            services = Set.copyOf(services);
        }
    }

    private final AuthorisationRows rows;
    private final Attempts attempts;
    private final Journal journal;
    private final Clock clock;

    Authorisations(AuthorisationRows rows, Attempts attempts, Journal journal, Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether this reader may give authorisations in the name they act in: their own, or a business's they represent by law. */
    public boolean mayGive(Reader reader) {
        Mandate mandate = reader.mandate();
        return mandate == null ? reader.person() != null : mandate.basis() == Mandate.Basis.LEGAL_REPRESENTATIVE;
    }

    /**
     * @throws ProblemException {@code registry/may-not-authorise}, {@code registry/authorise-oneself}, {@code registry/term},
     *     {@code registry/too-many-authorisations}
     */
    @Transactional
    public AuthorisationId give(NewAuthorisation wanted) {
        AccountId account = account(wanted.by());
        if (!mayGive(wanted.by())) {
            throw Problem.of("registry/may-not-authorise", 403).exception();
        }
        LocalDate today = LocalDate.now(clock);
        if (wanted.from().isBefore(today)
                || wanted.last().isBefore(wanted.from())
                || wanted.last().isAfter(wanted.from().plusYears(LONGEST_YEARS))) {
            throw Problem.of("registry/term", 422, LONGEST_YEARS).exception();
        }
        var before = rows.given(account, wanted.key());
        if (before.isPresent()) {
            return before.get();
        }
        if (rows.numberOf(account).filter(wanted.number()::equals).isPresent()) {
            throw Problem.of("registry/authorise-oneself", 422).exception();
        }
        if (!attempts.take(GIVING, account.value().toString())) {
            throw Problem.of("registry/too-many-authorisations", 429, GIVING.attempts())
                    .exception();
        }
        AuthorisationId id = AuthorisationId.next(clock);
        rows.insert(id, wanted, account, principal(wanted.by()), clock.instant());
        journal.act(act("registry/authorised", id, wanted.by())
                .changed("delegate", null, wanted.number())
                .changed("term", null, wanted.from() + "/" + wanted.last())
                .changed(
                        "services",
                        null,
                        String.join(" ", wanted.services().stream().sorted().toList())));
        return id;
    }

    /** What the reader gave in the name they act in now, newest first; empty where they may give none. */
    public List<Authorisation> given(Reader reader) {
        return mayGive(reader) ? rows.givenBy(principal(reader), LocalDate.now(clock)) : List.of();
    }

    /** What the reader was given themselves and is still open, whoever they act for now. */
    public List<Authorisation> received(Reader reader) {
        AccountId account = reader.account();
        return account == null ? List.of() : rows.receivedBy(account, LocalDate.now(clock));
    }

    /** @throws ProblemException {@code registry/no-such-authorisation} */
    @Transactional
    public void accept(AuthorisationId id, Reader by) {
        answered(rows.answer(id, account(by), true, clock.instant()), "registry/authorisation-accepted", id, by);
    }

    /** @throws ProblemException {@code registry/no-such-authorisation} */
    @Transactional
    public void decline(AuthorisationId id, Reader by) {
        answered(rows.answer(id, account(by), false, clock.instant()), "registry/authorisation-declined", id, by);
    }

    /**
     * The authorised gives it back.
     *
     * @throws ProblemException {@code registry/no-such-authorisation}
     */
    @Transactional
    public void giveBack(AuthorisationId id, Reader by) {
        answered(rows.giveBack(id, account(by), clock.instant()), "registry/authorisation-given-back", id, by);
    }

    /**
     * Whoever gave it takes it back, from the next request on.
     *
     * @throws ProblemException {@code registry/no-such-authorisation}
     */
    @Transactional
    public void revoke(AuthorisationId id, Reader by) {
        boolean revoked = mayGive(by) && rows.revoke(id, principal(by), account(by), clock.instant());
        answered(revoked, "registry/authorisation-revoked", id, by);
    }

    private void answered(boolean changed, String verb, AuthorisationId id, Reader by) {
        if (!changed) {
            throw noSuchAuthorisation();
        }
        journal.act(act(verb, id, by));
    }

    private static Act act(String verb, AuthorisationId id, Reader by) {
        return Act.of(verb, by.actor()).on(new Subject("registry/authorisation", id.value()));
    }

    /** A person gives as the person their account belongs to, a business as itself. */
    private static PartyId principal(Reader by) {
        Mandate mandate = by.mandate();
        PartyId principal = mandate == null ? by.person() : mandate.party();
        if (principal == null) {
            throw Problem.of("registry/may-not-authorise", 403).exception();
        }
        return principal;
    }

    private static AccountId account(Reader by) {
        AccountId account = by.account();
        if (account == null) {
            throw noSuchAuthorisation();
        }
        return account;
    }

    private static ProblemException noSuchAuthorisation() {
        return Problem.of("registry/no-such-authorisation", 404).exception();
    }
}

package vn.haidang.identity.internal.second;

import java.time.Clock;
import java.time.LocalDate;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.AccountRows;
import vn.haidang.identity.internal.FirstOfficial;
import vn.haidang.identity.internal.Passwords;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;

/** Lets the one administrator of a city in again who lost whatever they signed in with; where there are two, the other does it. */
@Component
public class Readmission {

    @Language("SQL")
    private static final String ADMINISTRATORS = """
            select count(distinct a.id) filter (where a.id = :id) as it, count(distinct a.id) filter (where a.id <> :id) as others
            from identity.holding h
            join identity.post p on p.id = h.post
            join identity.account a on a.id = h.account and a.closed_at is null
            where p.role = :role and h.valid @> :today
            """;

    /** What somebody signs in with. */
    @Component
    static class Ways {
        private final SecondFactors factors;
        private final AccountRows rows;
        private final Passwords passwords;

        Ways(SecondFactors factors, AccountRows rows, Passwords passwords) {
            this.factors = factors;
            this.rows = rows;
            this.passwords = passwords;
        }
    }

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Ways ways;
    private final Journal journal;
    private final Clock clock;

    Readmission(JdbcClient jdbc, Accounts accounts, Ways ways, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.ways = ways;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Takes every second step away, ends the sessions and sets a password that must be changed at the next sign-in.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/no-such-account}, {@code identity/not-the-administrator}, {@code
     *     identity/another-administrator}, {@code identity/password-too-short}, {@code identity/reason-missing}
     */
    @Transactional
    public AccountId readmit(String username, String reason, String password) {
        if (reason.isBlank()) {
            throw Problem.of("identity/reason-missing", 422).exception();
        }
        if (password.codePointCount(0, password.length()) < FirstOfficial.SHORTEST_PASSWORD) {
            throw Problem.of("identity/password-too-short", 422, FirstOfficial.SHORTEST_PASSWORD)
                    .exception();
        }
        var account = accounts.byUsername(username)
                .orElseThrow(() -> Problem.of("identity/no-such-account", 404).exception())
                .id();
        jdbc.sql(ADMINISTRATORS)
                .param("id", account.value())
                .param("role", Role.ADMINISTRATOR.code())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> {
                    if (row.getInt("it") == 0) {
                        throw Problem.of("identity/not-the-administrator", 409).exception();
                    }
                    if (row.getInt("others") > 0) {
                        throw Problem.of("identity/another-administrator", 409).exception();
                    }
                    return true;
                })
                .single();
        ways.factors.reset(account, Actor.SYSTEM, reason.strip());
        ways.rows.password(account, ways.passwords.hash(password), true);
        journal.act(Act.of("identity/administrator-readmitted", Actor.SYSTEM)
                .on(new Subject("identity/account", account.value()))
                .because("identity/only-administrator"));
        return account;
    }
}

package vn.haidang.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.JournalEntries;

@ModuleTest
class SignInModuleTests {

    private static final String PASSWORD = "đèn biển Long Châu";

    private final SignIn signIn;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    SignInModuleTests(SignIn signIn, Accounts accounts, JdbcClient jdbc, MovableClock clock) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void acceptsTheRightPasswordHoweverTheNameIsTyped() {
        var account = account("right");

        assertThat(signIn.attempt(" RIGHT ", PASSWORD, "a1")).isEqualTo(new SignIn.Accepted(account));
        assertThat(JournalEntries.verbsAbout(jdbc, account)).contains("identity/signed-in");
    }

    @Test
    void refusesWrongPasswordUnknownNameAndAccountWithoutPasswordAlike() {
        account("known");
        accounts.create(new Accounts.NewAccount("passwordless", "P", null, null));
        var before = JournalEntries.count(jdbc, "identity/sign-in-refused");

        assertThat(signIn.attempt("known", "wrong", "a2")).isEqualTo(new SignIn.Refused());
        assertThat(signIn.attempt("unknown", "wrong", "a2")).isEqualTo(new SignIn.Refused());
        assertThat(signIn.attempt("passwordless", "nobody has this password", "a2"))
                .isEqualTo(new SignIn.Refused());
        assertThat(signIn.attempt("known", PASSWORD + "x".repeat(500), "a2")).isEqualTo(new SignIn.Refused());
        assertThat(JournalEntries.count(jdbc, "identity/sign-in-refused")).isEqualTo(before + 4);
    }

    @Test
    void reckonsAHashForAnUnknownNameToo() {
        account("slow");
        signIn.attempt("slow", "warm up", "a3");

        var known = time(() -> signIn.attempt("slow", "wrong", "a3"));
        var unknown = time(() -> signIn.attempt("unknown too", "wrong", "a3"));

        assertThat(unknown).isGreaterThan(known.dividedBy(4));
    }

    @Test
    void stopsAfterTenWrongPasswordsForOneAccountAndOpensAgainWithTime() {
        var account = account("guessed");
        for (int i = 0; i < SignIn.PER_ACCOUNT.attempts(); i++) {
            assertThat(signIn.attempt("guessed", "guess " + i, "b" + i)).isEqualTo(new SignIn.Refused());
        }

        assertThat(signIn.attempt("Guessed", PASSWORD, "elsewhere")).isInstanceOf(SignIn.TooMany.class);

        clock.moveBy(Duration.ofMinutes(2));
        assertThat(signIn.attempt("guessed", PASSWORD, "elsewhere")).isEqualTo(new SignIn.Accepted(account));
    }

    @Test
    void stopsAnAddressThatTriesManyNames() {
        var rates = new Rates(jdbc, clock);
        for (int i = 0; i < SignIn.PER_ADDRESS.attempts(); i++) {
            assertThat(rates.take(SignIn.PER_ADDRESS, "crowded")).isTrue();
        }

        assertThat(signIn.attempt("anybody", "guess", "crowded")).isInstanceOf(SignIn.TooMany.class);
        assertThat(signIn.attempt("anybody", "guess", "quiet")).isEqualTo(new SignIn.Refused());
    }

    @Test
    void givesBackWhatSucceeded() {
        account("daily");

        for (int i = 0; i < SignIn.PER_ACCOUNT.attempts() + 2; i++) {
            assertThat(signIn.attempt("daily", PASSWORD, "office")).isInstanceOf(SignIn.Accepted.class);
        }
    }

    @Test
    void keepsNeitherNamesNorAddressesWithTheBuckets() {
        var before = buckets();

        signIn.attempt("secret name", "x", "203.0.113.9");

        var buckets = buckets();
        buckets.removeAll(before);
        assertThat(buckets).isNotEmpty().allMatch(bucket -> bucket.matches("[a-z-]+ [0-9a-f]{64}"));
    }

    private Set<String> buckets() {
        return new HashSet<>(jdbc.sql("select bucket from identity.attempt")
                .query(String.class)
                .list());
    }

    @Test
    void forgetsBucketsAfterADay() {
        signIn.attempt("yesterday", "x", "yesterday");
        clock.moveBy(Duration.ofHours(25));
        signIn.attempt("today", "x", "today");

        new Rates(jdbc, clock).forgetOld();

        assertThat(jdbc.sql(
                                "select count(*) from identity.attempt where bucket like 'account %' or bucket like 'address %'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void journalsTheEndOfASession() {
        var account = new AccountId(UUID.randomUUID());

        signIn.signedOut(account);

        assertThat(JournalEntries.verbsAbout(jdbc, account)).containsExactly("identity/signed-out");
    }

    private AccountId account(String username) {
        return accounts.create(new Accounts.NewAccount(username, "Người " + username, null, PASSWORD));
    }

    private static Duration time(Runnable work) {
        var started = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - started);
    }
}

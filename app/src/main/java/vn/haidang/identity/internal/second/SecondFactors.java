package vn.haidang.identity.internal.second;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.Rates;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.Problem;

/** What somebody proves besides the password. Attempts are limited for each account; those that succeed are given back. */
@Component
public class SecondFactors {

    /** How a proof ended. */
    public sealed interface Outcome {}

    /** Right; {@code how} is authenticator, recovery-code or passkey. */
    public record Proved(String how) implements Outcome {}

    /** Wrong, or right once already. */
    public record Refused() implements Outcome {}

    /** Not looked at, since there were too many before. */
    public record TooMany(Duration pause) implements Outcome {}

    /** What an account has. */
    public record Held(boolean authenticator, List<Passkeys.Passkey> passkeys, int codes) {

        public boolean any() {
            return authenticator || !passkeys.isEmpty();
        }

        int count() {
            return passkeys.size() + (authenticator ? 1 : 0);
        }
    }

    static final Rates.Limit LIMIT = new Rates.Limit("second", 5, Duration.ofMinutes(15));
    static final int NAME = 60;

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Rates rates;
    private final JdbcClient jdbc;
    private final Journal journal;

    SecondFactors(
            Authenticators authenticators,
            Passkeys passkeys,
            RecoveryCodes codes,
            Rates rates,
            JdbcClient jdbc,
            Journal journal) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.codes = codes;
        this.rates = rates;
        this.jdbc = jdbc;
        this.journal = journal;
    }

    public Held of(AccountId account) {
        var counts = jdbc.sql("""
                        select exists (select 1 from identity.authenticator where account = :account) as authenticator,
                          (select count(*) from identity.recovery_code where account = :account) as codes
                        """)
                .param("account", account.value())
                .query((row, number) -> new Held(row.getBoolean("authenticator"), List.of(), row.getInt("codes")))
                .single();
        return new Held(counts.authenticator(), passkeys.of(account), counts.codes());
    }

    /** A code of the authenticator, or one of those kept for the day it is lost. */
    @Transactional
    public Outcome code(AccountId account, String typed) {
        var code = typed.strip().replace(" ", "");
        return code.matches("[0-9]{" + Totp.DIGITS + "}")
                ? attempt(account, "authenticator", () -> authenticators.take(account, code))
                : attempt(account, "recovery-code", () -> codes.take(account, code));
    }

    @Transactional
    public Outcome passkey(AccountId account, String response, Ceremony ceremony) {
        return attempt(account, "passkey", () -> passkeys.take(account, response, ceremony));
    }

    /** Takes the offered secret in use if the code is its. */
    @Transactional
    public Outcome enrolAuthenticator(AccountId account, String sealed, String typed) {
        var code = typed.strip().replace(" ", "");
        return enrol(account, "authenticator", () -> authenticators.enrol(account, sealed, code));
    }

    @Transactional
    public Outcome enrolPasskey(AccountId account, String response, Ceremony ceremony, String name) {
        var stripped = name.strip();
        var shown = stripped.length() > NAME ? stripped.substring(0, NAME) : stripped;
        return enrol(account, "passkey", () -> passkeys.enrol(account, response, ceremony, shown));
    }

    /** New codes for the day everything else is lost; those before are worth nothing any more. */
    @Transactional
    public List<String> renewCodes(AccountId account) {
        var made = codes.renew(account);
        record(Act.of("identity/recovery-codes-made", Actor.account(account.value())), account);
        return made;
    }

    /**
     * Takes one away; codes go with the last.
     *
     * @param passkey null for the authenticator
     * @throws vn.haidang.ui.ProblemException {@code identity/second-factor-needed} where it is the last of somebody who must have one
     */
    @Transactional
    public void remove(AccountId account, @Nullable UUID passkey, boolean demanded) {
        oneAtATime(account);
        if (demanded && of(account).count() < 2) {
            throw Problem.of("identity/second-factor-needed", 409).exception();
        }
        var removed = passkey == null ? authenticators.remove(account) : passkeys.remove(account, passkey);
        if (!removed) {
            return;
        }
        if (!of(account).any()) {
            codes.remove(account);
        }
        record(
                Act.of("identity/second-factor-removed", Actor.account(account.value()))
                        .because("identity/" + (passkey == null ? "authenticator" : "passkey")),
                account);
    }

    /** Takes all away from somebody who lost them, and ends their sessions. */
    @Transactional
    public void reset(AccountId account, Actor administrator, String reason) {
        oneAtATime(account);
        authenticators.remove(account);
        passkeys.removeAll(account);
        codes.remove(account);
        jdbc.sql("delete from identity.session where account = :account")
                .param("account", account.value())
                .update();
        record(
                Act.of("identity/second-factor-reset", administrator)
                        .changed("reason", null, reason)
                        .because("identity/second-factor-lost"),
                account);
    }

    private Outcome attempt(AccountId account, String how, BooleanSupplier proof) {
        if (!rates.take(LIMIT, account.value().toString())) {
            return new TooMany(LIMIT.pause());
        }
        if (!proof.getAsBoolean()) {
            record(
                    Act.of("identity/second-factor-refused", Actor.account(account.value()))
                            .because("identity/" + how),
                    account);
            return new Refused();
        }
        rates.giveBack(LIMIT, account.value().toString());
        return new Proved(how);
    }

    private Outcome enrol(AccountId account, String how, BooleanSupplier made) {
        oneAtATime(account);
        var outcome = attempt(account, how, made);
        if (outcome instanceof Proved) {
            record(
                    Act.of("identity/second-factor-enrolled", Actor.account(account.value()))
                            .because("identity/" + how),
                    account);
        }
        return outcome;
    }

    private void oneAtATime(AccountId account) {
        jdbc.sql("select id from identity.account where id = :account for update")
                .param("account", account.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    private void record(Act act, AccountId account) {
        journal.act(act.on(new Subject("identity/account", account.value())));
    }
}

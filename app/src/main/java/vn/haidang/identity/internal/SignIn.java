package vn.haidang.identity.internal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Username;
import vn.haidang.identity.internal.second.Steps;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * Checks a username and a password. An account that is not there is answered like a wrong password, after the same time. Attempts
 * are limited per account and per address; the ones that succeed are given back.
 */
@Component
public class SignIn {

    /** How it ended. */
    public sealed interface Outcome {}

    /** Right. */
    public record Accepted(AccountId account) implements Outcome {}

    /** Wrong; nobody is told what. */
    public record Refused() implements Outcome {}

    /** Not looked at, since there were too many before. */
    public record TooMany(Duration pause) implements Outcome {}

    static final Rates.Limit PER_ACCOUNT = new Rates.Limit("account", 10, Duration.ofMinutes(15));
    static final Rates.Limit PER_ADDRESS = new Rates.Limit("address", 60, Duration.ofMinutes(15));

    private final AccountRows rows;
    private final Passwords passwords;
    private final Rates rates;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Steps steps;

    SignIn(
            AccountRows rows,
            Passwords passwords,
            Rates rates,
            Journal journal,
            TransactionOperations transactions,
            Steps steps) {
        this.rows = rows;
        this.passwords = passwords;
        this.rates = rates;
        this.journal = journal;
        this.transactions = transactions;
        this.steps = steps;
    }

    public Outcome attempt(String typedName, String password, String address) {
        var username = Username.normal(typedName);
        if (!rates.take(PER_ADDRESS, address)) {
            return new TooMany(PER_ADDRESS.pause());
        }
        if (!rates.take(PER_ACCOUNT, username)) {
            return new TooMany(PER_ACCOUNT.pause());
        }
        var credential = rows.credential(username);
        var hash = credential.map(AccountRows.Credential::passwordHash).orElse(null);
        if (!passwords.match(password, hash) || credential.isEmpty()) {
            record("identity/sign-in-refused", Actor.ANONYMOUS, credential.map(AccountRows.Credential::account));
            return new Refused();
        }
        var account = credential.get().account();
        rates.giveBack(PER_ADDRESS, address);
        rates.giveBack(PER_ACCOUNT, username);
        var whole = steps.next(account, false) == Steps.Step.NONE;
        record(
                whole ? "identity/signed-in" : "identity/password-accepted",
                Actor.account(account.value()),
                Optional.of(account));
        return new Accepted(account);
    }

    /** Puts into the journal that somebody is in after more than a password, and by what. */
    public void completed(AccountId account, String proof) {
        transactions.executeWithoutResult(status -> {
            var act = Act.of("identity/signed-in", Actor.account(account.value()))
                    .on(new Subject("identity/account", account.value()));
            journal.act(proof.isEmpty() ? act : act.because("identity/" + proof));
        });
    }

    /** Puts the end of a session into the journal. */
    public void signedOut(AccountId account) {
        record("identity/signed-out", Actor.account(account.value()), Optional.of(account));
    }

    private void record(String verb, Actor actor, Optional<AccountId> account) {
        transactions.executeWithoutResult(status -> {
            var act = Act.of(verb, actor);
            account.ifPresent(id -> act.on(new Subject("identity/account", id.value())));
            journal.act(act);
        });
    }
}

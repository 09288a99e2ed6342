package vn.haidang.identity.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.FieldError;

/** A password that only its owner knows. */
@Component
public class OwnPassword {

    private static final int LONGEST = 200;

    private final AccountRows rows;
    private final Passwords passwords;
    private final Journal journal;
    private final TransactionOperations transactions;

    OwnPassword(AccountRows rows, Passwords passwords, Journal journal, TransactionOperations transactions) {
        this.rows = rows;
        this.passwords = passwords;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** What is wrong with it; empty when it is the account's password from now on. */
    public List<FieldError> choose(AccountId account, String password, String again) {
        if (password.codePointCount(0, password.length()) < FirstOfficial.SHORTEST_PASSWORD) {
            return List.of(
                    FieldError.of("password", "problem.identity.password-too-short", FirstOfficial.SHORTEST_PASSWORD));
        }
        if (password.length() > LONGEST) {
            return List.of(FieldError.of("password", "identity.password.long", LONGEST));
        }
        if (!password.equals(again)) {
            return List.of(FieldError.of("again", "identity.password.differs"));
        }
        if (passwords.match(password, rows.passwordHash(account))) {
            return List.of(FieldError.of("password", "identity.password.same"));
        }
        var hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            rows.password(account, hash, false);
            journal.act(Act.of("identity/password-chosen", Actor.account(account.value()))
                    .on(new Subject("identity/account", account.value())));
        });
        return List.of();
    }
}

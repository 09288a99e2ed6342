package vn.haidang.identity.internal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.AccountRows;
import vn.haidang.identity.internal.CurrentActor;
import vn.haidang.identity.internal.Passwords;
import vn.haidang.identity.internal.second.SecretBox;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/** Passwords that an administrator gives: made here, shown once, good until the next sign-in, where they must be changed. */
@Component
public class FirstPasswords {

    /** Letters and digits nobody mistakes for others, when read out over a telephone. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final String KEPT = "haidang.given-password";

    private final AccountRows rows;
    private final Passwords passwords;
    private final SecretBox box;
    private final Journal journal;
    private final CurrentActor actor;
    private final TransactionOperations transactions;
    private final SecureRandom random = new SecureRandom();

    FirstPasswords(
            AccountRows rows,
            Passwords passwords,
            SecretBox box,
            Journal journal,
            CurrentActor actor,
            TransactionOperations transactions) {
        this.rows = rows;
        this.passwords = passwords;
        this.box = box;
        this.journal = journal;
        this.actor = actor;
        this.transactions = transactions;
    }

    /** Gives one, ends the sessions that began with another, and keeps it sealed in the giver's session until it is shown. */
    public void give(AccountId account, HttpServletRequest request) {
        var password = IntStream.range(0, LENGTH)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
        var hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            rows.password(account, hash, true);
            rows.endSessions(account);
            journal.act(Act.of("identity/password-given", actor.now())
                    .on(new Subject("identity/account", account.value())));
        });
        request.getSession().setAttribute(KEPT, account.value() + " " + box.seal(password, account.value()));
    }

    /** What was given to this account just now, this once; else empty. */
    public String shown(AccountId account, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof String kept)) {
            return "";
        }
        var parts = kept.split(" ", 2);
        if (!parts[0].equals(account.value().toString())) {
            return "";
        }
        session.removeAttribute(KEPT);
        return box.opened(parts[1], account.value()).orElse("");
    }
}

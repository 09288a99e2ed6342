package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.haidang.identity.AccountId;

/**
 * Somebody whose password was right and who must do more before they are let in. Kept in the session as a text; the session is nobody's
 * meanwhile.
 *
 * @param proof how something besides the password was proved, empty while it was not
 * @param next path to go to afterwards, empty for the usual place
 */
record Halfway(AccountId account, Instant since, String proof, String next) {

    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String KEPT = "haidang.halfway";

    boolean proved() {
        return !proof.isEmpty();
    }

    Halfway proved(String how) {
        return new Halfway(account, since, how, next);
    }

    void keep(HttpServletRequest request) {
        request.getSession()
                .setAttribute(KEPT, account.value() + " " + since.getEpochSecond() + " " + proof + " " + next);
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    /** Empty when nobody is, or since too long. */
    static Optional<Halfway> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof String kept)) {
            return Optional.empty();
        }
        var parts = kept.split(" ", 4);
        return Optional.of(new Halfway(
                        new AccountId(UUID.fromString(parts[0])),
                        Instant.ofEpochSecond(Long.parseLong(parts[1])),
                        parts[2],
                        parts[3]))
                .filter(half -> now.isBefore(half.since().plus(PATIENCE)));
    }
}

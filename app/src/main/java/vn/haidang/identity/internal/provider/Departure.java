package vn.haidang.identity.internal.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody left for the provider from this very browser: what must come back (state), what the provider must repeat (nonce), and
 * what proves that the code was asked for by us (RFC 7636). Kept in the session as text, used once.
 *
 * @param next where to go afterwards, empty for the usual place
 */
public record Departure(String state, String nonce, String verifier, Instant at, String next) {

    /** Somebody may need a while at the provider; a forgotten page is no use a day later. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int BYTES = 32;
    private static final int PARTS = 5;

    static Departure now(SecureRandom random, Instant now, String next) {
        return new Departure(fresh(random), fresh(random), fresh(random), now, next);
    }

    public String text() {
        return String.join("\n", state, nonce, verifier, Long.toString(at.getEpochSecond()), next);
    }

    public static Optional<Departure> of(@Nullable Object kept) {
        if (!(kept instanceof String text)) {
            return Optional.empty();
        }
        var parts = text.split("\n", PARTS);
        return parts.length == PARTS
                ? Optional.of(new Departure(
                        parts[0], parts[1], parts[2], Instant.ofEpochSecond(Long.parseLong(parts[3])), parts[4]))
                : Optional.empty();
    }

    /** Whether this answer belongs to it. */
    boolean isAnsweredBy(String sentState, Instant now) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), sentState.getBytes(StandardCharsets.UTF_8))
                && !now.isAfter(at.plus(LONGEST));
    }

    String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

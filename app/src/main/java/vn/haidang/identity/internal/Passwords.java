package vn.haidang.identity.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.haidang.ui.Problem;

/**
 * Passwords as Argon2id (19 MB, two passes). Few are reckoned at a time, so that many sign-ins at once cost waiting, not memory.
 */
@Component
public class Passwords {

    private static final int LONGEST = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobody = hash("nobody has this password");

    public String hash(CharSequence password) {
        return inSlot(() -> {
            var hash = argon2.encode(password);
            if (hash == null) {
                throw new IllegalArgumentException("no password");
            }
            return hash;
        });
    }

    /** Takes as long for an account that is not there, or has no password, as for one that has. */
    boolean match(String password, @Nullable String hash) {
        var shortened = password.length() > LONGEST ? "" : password;
        var matches = inSlot(() -> argon2.matches(shortened, hash == null ? nobody : hash));
        return matches && hash != null && password.length() <= LONGEST;
    }

    private <T> T inSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private static RuntimeException busy() {
        return Problem.of("identity/busy", 503).exception();
    }
}

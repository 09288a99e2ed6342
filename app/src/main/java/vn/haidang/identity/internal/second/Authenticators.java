package vn.haidang.identity.internal.second;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;

/** Programs that show a code which changes every half minute. Their secrets are kept sealed; a code is taken once. */
@Component
public class Authenticators {

    private static final int SECRET = 20;
    private static final String ISSUER = "Haidang";

    /**
     * A secret somebody may put into their authenticator.
     *
     * @param sealed to be kept until it is confirmed
     * @param secret for whoever types it
     * @param address for whoever draws it
     */
    public record Offer(String sealed, String secret, String address) {

        /** In groups of four, as people read it. */
        public String grouped() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    private record Kept(byte[] sealed, long lastStep) {}

    private final SecretBox box;
    private final JdbcClient jdbc;
    private final Clock clock;

    Authenticators(SecretBox box, JdbcClient jdbc, Clock clock) {
        this.box = box;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Offer offer(AccountId account, String username) {
        var secret = box.fresh(SECRET);
        return offer(Base64.getEncoder().encodeToString(box.seal(secret, account.value())), secret, username);
    }

    /** The same offer again. */
    public Offer offered(AccountId account, String username, String sealed) {
        return offer(sealed, open(account, sealed), username);
    }

    /** Keeps the offered secret in the place of any other if the code is its. */
    boolean enrol(AccountId account, String sealed, String code) {
        var step = Totp.match(open(account, sealed), code, clock.instant(), 0);
        if (step.isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        insert into identity.authenticator (account, secret, last_step, enrolled_at)
                        values (:account, :secret, :step, :now)
                        on conflict (account) do update
                        set secret = excluded.secret, last_step = excluded.last_step, enrolled_at = excluded.enrolled_at
                        """)
                .param("account", account.value())
                .param("secret", Base64.getDecoder().decode(sealed))
                .param("step", step.getAsLong())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return true;
    }

    /** Takes a code: each one once, whichever of two nodes is asked first. */
    boolean take(AccountId account, String code) {
        var kept = jdbc.sql("select secret, last_step from identity.authenticator where account = :account")
                .param("account", account.value())
                .query((row, number) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
                .optional();
        if (kept.isEmpty()) {
            return false;
        }
        var secret = box.open(kept.get().sealed(), account.value());
        var step = Totp.match(secret, code, clock.instant(), kept.get().lastStep());
        return step.isPresent()
                && jdbc.sql("""
                                update identity.authenticator set last_step = :step
                                where account = :account and last_step < :step
                                """)
                                .param("step", step.getAsLong())
                                .param("account", account.value())
                                .update()
                        == 1;
    }

    boolean remove(AccountId account) {
        return jdbc.sql("delete from identity.authenticator where account = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private byte[] open(AccountId account, String sealed) {
        return box.open(Base64.getDecoder().decode(sealed), account.value());
    }

    private static Offer offer(String sealed, byte[] secret, String username) {
        var text = Base32.encode(secret);
        return new Offer(
                sealed,
                text,
                "otpauth://totp/" + ISSUER + ":" + encoded(username) + "?secret=" + text + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

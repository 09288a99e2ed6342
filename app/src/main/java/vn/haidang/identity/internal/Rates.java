package vn.haidang.identity.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Buckets of attempts, kept in the database: two nodes and a restart count as one. A bucket fills again steadily. */
@Component
public class Rates {

    /** So many attempts at once, so many in every period after. */
    public record Limit(String what, int attempts, Duration period) {

        BigDecimal perSecond() {
            return BigDecimal.valueOf(attempts).divide(BigDecimal.valueOf(period.toSeconds()), 9, RoundingMode.HALF_UP);
        }

        /** How long until one more attempt is there. */
        public Duration pause() {
            return period.dividedBy(attempts).plusSeconds(1);
        }
    }

    private static final Duration KEPT = Duration.ofDays(1);

    @Language("SQL")
    private static final String TAKE = """
            insert into identity.attempt as a (bucket, tokens, at)
            values (:bucket, :most - 1, :now)
            on conflict (bucket) do update
            set tokens = least(:most, a.tokens + greatest(0, extract(epoch from (:now - a.at))) * :perSecond) - 1,
                at = greatest(a.at, :now)
            where least(:most, a.tokens + greatest(0, extract(epoch from (:now - a.at))) * :perSecond) >= 1
            """;

    @Language("SQL")
    private static final String GIVE_BACK =
            "update identity.attempt set tokens = least(:most, tokens + 1) where bucket = :bucket";

    @Language("SQL")
    private static final String FORGET = "delete from identity.attempt where at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;

    Rates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes one attempt; false when none is left. */
    public boolean take(Limit limit, String who) {
        return jdbc.sql(TAKE)
                        .param("bucket", bucket(limit, who))
                        .param("most", limit.attempts())
                        .param("perSecond", limit.perSecond())
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    public void giveBack(Limit limit, String who) {
        jdbc.sql(GIVE_BACK)
                .param("bucket", bucket(limit, who))
                .param("most", limit.attempts())
                .update();
    }

    int forgetOld() {
        return jdbc.sql(FORGET).param("before", at(clock.instant().minus(KEPT))).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String bucket(Limit limit, String who) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return limit.what() + " " + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

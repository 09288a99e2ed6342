package vn.haidang.publicservice.internal.queue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.PublicServiceProblems;

/**
 * The devices that give out numbers. Each is registered by the head of the unit, paired by a code typed on it once, and opens one
 * thing at one place: taking a number. It is nobody's account, and it can be taken back at any time.
 */
@Component
public class Kiosks {

    /** So long the code may be typed. */
    public static final Duration PAIRING = Duration.ofMinutes(15);

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 10;
    private static final int SECRET_BYTES = 32;

    /** A device as its place knows it. */
    public record Kiosk(
            UUID id,
            String name,
            Instant registeredAt,
            @Nullable Instant pairedAt,
            @Nullable Instant revokedAt) {}

    private final JdbcClient jdbc;
    private final Points points;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();

    Kiosks(JdbcClient jdbc, Points points, Journal journal) {
        this.jdbc = jdbc;
        this.points = points;
        this.journal = journal;
    }

    /** The code to type on the device, told this once. */
    @Transactional
    public String register(UUID point, String name, Reader by) {
        points.run(point, by);
        Instant now = points.now();
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        String code = code();
        jdbc.sql("""
                        insert into publicservice.kiosk (id, point, name, pairing, pairing_until, registered_by, registered_at)
                        values (:id, :point, :name, :pairing, :until, :by, :now)
                        """)
                .param("id", id)
                .param("point", point)
                .param("name", name)
                .param("pairing", hash(code))
                .param("until", Points.at(now.plus(PAIRING)))
                .param("by", java.util.Objects.requireNonNull(by.account()).value())
                .param("now", Points.at(now))
                .update();
        journal.act(Act.of("publicservice/kiosk-registered", by.actor())
                .on(subject(id))
                .on(Points.subject(point)));
        return code;
    }

    /**
     * What the device keeps from now on. The code is used up.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/pairing-refused} for a wrong, an old and a used code alike
     */
    @Transactional
    public String pair(String slug, String typed) {
        Points.Point point = points.bySlug(slug);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        UUID paired = jdbc.sql("""
                        update publicservice.kiosk
                        set secret = :secret, paired_at = :now, pairing = null, pairing_until = null
                        where point = :point and pairing = :pairing and pairing_until > :now and revoked_at is null
                        returning id
                        """)
                .param("secret", hash(secret))
                .param("now", Points.at(points.now()))
                .param("point", point.id())
                .param("pairing", hash(typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT)))
                .query(UUID.class)
                .optional()
                .orElseThrow(PublicServiceProblems::pairingRefused);
        journal.act(Act.of("publicservice/kiosk-paired", Actor.ANONYMOUS).on(subject(paired)));
        return secret;
    }

    /** The device that shows this secret at this place, as long as it stands. */
    public Optional<UUID> known(Points.Point point, @Nullable String secret) {
        if (secret == null || secret.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select id from publicservice.kiosk where secret = :secret and point = :point and revoked_at is null")
                .param("secret", hash(secret))
                .param("point", point.id())
                .query(UUID.class)
                .optional();
    }

    /** From this moment on it gives out nothing. */
    @Transactional
    public void revoke(UUID point, UUID kiosk, Reader by) {
        points.run(point, by);
        int revoked = jdbc.sql("""
                        update publicservice.kiosk set revoked_at = :now, secret = null, pairing = null, pairing_until = null
                        where id = :id and point = :point and revoked_at is null
                        """)
                .param("id", kiosk)
                .param("point", point)
                .param("now", Points.at(points.now()))
                .update();
        if (revoked > 0) {
            journal.act(Act.of("publicservice/kiosk-revoked", by.actor()).on(subject(kiosk)));
        }
    }

    public List<Kiosk> of(UUID point) {
        return jdbc.sql("""
                        select id, name, registered_at, paired_at, revoked_at from publicservice.kiosk
                        where point = :point
                        order by registered_at desc
                        """)
                .param("point", point)
                .query((row, number) -> new Kiosk(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("paired_at", OffsetDateTime.class)),
                        instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private String code() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static Subject subject(UUID kiosk) {
        return new Subject("publicservice/kiosk", kiosk);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.haidang.identity.internal.key;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.Rates;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Slice;

/**
 * Keys that let programs act for an account: each for one door and some actions, for a time, revocable. What the account may not do,
 * no key of it may.
 *
 * <p>A key is 256 random bits, so its SHA-256 is kept and nothing slower: there is no likelier key to try first, and an unsalted hash
 * finds the key by index. Passwords, which people choose, are kept quite otherwise.
 */
@Component
public class AccessKeys {

    /** The longest a key lives. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int BYTES = 32;
    private static final String PREFIX = "hdk_";
    private static final Rates.Limit UNKNOWN = new Rates.Limit("key", 30, Duration.ofMinutes(15));
    private static final Rates.Limit USED = new Rates.Limit("key-used", 1, Duration.ofHours(1));
    private static final Rates.Limit REFUSED = new Rates.Limit("key-refused", 12, Duration.ofHours(1));

    /** A new key; {@code secret} is told this once and kept nowhere. */
    public record Made(UUID id, String secret) {}

    /** How a key that was presented is judged. */
    public sealed interface Judgement {}

    /** It stands. */
    public record Stands(AccessKey key) implements Judgement {}

    /** It does not, whyever; the program is not told. */
    public record Refused() implements Judgement {}

    /** Not looked at: too many wrong ones came from there. */
    public record TooMany(Duration pause) implements Judgement {}

    private final KeyRows rows;
    private final Rates rates;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessKeys(KeyRows rows, Rates rates, Journal journal, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.rates = rates;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param actions at least one, of the door */
    @Transactional
    public Made make(AccountId account, String name, KeyDoor door, Set<String> actions, Duration life) {
        if (actions.isEmpty() || life.compareTo(LONGEST) > 0 || life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("a key needs actions and an end");
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        var until = clock.instant().plus(life);
        rows.add(id, account, name, door, actions, hash(secret), until);
        journal.act(Act.of("identity/key-made", Actor.account(account.value()))
                .on(new Subject("identity/key", id))
                .on(new Subject("identity/account", account.value()))
                .changed("door", null, door.code())
                .changed(
                        "actions",
                        null,
                        String.join(" ", actions.stream().sorted().toList()))
                .changed("until", null, until));
        return new Made(id, secret);
    }

    /** Judges what a program presented at a door, on behalf of nobody yet. */
    public Judgement judge(String secret, KeyDoor door, String address) {
        var found = rows.byHash(hash(secret));
        if (found.isEmpty()) {
            return rates.take(UNKNOWN, address) ? new Refused() : new TooMany(UNKNOWN.pause());
        }
        var key = found.get();
        if (key.door() != door) {
            return refused(key, "other-door");
        }
        if (!key.live(clock.instant())) {
            return refused(key, key.revokedAt() == null ? "expired" : "revoked");
        }
        use(key);
        return new Stands(key);
    }

    public List<AccessKey> of(AccountId account) {
        return rows.of(account);
    }

    public Slice<AccessKey> all(PageRequest page) {
        return rows.all(page);
    }

    /**
     * Ends a key; nothing happens if it has ended.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/no-such-key}, the same for another's unless {@code any}
     */
    @Transactional
    public void revoke(UUID id, Actor by, boolean any) {
        var key = rows.find(id)
                .filter(found -> any || found.account().value().equals(by.id()))
                .orElseThrow(() -> Problem.of("identity/no-such-key", 404).exception());
        if (rows.revoke(id, by.id())) {
            journal.act(Act.of("identity/key-revoked", by)
                    .on(new Subject("identity/key", id))
                    .on(new Subject("identity/account", key.account().value())));
        }
    }

    /** In the journal by the hour: a calendar asks every few minutes, for ever. */
    private void use(AccessKey key) {
        rows.used(key.id());
        if (rates.take(USED, key.id().toString())) {
            record("identity/key-used", key, "identity/" + key.door().code());
        }
    }

    private Refused refused(AccessKey key, String why) {
        if (rates.take(REFUSED, key.id().toString())) {
            record("identity/key-refused", key, "identity/key-" + why);
        }
        return new Refused();
    }

    private void record(String verb, AccessKey key, String reason) {
        transactions.executeWithoutResult(
                status -> journal.act(Act.of(verb, Actor.account(key.account().value()))
                        .on(new Subject("identity/key", key.id()))
                        .on(new Subject("identity/account", key.account().value()))
                        .because(reason)));
    }

    public static Optional<String> shaped(String presented) {
        return Optional.of(presented).filter(text -> text.startsWith(PREFIX) && text.length() < 100);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

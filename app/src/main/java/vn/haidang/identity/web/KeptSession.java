package vn.haidang.identity.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.Session;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.SessionRows;

/**
 * One browser's session and what changed in it since it was read. Whose it is and its texts are columns; anything else it
 * carries, such as the state of a sign-in elsewhere, is serialised.
 *
 * <p>The moment of the last request counts as a change once a minute, so a session may end a minute early and most requests write
 * nothing.
 */
final class KeptSession implements Session {

    static final Duration STEP = Duration.ofMinutes(1);

    /** The account's id, as text. */
    static final String ACCOUNT = "haidang.account";

    /** Who the account is today, a {@code Reader}: there when the session was read with an open account, and never kept. */
    static final String READER = "haidang.reader";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 32;

    private final Instant createdAt;
    private final Map<String, String> words;
    private final Map<String, String> said = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Map<String, Object> objects;
    private @Nullable String storedUnder;
    private String id;
    private @Nullable AccountId account;
    private @Nullable Reader reader;
    private Instant seenAt;
    private Duration idle;
    private boolean changed;

    private KeptSession(@Nullable String storedUnder, String id, SessionRows.Row row) {
        this.storedUnder = storedUnder;
        this.id = id;
        this.createdAt = row.createdAt();
        this.account = row.account();
        this.words = new HashMap<>(row.words());
        this.objects = objects(row.objects());
        this.seenAt = row.seenAt();
        this.idle = row.idle();
        this.reader = row.reader();
        this.changed = storedUnder == null;
    }

    static KeptSession fresh(Instant now, Duration idle) {
        return new KeptSession(null, newId(), new SessionRows.Row(null, Map.of(), null, now, now, idle, null));
    }

    static KeptSession found(String id, SessionRows.Row row) {
        return new KeptSession(id, id, row);
    }

    boolean changed() {
        return changed;
    }

    void writeTo(SessionRows rows) {
        var change = new SessionRows.Change(
                account,
                said,
                forgotten,
                objects.isEmpty() ? null : new SerializingConverter().convert(new HashMap<>(objects)),
                seenAt,
                idle);
        if (storedUnder == null) {
            rows.add(id, createdAt, change);
        } else {
            rows.change(storedUnder, id, change);
        }
        storedUnder = id;
        said.clear();
        forgotten.clear();
        changed = false;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        changed = true;
        id = newId();
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> @Nullable T getAttribute(String name) {
        if (name.equals(ACCOUNT)) {
            return account == null ? null : (T) account.value().toString();
        }
        if (name.equals(READER)) {
            return (T) reader;
        }
        String word = words.get(name);
        return word == null ? (T) objects.get(name) : (T) word;
    }

    @Override
    public Set<String> getAttributeNames() {
        Set<String> names = new HashSet<>(words.keySet());
        names.addAll(objects.keySet());
        if (account != null) {
            names.add(ACCOUNT);
        }
        return names;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else if (name.equals(ACCOUNT)) {
            account(new AccountId(UUID.fromString(value.toString())));
        } else if (value instanceof String word) {
            objects.remove(name);
            forgotten.remove(name);
            if (!word.equals(words.put(name, word))) {
                said.put(name, word);
                changed = true;
            }
        } else {
            forget(name);
            objects.put(name, value);
            changed = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (name.equals(ACCOUNT)) {
            account(null);
            return;
        }
        forget(name);
        if (objects.remove(name) != null) {
            changed = true;
        }
    }

    @Override
    public Instant getCreationTime() {
        return createdAt;
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        if (changed || !at.isBefore(seenAt.plus(STEP))) {
            changed = true;
            seenAt = at;
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return seenAt;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    /** One that has ended is not found. */
    @Override
    public boolean isExpired() {
        return false;
    }

    private void account(@Nullable AccountId now) {
        if (now == null || !now.equals(account)) {
            changed = true;
            reader = null;
        }
        account = now;
    }

    private void forget(String word) {
        if (words.remove(word) != null) {
            said.remove(word);
            forgotten.add(word);
            changed = true;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> objects(byte @Nullable [] serialised) {
        return serialised == null
                ? new HashMap<>()
                : new HashMap<>((Map<String, Object>) new DeserializingConverter().convert(serialised));
    }

    private static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

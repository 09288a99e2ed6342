package vn.haidang.journal.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.EntryId;
import vn.haidang.journal.Inscription;
import vn.haidang.journal.Subject;

/** Turns acts and reads into entries. */
@Component
public class EntryWriter {

    static final int SALT_BYTES = 16;

    private final Clock clock;
    private final EntryRows rows;
    private final Months months;
    private final SecureRandom random = new SecureRandom();

    EntryWriter(Clock clock, EntryRows rows, Months months) {
        this.clock = clock;
        this.rows = rows;
        this.months = months;
    }

    public EntryId act(Act act) {
        var salt = salt(act);
        return add(entry(act, salt), salt);
    }

    public Inscription inscribe(Act act) {
        var salt = salt(act);
        var entry = entry(act, salt);
        return EntryRows.inscription(entry, Canonical.hash(entry), salt);
    }

    public EntryId read(Actor reader, String purpose, List<Subject> subjects) {
        return add(entry(Entry.Kind.READ, reader, "read", subjects, List.of(), purpose), null);
    }

    private EntryId add(Entry entry, byte @Nullable [] salt) {
        rows.add(entry, Canonical.hash(entry), salt);
        return new EntryId(entry.id());
    }

    private Entry entry(Act act, byte @Nullable [] salt) {
        var changes = act.changes().stream().map(change -> hashed(change, salt)).toList();
        return entry(Entry.Kind.ACT, act.actor(), act.verb(), act.subjects(), changes, act.reason());
    }

    private Entry entry(
            Entry.Kind kind,
            Actor actor,
            String verb,
            List<Subject> subjects,
            List<Entry.HashedChange> changes,
            @Nullable String reason) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        months.ready(at);
        return new Entry(UuidCreator.getTimeOrderedEpoch(at), at, kind, actor, verb, subjects, changes, reason);
    }

    private byte @Nullable [] salt(Act act) {
        return act.changes().isEmpty() ? null : newSalt();
    }

    private byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static Entry.HashedChange hashed(Act.Change change, byte @Nullable [] salt) {
        return new Entry.HashedChange(
                change.field(), hashed(change.field(), change.from(), salt), hashed(change.field(), change.to(), salt));
    }

    private static byte @Nullable [] hashed(String field, @Nullable String value, byte @Nullable [] salt) {
        return value == null || salt == null ? null : Hashing.salted(salt, field, value);
    }
}

package vn.haidang.journal.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of an entry. Each part is written as its length in UTF-16 code units, a colon, the part and a
 * line feed; an absent part is {@code -} and a line feed; a list is its size, a line feed, then its items. The parts in order:
 * {@code haidang-entry-1}, id, instant in microseconds since 1970 (UTC), kind, kind of actor, id of actor, verb, list of
 * subjects (type, id), list of changes (field, hash before, hash after, in small hexadecimal letters), reason.
 *
 * <p>Where an account acted in another's name, the first part is {@code haidang-entry-2}, and after the id of the actor come the
 * type and the id of the represented.
 *
 * <p>The hash of an entry is the SHA-256 of this form in UTF-8. Another version gets another first part.
 */
final class Canonical {

    private static final String VERSION = "haidang-entry-1";
    private static final String VERSION_WITH_BEHALF = "haidang-entry-2";

    private final StringBuilder form = new StringBuilder(512);

    private Canonical() {}

    static byte[] hash(Entry entry) {
        return Hashing.of(of(entry));
    }

    static String of(Entry entry) {
        var canonical = new Canonical();
        var behalf = entry.actor().behalf();
        canonical.part(behalf == null ? VERSION : VERSION_WITH_BEHALF);
        canonical.part(entry.id().toString());
        canonical.part(Long.toString(micros(entry.at())));
        canonical.part(word(entry.kind()));
        canonical.part(word(entry.actor().kind()));
        canonical.part(entry.actor().id());
        if (behalf != null) {
            canonical.part(behalf.type());
            canonical.part(behalf.id());
        }
        canonical.part(entry.verb());
        canonical.size(entry.subjects().size());
        for (var subject : entry.subjects()) {
            canonical.part(subject.type());
            canonical.part(subject.id());
        }
        canonical.size(entry.changes().size());
        for (var change : entry.changes()) {
            canonical.part(change.field());
            canonical.part(hex(change.from()));
            canonical.part(hex(change.to()));
        }
        canonical.part(entry.reason());
        return canonical.form.toString();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private void part(@Nullable Object value) {
        if (value == null) {
            form.append("-\n");
            return;
        }
        var text = value.toString();
        form.append(text.length()).append(':').append(text).append('\n');
    }

    private void size(int count) {
        form.append(count).append('\n');
    }
}

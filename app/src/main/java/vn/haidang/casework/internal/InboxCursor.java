package vn.haidang.casework.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of an inbox: behind the row it names, or before it. It stays where it is while rows come and go, and finding
 * it costs the same however deep it lies.
 *
 * @param back towards the beginning of the list
 * @param due null among what has no due time, which stands last
 */
public record InboxCursor(boolean back, @Nullable Instant due, UUID item) {

    private static final String NEVER = "-";

    /** The one in an address, null for the beginning; what cannot be read is the beginning, too. */
    public static @Nullable InboxCursor of(String after, String before) {
        boolean back = after.isEmpty();
        String[] parts = (back ? before : after).split("~");
        if (parts.length != 2) {
            return null;
        }
        try {
            return new InboxCursor(
                    back, parts[0].equals(NEVER) ? null : Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException forged) {
            return null;
        }
    }

    public static String at(Inbox.Row row) {
        return (row.dueAt() == null ? NEVER : row.dueAt().toString()) + "~" + row.item();
    }
}

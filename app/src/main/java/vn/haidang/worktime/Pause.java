package vn.haidang.worktime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span in which the clock stands still. {@code to} is null while it lasts. {@code reason} is shown to people as it
 * is, so it must not name a person; {@code legalBasis} is the source of the line. Throws {@link ClockSetBack} when it ends before
 * it begins.
 */
public record Pause(
        Instant from,
        @Nullable Instant to,
        String reason,
        @Nullable String legalBasis) {
    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new ClockSetBack(to, from);
        }
    }

    boolean isOpen() {
        return to == null;
    }
}

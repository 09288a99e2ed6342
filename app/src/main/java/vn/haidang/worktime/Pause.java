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
        @Nullable String legalBasis,
        Kind kind) {

    /** Why a clock may stand still; it says how the clock goes on. */
    public enum Kind {
        /** The applicant was asked for something: the rule of the time limit decides. */
        SUPPLEMENT,
        /** Somebody with the right to it stopped the clock: whatever was left goes on. */
        BY_HAND
    }

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new ClockSetBack(to, from);
        }
    }

    /** One for which the applicant was asked. */
    public Pause(Instant from, @Nullable Instant to, String reason, @Nullable String legalBasis) {
        this(from, to, reason, legalBasis, Kind.SUPPLEMENT);
    }

    boolean isOpen() {
        return to == null;
    }
}

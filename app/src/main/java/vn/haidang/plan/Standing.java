package vn.haidang.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where one target stands today.
 *
 * @param reason code of why, said by {@code plan.reason.<reason>}
 * @param measured the value the platform counted, null where it counts none
 * @param reported the published value it was held against or, where none may be, the newest one
 * @param line where a straight line to the target stands on the day of the value, null where there is no line
 * @param nextYear from which year another target holds instead, 0 where none does yet
 */
public record Standing(
        Target target,
        Hold hold,
        Status status,
        String reason,
        @Nullable MeasuredValue measured,
        @Nullable ReportedValue reported,
        @Nullable BigDecimal line,
        int nextYear) {

    /** Whether a target holds today: from its year until the year of a later target of the same indicator and level. */
    public enum Hold {
        HOLDS,
        AHEAD,
        ENDED
    }

    /** Somebody must act. */
    public boolean alarming() {
        return status == Status.BEHIND && hold != Hold.ENDED;
    }
}

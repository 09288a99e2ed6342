package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that a search found.
 *
 * @param matched the name or code that matched, as it is written
 * @param from first day on which the unit was called so or bore the code
 * @param to first day after that, null while it lasts
 */
public record UnitHit(
        Unit unit,
        By by,
        String matched,
        LocalDate from,
        @Nullable LocalDate to) {

    /** What of the unit matched. */
    public enum By {
        NAME,
        FORMER_NAME,
        CODE
    }
}

package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That one unit followed another on a day.
 *
 * @param to null where the unit was abolished or its successor is not established
 * @param kind code of what happened, for example {@code merged}
 * @param document key of the paper that says so, null where none is known
 */
public record Succession(
        UnitId from,
        @Nullable UnitId to,
        LocalDate on,
        String kind,
        Extent extent,
        @Nullable String document,
        String source,
        String confidence) {

    /** Whether all of it went there; a part is never divided without a declared weight. */
    public boolean whole() {
        return extent == Extent.WHOLE;
    }
}

package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a unit was called during a span of its life.
 *
 * @param kind code of its kind in that span
 * @param to first day after the span, null while it lasts
 */
public record UnitName(
        UnitId unit,
        String name,
        String nameEn,
        String kind,
        LocalDate from,
        @Nullable LocalDate to) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}

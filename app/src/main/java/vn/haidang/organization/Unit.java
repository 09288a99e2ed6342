package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is known for its whole life.
 *
 * @param kind code of its kind, for example {@code ward}
 * @param validFrom first day of its life
 * @param validTo first day after its life, null while it lives
 */
public record Unit(
        UnitId id,
        String key,
        String name,
        String nameEn,
        String kind,
        Tier tier,
        @Nullable UnitId parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean livesOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}

package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is known for its whole life.
 *
 * @param name as it is called today, or was on its last day; {@link Units#named} tells it for another day
 * @param kind code of its kind, for example {@code ward}
 * @param parent the unit it stands under today, or stood under last
 * @param validFrom first day of its life, or for an older unit the first day the data cover
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

    Unit called(UnitName name) {
        return new Unit(id, key, name.name(), name.nameEn(), name.kind(), tier, parent, validFrom, validTo);
    }
}

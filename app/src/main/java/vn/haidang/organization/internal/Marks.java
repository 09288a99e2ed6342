package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;

/** Where units are marked on a map. */
public final class Marks {

    /**
     * A point in degrees (WGS 84).
     *
     * @param population 0 where it is not known
     */
    public record Mark(UnitId unit, BigDecimal latitude, BigDecimal longitude, long population) {}

    private final Map<UnitId, Mark> byUnit;

    Marks(List<Mark> marks) {
        this.byUnit = marks.stream().collect(Collectors.toUnmodifiableMap(Mark::unit, Function.identity()));
    }

    public boolean has(UnitId unit) {
        return byUnit.containsKey(unit);
    }

    /** @throws IllegalArgumentException where the unit has no mark */
    public Mark of(UnitId unit) {
        var mark = byUnit.get(unit);
        if (mark == null) {
            throw new IllegalArgumentException("no mark for " + unit);
        }
        return mark;
    }

    /** So that small dots lie upon large ones. */
    public Comparator<Unit> largestFirst() {
        return Comparator.<Unit>comparingLong(
                        unit -> has(unit.id()) ? -of(unit.id()).population() : 0)
                .thenComparing(Unit::key);
    }
}

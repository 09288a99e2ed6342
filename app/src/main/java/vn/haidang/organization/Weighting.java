package vn.haidang.organization;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How a unit that went in parts is divided where a series is read on today's units.
 *
 * @param shares by successor, together exactly one
 * @param basis what was counted: {@code population}, {@code area}, {@code households} or {@code other}
 * @param source where the count can be read
 */
public record Weighting(UnitId from, Map<UnitId, BigDecimal> shares, String basis, String source) {

    public Weighting {
        shares = Map.copyOf(shares);
    }
}

package vn.haidang.indicator;

import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;

/**
 * A unit and its descendants, all of them or those of one tier.
 *
 * @param tree which tree the descendants are taken from
 */
public record UnitScope(UnitId unit, @Nullable Tier tier, Tree tree) {

    /** Which tree answers. */
    public enum Tree {
        /** As the tree stood on the day of each fact. */
        AS_IT_WAS,
        /** On the units of today, through succession. */
        TODAY,
        /** On the smallest area comparable across mergers to which the unit belongs. */
        GROUP
    }
}

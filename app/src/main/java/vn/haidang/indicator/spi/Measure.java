package vn.haidang.indicator.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Observations;

/** One thing the platform can count about itself, e.g. "work files closed fully online". Lives beside the SQL of the module that owns the records. */
public interface Measure {

    MeasureCode code();

    /** Grows when the definition changes; shown beside every figure. */
    int version();

    List<Component> components();

    /** The components of every unit and day in range, from the records, in one set-based statement. */
    Observations observe(DayRange days);

    /** By what its facts can be told apart; null where they cannot. */
    default @Nullable Breakdown breakdown() {
        return null;
    }

    /**
     * The records behind one number, newest first, as this reader may see them.
     *
     * @param breakdown only of this member, null for all
     */
    Evidence evidence(Ground ground, DayRange days, @Nullable String breakdown, EvidencePage page, Reader reader);

    /** Whether its facts can be told apart by this: a member of its breakdown, or what else it knows. */
    default boolean tellsApart(String member) {
        var breakdown = breakdown();
        return breakdown != null && breakdown.members().contains(member);
    }

    /** The records behind one component; of a stock, those in it on the last of the days. Where a measure does not tell them apart: all. */
    default Evidence behind(
            String component,
            Ground ground,
            DayRange days,
            @Nullable String breakdown,
            EvidencePage page,
            Reader reader) {
        return evidence(ground, days, breakdown, page, reader);
    }
}

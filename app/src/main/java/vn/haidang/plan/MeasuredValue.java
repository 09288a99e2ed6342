package vn.haidang.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.MeasureCode;

/**
 * A value the platform counted itself.
 *
 * @param unitKey the unit whose descendants of {@code level} were counted
 * @param version of the definition of the measure
 * @param anyFact whether anything at all was recorded in these days
 * @param last whether it is the last value of a tier that is no more
 */
public record MeasuredValue(
        MeasureCode measure,
        int version,
        String unitKey,
        Target.Level level,
        DayRange days,
        long numerator,
        long denominator,
        boolean anyFact,
        boolean last) {

    private static final int DIGITS = 10;

    /** A share of nothing is no number. */
    public boolean known() {
        return anyFact && denominator > 0;
    }

    /** In percent, never rounded up, so that nothing is reached by rounding. Only where it is {@link #known}. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.DOWN);
    }
}

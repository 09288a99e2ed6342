package vn.haidang.plan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Places on a bar of width 100, as SVG attributes want them. */
public final class Beam {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal LAST_MARK = new BigDecimal("99.4");

    private Beam() {}

    public static String width(BigDecimal percent) {
        return percent.min(FULL)
                .max(BigDecimal.ZERO)
                .setScale(2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A mark is itself a little wide: the last one still stands on the bar. */
    public static String mark(BigDecimal percent) {
        return width(percent.min(LAST_MARK));
    }
}

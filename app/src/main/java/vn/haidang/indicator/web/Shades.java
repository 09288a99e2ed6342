package vn.haidang.indicator.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Point;
import vn.haidang.ui.PlaceMap;
import vn.haidang.ui.Screen;

/** Five colours from least to most: fifths of a hundred where numbers are percent, else fifths of the way to the greatest. Pure. */
record Shades(BigDecimal top) {

    static final String NONE = "none";

    private static final int STEPS = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Shades of(Indicator indicator, List<Answer> answers) {
        var most = BigDecimal.ZERO;
        for (var answer : answers) {
            var value = answer.points().getFirst().value();
            most = value == null ? most : most.max(value);
        }
        if (indicator.unit().equals("percent") && most.compareTo(HUNDRED) <= 0) {
            return new Shades(HUNDRED);
        }
        return new Shades(most.signum() == 0 ? BigDecimal.ONE : most);
    }

    String colour(Point point) {
        var value = point.value();
        return value == null ? NONE : "step-" + step(value);
    }

    private int step(BigDecimal value) {
        var share = value.multiply(BigDecimal.valueOf(STEPS)).divide(top, MathContext.DECIMAL32);
        return Math.clamp(share.setScale(0, RoundingMode.FLOOR).longValue() + 1, 1, STEPS);
    }

    List<PlaceMap.Shade> legend(Indicator indicator, Screen screen) {
        var legend = new ArrayList<PlaceMap.Shade>();
        for (var step = 1; step <= STEPS; step++) {
            legend.add(new PlaceMap.Shade(
                    "step-" + step,
                    screen.say(
                            step == STEPS ? "indicator.map.range.last" : "indicator.map.range",
                            Words.tick(bound(step - 1, indicator), indicator, screen),
                            Words.tick(bound(step, indicator), indicator, screen))));
        }
        legend.add(new PlaceMap.Shade(NONE, screen.say("indicator.map.unknown")));
        return legend;
    }

    private BigDecimal bound(int step, Indicator indicator) {
        return top.multiply(BigDecimal.valueOf(step))
                .divide(BigDecimal.valueOf(STEPS), Math.max(1, indicator.digits()), RoundingMode.HALF_UP);
    }
}

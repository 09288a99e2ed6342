package vn.haidang.indicator.web;

import java.util.List;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.internal.DividedFigures;

/** Indicators that would be divided otherwise on today's units, each with the months it counted anything there. */
public record ReweighedFiguresPage(List<Line> lines) {

    /** One indicator. */
    public record Line(Indicator indicator, DividedFigures.Months months) {}
}

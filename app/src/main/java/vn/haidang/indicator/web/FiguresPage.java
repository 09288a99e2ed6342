package vn.haidang.indicator.web;

import java.util.List;
import vn.haidang.indicator.Indicator;

/** The catalogue of indicators. */
public record FiguresPage(List<Indicator> indicators) {

    public FiguresPage {
        indicators = List.copyOf(indicators);
    }
}

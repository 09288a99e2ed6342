package vn.haidang.indicator.web;

import java.util.List;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Answer;

/**
 * A unit through time.
 *
 * @param parts the indicators an index is made of
 * @param change the number of the last change these figures know of
 */
public record SeriesPage(FigureHead head, Answer answer, Chart chart, List<Indicator> parts, long change) {

    public SeriesPage {
        parts = List.copyOf(parts);
    }
}

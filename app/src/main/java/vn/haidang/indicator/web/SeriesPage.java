package vn.haidang.indicator.web;

import java.util.List;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Point;

/**
 * A unit through time.
 *
 * @param parts the indicators an index is made of
 * @param change the number of the last change these figures know of
 */
public record SeriesPage(FigureHead head, Answer answer, Chart chart, List<Indicator> parts, long change) {

    /** So many periods are looked at; those before them are folded. */
    private static final int RECENT = 12;

    public SeriesPage {
        parts = List.copyOf(parts);
    }

    public List<Point> earlier() {
        return answer.points().subList(0, older());
    }

    public List<Point> recent() {
        return answer.points().subList(older(), answer.points().size());
    }

    private int older() {
        return Math.max(0, answer.points().size() - RECENT);
    }
}

package vn.haidang.indicator.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.Breakdown;
import vn.haidang.indicator.Indicator;
import vn.haidang.organization.Unit;

/**
 * What every view of an indicator shows around its numbers.
 *
 * @param view the one that is shown
 * @param versions oldest first
 * @param breakdown by what facts can be told apart, null where they cannot
 * @param path from the city to the unit
 * @param units those one may choose: what stands under the city today
 */
public record FigureHead(
        FigureChoice choice,
        String view,
        List<Indicator> versions,
        @Nullable Breakdown breakdown,
        List<Unit> path,
        List<Unit> units) {

    public FigureHead {
        versions = List.copyOf(versions);
        path = List.copyOf(path);
        units = List.copyOf(units);
    }

    /** The units one may choose, with the city and the one chosen. */
    public List<Unit> choosable() {
        return Stream.concat(path.stream(), units.stream()).distinct().toList();
    }

    public String address() {
        return choice.address(view);
    }
}

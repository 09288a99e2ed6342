package vn.haidang.indicator.web;

import java.util.List;
import vn.haidang.indicator.Evidence;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.organization.Unit;

/**
 * A figure with what it is made of: the parts below it, or the records behind it.
 *
 * @param change the number of the last change these figures know of
 */
public record FigurePage(
        FigureAddress address,
        int version,
        long change,
        List<String> components,
        Unit unit,
        List<Unit> path,
        Figure figure,
        List<Part> parts,
        Evidence evidence) {

    public static final String NUMERATOR = "numerator";
    public static final String DENOMINATOR = "denominator";

    /** The same figure of a unit below. */
    public record Part(Unit unit, Figure figure) {}

    public FigurePage {
        components = List.copyOf(components);
        path = List.copyOf(path);
        parts = List.copyOf(parts);
    }

    /** Whether the figure is one component divided by another. */
    public boolean ratio() {
        return components.contains(NUMERATOR) && components.contains(DENOMINATOR);
    }

    /** The key of the measure's name in the messages of the module that owns it. */
    public String nameKey() {
        var code = address.measure().value();
        var slash = code.indexOf('/');
        return code.substring(0, slash) + ".measure." + code.substring(slash + 1);
    }

    public String componentKey(String component) {
        return nameKey() + "." + component;
    }
}

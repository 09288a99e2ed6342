package vn.haidang.indicator.internal;

import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.Component;
import vn.haidang.indicator.Component.Aggregation;

/** How statements call the ways in which components add up. */
final class Kinds {

    private static final String SEPARATOR = "\u001f";

    private Kinds() {}

    static String of(Component component) {
        return switch (component.aggregation()) {
            case Aggregation.Sum sum -> "SUM";
            case Aggregation.Stock stock -> "STOCK";
            case Aggregation.Distinct distinct -> "DISTINCT";
            case Aggregation.Percentile percentile -> "PERCENTILE";
            case Aggregation.None none -> "NONE";
        };
    }

    /** Whether a share of a unit can stand for a share of its facts. */
    static boolean divisible(Component component) {
        return switch (component.aggregation()) {
            case Aggregation.Sum sum -> true;
            case Aggregation.Stock stock -> true;
            case Aggregation.Distinct distinct -> false;
            case Aggregation.Percentile percentile -> false;
            case Aggregation.None none -> false;
        };
    }

    static @Nullable Integer percent(Component component) {
        return component.aggregation() instanceof Aggregation.Percentile(String of, int percent) ? percent : null;
    }

    static String wanted(Component component) {
        return component.aggregation() instanceof Aggregation.Distinct distinct
                ? String.join(SEPARATOR, distinct.presentInAll())
                : "";
    }
}

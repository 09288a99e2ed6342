package vn.haidang.organization.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.haidang.ui.PlaceMap;
import vn.haidang.ui.Screen;

/** Up to five classes of about as many values each, from least to most. */
record DensityClasses(List<Long> least, long most) {

    private static final int CLASSES = 5;

    static DensityClasses of(Collection<Long> values) {
        var sorted = values.stream().sorted().toList();
        var least = new ArrayList<Long>();
        for (int i = 0; i < CLASSES && !sorted.isEmpty(); i++) {
            var value = sorted.get(i * sorted.size() / CLASSES);
            if (least.isEmpty() || value > least.getLast()) {
                least.add(value);
            }
        }
        return new DensityClasses(List.copyOf(least), sorted.isEmpty() ? 0 : sorted.getLast());
    }

    String colour(long value) {
        return "step-"
                + Math.max(1, least.stream().filter(from -> from <= value).count());
    }

    List<PlaceMap.Shade> legend(Screen screen) {
        var legend = new ArrayList<PlaceMap.Shade>();
        for (int i = 0; i < least.size(); i++) {
            var to = i + 1 < least.size() ? least.get(i + 1) - 1 : most;
            legend.add(new PlaceMap.Shade(
                    "step-" + (i + 1),
                    screen.say("organization.units.density-class", screen.number(least.get(i)), screen.number(to))));
        }
        if (legend.isEmpty()) {
            legend.add(new PlaceMap.Shade("none", screen.say("organization.units.density-unknown")));
        }
        return List.copyOf(legend);
    }
}

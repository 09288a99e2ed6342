package vn.haidang.indicator.web;

import java.util.ArrayList;
import java.util.List;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * The form of a new version.
 *
 * @param last the version it comes after
 * @param measures what can be counted: formulas are made of nothing else
 */
public record VersionForm(TypedVersion typed, Indicator last, List<Measure> measures) {

    public VersionForm {
        measures = List.copyOf(measures);
    }

    /** Whether it is made of other indicators; how stays as it is. */
    public boolean index() {
        return last.measures().isEmpty();
    }

    /** Every component of every measure. */
    public List<Option> components(Screen screen) {
        var options = new ArrayList<Option>();
        for (var measure : measures) {
            var code = measure.code().value();
            var slash = code.indexOf('/');
            var key = code.substring(0, slash) + ".measure." + code.substring(slash + 1);
            for (var component : measure.components()) {
                if (screen.knows(key) && screen.knows(key + "." + component.code())) {
                    options.add(Option.of(
                            code + ":" + component.code(),
                            screen.say(key) + ": " + screen.say(key + "." + component.code())));
                }
            }
        }
        return options;
    }

    public static List<Option> options(Screen screen, String key, List<String> values) {
        return values.stream()
                .map(value -> Option.of(value, screen.say(key + value)))
                .toList();
    }
}

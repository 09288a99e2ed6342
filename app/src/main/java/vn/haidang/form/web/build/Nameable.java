package vn.haidang.form.web.build;

import java.util.List;
import java.util.Map;
import vn.haidang.expression.ValueType;
import vn.haidang.form.internal.Trial;
import vn.haidang.ui.Screen;

/** What an expression may name at one place of a form. */
public record Nameable(Map<String, ValueType> facts) {

    static Nameable at(Trial trial, String place) {
        return new Nameable(trial.nameable().getOrDefault(place, Map.of()));
    }

    /** Each name with what it is, in the order of the alphabet. */
    public List<String> words(Screen screen) {
        return facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " ("
                        + screen.say("form.build.type." + fact.getValue().code()) + ")")
                .toList();
    }
}

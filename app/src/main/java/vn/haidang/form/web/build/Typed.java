package vn.haidang.form.web.build;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/**
 * What was typed on a screen, by the names of {@link vn.haidang.form.internal.build.DraftDocument}, with what is wrong with it.
 *
 * @param stands for what was saved of this screen when it was shown; sent along, so that nobody writes over what they did not see
 * @param meanwhile whether somebody else saved this screen after it was shown: then this is not saved
 */
public record Typed(Map<String, String> says, List<FieldError> errors, String stands, boolean meanwhile) {

    /** The parameter of {@link #stands}. */
    static final String STANDS = "stands";

    public Typed {
        says = Map.copyOf(says);
        errors = List.copyOf(errors);
    }

    /** As it is saved. */
    Typed(Map<String, String> says, List<FieldError> errors) {
        this(says, errors, standing(says), false);
    }

    /** What could not be saved beside what somebody else saved. */
    static Typed beside(Map<String, String> saved, Map<String, String> says) {
        return new Typed(says, List.of(), standing(saved), true);
    }

    static String standing(Map<String, String> saved) {
        return Integer.toHexString(Map.copyOf(saved).hashCode());
    }

    public String parameter() {
        return STANDS;
    }

    public String of(String key) {
        return says.getOrDefault(key, "");
    }

    /** Several with commas between. */
    public List<String> all(String key) {
        return List.of(of(key).split("\\s*,\\s*"));
    }

    public boolean has(String key) {
        return says.containsKey(key);
    }

    public String error(String key, Screen screen) {
        return screen.errorAt(errors, key);
    }

    /** Whether any of these begins something that is written or wrong. */
    public boolean tells(String... prefixes) {
        return Stream.of(prefixes)
                .anyMatch(prefix -> says.entrySet().stream()
                                .anyMatch(each -> each.getKey().startsWith(prefix)
                                        && !each.getValue().isBlank())
                        || errors.stream().anyMatch(error -> error.field().startsWith(prefix)));
    }

    /** How many checks there are, and one to write the next. */
    public int checks(String prefix, int most) {
        int count = 0;
        for (int i = 0; i < most; i++) {
            String key = prefix + "." + i + ".";
            if (says.keySet().stream().anyMatch(each -> each.startsWith(key))) {
                count = i + 1;
            }
        }
        return Math.min(count + 1, most);
    }
}

package vn.haidang.ui;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Which of a field's hint, error and source of a known value describe it to a screen reader. */
public final class Described {

    private Described() {}

    /** The value of {@code aria-describedby}; null, and so no attribute, when there is nothing. */
    public static @Nullable String by(String name, String hint, String error, String known) {
        var ids = new ArrayList<String>();
        if (!hint.isEmpty()) {
            ids.add(name + "-hint");
        }
        if (!error.isEmpty()) {
            ids.add(name + "-error");
        }
        if (!known.isEmpty()) {
            ids.add(name + "-known");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}

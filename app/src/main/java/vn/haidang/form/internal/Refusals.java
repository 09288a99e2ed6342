package vn.haidang.form.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of what is refused while a definition is read: the first goes out at once, or all are gathered. */
final class Refusals {

    /** Reads one part of a definition. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable T read();
    }

    private final boolean gather;
    private final List<DefinitionRefused> gathered = new ArrayList<>();

    private Refusals(boolean gather) {
        this.gather = gather;
    }

    static Refusals thrown() {
        return new Refusals(false);
    }

    static Refusals gathered() {
        return new Refusals(true);
    }

    /** What was read; null where it was refused and the refusal gathered. */
    <T> @Nullable T tried(Reading<T> reading) {
        if (!gather) {
            return reading.read();
        }
        try {
            return reading.read();
        } catch (DefinitionRefused refused) {
            gathered.add(refused);
            return null;
        }
    }

    boolean gather() {
        return gather;
    }

    List<DefinitionRefused> all() {
        return List.copyOf(gathered);
    }
}

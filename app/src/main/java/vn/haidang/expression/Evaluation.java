package vn.haidang.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came out, and why.
 *
 * @param value null when it cannot be decided because facts are missing
 * @param missing the facts without which it cannot be decided; empty when it is
 * @param reasons what was looked at, in that order; what did not matter any more was not looked at
 */
public record Evaluation(@Nullable Value value, Set<String> missing, List<Reason> reasons) {

    /**
     * One comparison, or the whole of an expression without any.
     *
     * @param source the piece of the expression
     * @param facts the known facts in it
     * @param value what it came to, null when undecided
     */
    public record Reason(
            String source,
            Map<String, Value> facts,
            @Nullable Value value) {}

    public Evaluation {
        missing = Set.copyOf(missing);
        reasons = List.copyOf(reasons);
    }

    /** Whether a condition holds; one that cannot be decided does not. */
    public boolean holds() {
        return value instanceof Value.Flag(boolean yes) && yes;
    }

    public boolean decided() {
        return value != null;
    }
}

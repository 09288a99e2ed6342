package vn.haidang.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The facts an expression may name, and what each is. Names are small ASCII letters, digits and {@code _}. */
public record Declarations(Map<String, ValueType> types) {

    public static final Declarations NONE = new Declarations(Map.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "true", "false");

    public Declarations {
        types = Map.copyOf(types);
        for (String name : types.keySet()) {
            if (!isName(name)) {
                throw new ExpressionRefused(Fault.of("no-name", name));
            }
        }
    }

    /** Whether a fact can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    public Optional<ValueType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}

package vn.haidang.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was asked for on the command line, as {@code --name value}; what follows {@code --} is a command left as it is.
 */
record Options(Map<String, String> values, List<String> command) {

    /** Refuses a name that is not known, or one without its value. */
    static Options parse(String[] arguments, Set<String> known) {
        var values = new HashMap<String, String>();
        List<String> command = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i].equals("--")) {
                command.addAll(List.of(arguments).subList(i + 1, arguments.length));
                break;
            }
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown: %s (known: --%s)".formatted(arguments[i], String.join(", --", known)));
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("without a value: " + arguments[i]);
            }
            values.put(name, arguments[i + 1]);
        }
        return new Options(Map.copyOf(values), List.copyOf(command));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** A number of at least one. */
    int count(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("not a number of at least one: --%s %s".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}

package vn.haidang.form.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition.Text;

/** A place in a document, so that a refusal can name it. */
record Node(String place, @Nullable Object value) {

    private static final String BETWEEN_LANGUAGES = " | ";

    Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw DefinitionRefused.of(place, "not-a-mapping");
    }

    boolean has(String key) {
        return map().get(key) != null;
    }

    Node child(String key) {
        return new Node(place + "." + key, map().get(key));
    }

    Stream<Node> children(String key) {
        if (map().get(key) instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .mapToObj(index -> new Node(place + "." + key + "[" + index + "]", list.get(index)));
        }
        throw wrong(key);
    }

    /** The same, and nothing where there is no such key. */
    Stream<Node> childrenIfAny(String key) {
        return has(key) ? children(key) : Stream.empty();
    }

    String text(String key) {
        String text = optional(key);
        if (text == null || text.isBlank()) {
            throw wrong(key);
        }
        return text;
    }

    @Nullable String optional(String key) {
        Object found = map().get(key);
        if (found == null || found instanceof String) {
            return (String) found;
        }
        throw wrong(key);
    }

    List<String> texts(String key) {
        Object found = map().get(key);
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(text(key));
    }

    int number(String key, int otherwise) {
        Object found = map().get(key);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof Integer number && number >= 0) {
            return number;
        }
        throw wrong(key);
    }

    int positive(String key, int otherwise) {
        int number = number(key, otherwise);
        if (has(key) && number == 0) {
            throw wrong(key);
        }
        return number;
    }

    @Nullable BigDecimal decimal(String key) {
        Object found = map().get(key);
        return switch (found) {
            case null -> null;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            default -> throw wrong(key);
        };
    }

    boolean flag(String key, boolean otherwise) {
        Object found = map().get(key);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key);
    }

    /** Words in both languages: a mapping of {@code vi} and {@code en}, or both in one text with {@code " | "} between. */
    Text words(String key) {
        Node node = child(key);
        if (node.value() instanceof String both) {
            int between = both.indexOf(BETWEEN_LANGUAGES);
            if (between <= 0 || between + BETWEEN_LANGUAGES.length() >= both.length()) {
                throw wrong(key);
            }
            return new Text(both.substring(0, between), both.substring(between + BETWEEN_LANGUAGES.length()));
        }
        if (node.value() == null) {
            throw wrong(key);
        }
        node.allowOnly("vi", "en");
        return new Text(node.text("vi"), node.text("en"));
    }

    @Nullable Text wordsIfAny(String key) {
        return has(key) ? words(key) : null;
    }

    void allowOnly(String... keys) {
        for (Object key : map().keySet()) {
            if (!(key instanceof String name) || !List.of(keys).contains(name)) {
                throw DefinitionRefused.of(place, "unknown-key", String.valueOf(key));
            }
        }
    }

    DefinitionRefused wrong(String key) {
        Object found = value instanceof Map<?, ?> map ? map.get(key) : null;
        boolean missing = found == null || (found instanceof String text && text.isBlank());
        return DefinitionRefused.of(place + "." + key, missing ? "missing" : "unreadable");
    }
}

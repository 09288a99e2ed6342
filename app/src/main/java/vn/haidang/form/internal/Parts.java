package vn.haidang.form.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What forms share: pages many of them ask, with the words and names that differ left open, and lists to choose from. A form that is
 * published carries its own copy, so that a change here never changes what somebody fills in.
 */
final class Parts {

    private final Map<String, Object> pages;
    private final Map<String, Object> lists;

    Parts(Map<String, Object> pages, Map<String, Object> lists) {
        this.pages = Map.copyOf(pages);
        this.lists = Map.copyOf(lists);
    }

    static Parts none() {
        return new Parts(Map.of(), Map.of());
    }

    static Parts shipped() {
        return new Parts(file("parts"), file("lists"));
    }

    /** The pages a document asks for, with those it only names put in. */
    List<Object> expand(List<?> written) {
        List<Object> expanded = new ArrayList<>();
        for (Object page : written) {
            if (page instanceof Map<?, ?> map && map.get("use") instanceof String part) {
                if (!(pages.get(part) instanceof List<?> shared)) {
                    throw DefinitionRefused.of("form.pages", "no-such-part", part);
                }
                shared.forEach(each -> expanded.add(fill(each, map)));
            } else {
                expanded.add(page);
            }
        }
        return expanded;
    }

    Optional<Object> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** Puts what stands beside {@code use} into the open places: {@code <key>} in any text. */
    private static @Nullable Object fill(@Nullable Object shared, Map<?, ?> given) {
        return switch (shared) {
            case String text -> fill(text, given);
            case List<?> list -> {
                List<@Nullable Object> filled = new ArrayList<>();
                list.forEach(each -> filled.add(fill(each, given)));
                yield filled;
            }
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((key, value) -> filled.put(key, fill(value, given)));
                yield filled;
            }
            case null, default -> shared;
        };
    }

    private static String fill(String text, Map<?, ?> given) {
        String filled = text;
        for (Map.Entry<?, ?> each : given.entrySet()) {
            filled = filled.replace("<" + each.getKey() + ">", String.valueOf(each.getValue()));
        }
        return filled;
    }

    private static Map<String, Object> file(String name) {
        var file = new ClassPathResource("reference-data/form/shared/" + name + ".yml");
        try {
            Map<String, Object> read = new LinkedHashMap<>();
            Object document = Documents.read(file.getContentAsString(StandardCharsets.UTF_8));
            new Node(name, document).map().forEach((key, value) -> {
                if (value != null) {
                    read.put(String.valueOf(key), value);
                }
            });
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

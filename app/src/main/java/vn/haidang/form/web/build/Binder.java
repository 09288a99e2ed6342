package vn.haidang.form.web.build;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.build.DraftDocument;

/** What a sent screen of the builder says; names it does not know are left out. */
final class Binder {

    static final List<String> FORM = List.of("title.vi", "title.en");

    static final List<String> FIELD = List.of(
            "name",
            "kind",
            "label.vi",
            "label.en",
            "hint.vi",
            "hint.en",
            "required",
            "when",
            "when.field",
            "when.equals",
            "when.expression",
            "choices",
            "compute",
            "max_length",
            "pattern",
            "pattern_error",
            "least",
            "most",
            "digits",
            "suffix.vi",
            "suffix.en",
            "not_future",
            "not_past",
            "years",
            "after",
            "accept",
            "source",
            "autocomplete",
            "lookup.source");

    static final List<String> PAGE = Stream.concat(
                    Stream.of(
                            "page",
                            "title.vi",
                            "title.en",
                            "hint.vi",
                            "hint.en",
                            "section.vi",
                            "section.en",
                            "when",
                            "when.field",
                            "when.equals",
                            "when.expression",
                            "repeat",
                            "repeat.item.vi",
                            "repeat.item.en",
                            "repeat.least",
                            "repeat.most"),
                    Stream.concat(checks("check"), checks("repeat.check")))
            .toList();

    /** What a look-up fills, by its source and what that gives. */
    private static final Pattern FILL = Pattern.compile("lookup\\.fill(\\.[a-z][a-z0-9-]{0,40}){2}");

    private static final int MOST_FILLS = 50;

    private Binder() {}

    static Map<String, String> says(List<String> names, HttpServletRequest request) {
        Map<String, String> says = new HashMap<>();
        Stream<String> fills = names.contains("lookup.source")
                ? request.getParameterMap().keySet().stream()
                        .filter(name -> FILL.matcher(name).matches())
                        .sorted()
                        .limit(MOST_FILLS)
                : Stream.of();
        for (String name : Stream.concat(names.stream(), fills).toList()) {
            String[] sent = request.getParameterValues(name);
            if (sent != null) {
                String between = name.equals("when.equals") ? ", " : " ";
                says.put(
                        name, Arrays.stream(sent).map(Binding::clean).distinct().collect(Collectors.joining(between)));
            }
        }
        return closedUp(closedUp(says, "check"), "repeat.check");
    }

    /** Checks that were emptied are gone, and those behind them move up. */
    private static Map<String, String> closedUp(Map<String, String> says, String prefix) {
        Map<String, String> closed = new HashMap<>();
        says.forEach((key, value) -> {
            if (!key.startsWith(prefix + ".")) {
                closed.put(key, value);
            }
        });
        int next = 0;
        for (int i = 0; i < DraftDocument.MOST_CHECKS; i++) {
            String from = prefix + "." + i;
            boolean written = Stream.of(".must", ".vi", ".en")
                    .anyMatch(part -> !says.getOrDefault(from + part, "").isBlank());
            if (written) {
                String to = prefix + "." + next++;
                for (String part : List.of(".must", ".at", ".vi", ".en")) {
                    closed.put(to + part, says.getOrDefault(from + part, ""));
                }
            }
        }
        return closed;
    }

    private static Stream<String> checks(String prefix) {
        return IntStream.range(0, DraftDocument.MOST_CHECKS)
                .boxed()
                .flatMap(number -> Stream.of(".must", ".at", ".vi", ".en").map(part -> prefix + "." + number + part));
    }
}

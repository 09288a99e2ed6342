package vn.haidang.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known is not typed over: it changes only as a correction, which the sent page names. */
final class Corrected {

    private Corrected() {}

    /** The fields a sent page names as corrected. */
    static Set<String> named(Map<String, String[]> parameters) {
        return Arrays.stream(parameters.getOrDefault(Drafts.CORRECT, new String[0]))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The typed values without those of fields that are known and not named. */
    static Map<String, String> only(
            Map<String, String> typed, Map<String, Answer> before, Map<String, String[]> parameters) {
        Set<String> named = named(parameters);
        Map<String, String> taken = new LinkedHashMap<>(typed);
        taken.keySet().removeIf(field -> {
            Answer answer = before.get(field);
            return answer != null && answer.origin() == Answer.Origin.KNOWN && !named.contains(field);
        });
        return taken;
    }
}

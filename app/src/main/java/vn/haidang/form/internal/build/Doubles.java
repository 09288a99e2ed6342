package vn.haidang.form.internal.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.haidang.form.internal.DefinitionRefused;

/** Names that two questions of a draft share. Which of them took it is not known, so it is said at each. */
final class Doubles {

    private Doubles() {}

    static List<DefinitionRefused> refused(FormDraft draft) {
        Map<String, Integer> times = new HashMap<>();
        draft.pages().stream()
                .flatMap(page -> page.fields().stream())
                .forEach(field -> times.merge(field.of("name"), 1, Integer::sum));
        return IntStream.range(0, draft.pages().size())
                .boxed()
                .flatMap(page -> refused(draft, page, times))
                .toList();
    }

    private static Stream<DefinitionRefused> refused(FormDraft draft, int page, Map<String, Integer> times) {
        List<FormDraft.FieldDraft> fields = draft.pages().get(page).fields();
        return IntStream.range(0, fields.size())
                .filter(field -> !fields.get(field).of("name").isEmpty())
                .filter(field -> times.getOrDefault(fields.get(field).of("name"), 0) > 1)
                .mapToObj(field -> DefinitionRefused.of(
                        Place.field(page, field) + ".name",
                        "name-twice",
                        fields.get(field).of("name")));
    }
}

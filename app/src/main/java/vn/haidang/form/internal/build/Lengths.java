package vn.haidang.form.internal.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.haidang.form.internal.DefinitionRefused;

/** What is longer than anybody reads: kept whole as it was typed, refused until it is shorter, and read only as far as it may go. */
final class Lengths {

    static final int LONGEST = 20_000;

    private Lengths() {}

    static List<DefinitionRefused> refused(FormDraft draft) {
        List<DefinitionRefused> refused = new ArrayList<>();
        refuse("form", draft.says(), refused);
        for (int i = 0; i < draft.pages().size(); i++) {
            FormDraft.PageDraft page = draft.pages().get(i);
            refuse(Place.page(i), page.says(), refused);
            for (int j = 0; j < page.fields().size(); j++) {
                refuse(Place.field(i, j), page.fields().get(j).says(), refused);
            }
        }
        return refused;
    }

    private static void refuse(String place, Map<String, String> says, List<DefinitionRefused> refused) {
        new TreeMap<>(says).forEach((key, value) -> {
            if (value.length() > LONGEST) {
                refused.add(DefinitionRefused.of(place + "." + key, "too-long", value.length(), LONGEST));
            }
        });
    }

    static FormDraft readable(FormDraft draft) {
        return new FormDraft(
                draft.code(),
                readable(draft.says()),
                draft.pages().stream()
                        .map(page -> new FormDraft.PageDraft(
                                page.id(),
                                readable(page.says()),
                                page.fields().stream()
                                        .map(field -> new FormDraft.FieldDraft(field.id(), readable(field.says())))
                                        .toList()))
                        .toList(),
                draft.last());
    }

    private static Map<String, String> readable(Map<String, String> says) {
        Map<String, String> readable = new HashMap<>(says);
        readable.replaceAll((key, value) -> value.substring(0, Math.min(value.length(), LONGEST)));
        return readable;
    }
}

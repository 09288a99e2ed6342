package vn.haidang.form.web.build;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.haidang.form.internal.build.DraftDocument;
import vn.haidang.form.internal.build.FormDifferences.Detail;
import vn.haidang.form.internal.build.FormDifferences.Difference;
import vn.haidang.form.internal.build.FormDifferences.Part;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Screen;

/** What differs between two versions of a form, in words. */
public record DifferenceList(List<Difference> differences) {

    public DifferenceList {
        differences = List.copyOf(differences);
    }

    public static String change(Difference difference, Screen screen) {
        return screen.say("form.build.change." + difference.change().name().toLowerCase(Locale.ROOT));
    }

    public static String part(Difference difference, Screen screen) {
        return screen.say("form.build.one-" + difference.part().name().toLowerCase(Locale.ROOT));
    }

    /** What a detail is about, as the screen where it is written calls it. */
    public static String said(Difference difference, Detail detail, Screen screen) {
        return said(difference.part(), detail.said(), screen);
    }

    private static String said(Part part, String said, Screen screen) {
        boolean grouped = said.startsWith("repeat.check.");
        if (grouped || said.startsWith("check.")) {
            String[] parts = said.substring(grouped ? "repeat.check.".length() : "check.".length())
                    .split("\\.", 2);
            return screen.say("form.build.check", Integer.parseInt(parts[0]) + 1) + ": "
                    + screen.say("form.build.check." + parts[1]);
        }
        if (said.startsWith(DraftDocument.FILL)) {
            return screen.say("form.build.lookup.fills") + ": " + said.substring(DraftDocument.FILL.length());
        }
        String key = said.replace('_', '-');
        if (part == Part.FORM) {
            return screen.say("form.build." + key);
        }
        return switch (key) {
            case "page" -> screen.say("form.build.page.code");
            case "title.vi", "title.en" -> screen.say("form.build.page." + key);
            default -> screen.say("form.build." + key);
        };
    }

    /** What is wrong by what it is called; what has no name there is left out. */
    static Map<String, String> named(Part part, List<FieldError> errors, Screen screen) {
        Map<String, String> named = new HashMap<>();
        for (FieldError error : errors) {
            String called = said(part, error.field(), screen);
            if (!called.contains("??") && !called.startsWith("form.")) {
                named.put(error.field(), called);
            }
        }
        return named;
    }

    /** What was said, in words where it is a sign. */
    public static String value(String said, String value, Screen screen) {
        if (value.isEmpty()) {
            return screen.say("form.build.nothing");
        }
        return switch (said) {
            case "kind" -> screen.say("form.build.kind." + value);
            case "when" -> screen.say("form.build.when." + value);
            case "required", "not_future", "not_past", "repeat" -> screen.say("form.yes");
            default -> value;
        };
    }
}

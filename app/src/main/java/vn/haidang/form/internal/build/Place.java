package vn.haidang.form.internal.build;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.haidang.form.internal.DefinitionRefused;

/**
 * Where in a draft something is wrong.
 *
 * @param page counted from zero, negative for the form itself
 * @param field counted from zero, negative for the page itself
 * @param input the name under which {@link DraftDocument} keeps what was typed there
 */
public record Place(int page, int field, String input) {

    private static final Pattern PATH =
            Pattern.compile("form\\.pages\\[(\\d{1,4})](?:\\.fields\\[(\\d{1,4})])?\\.?(.*)");
    private static final Pattern CHECK = Pattern.compile("(repeat\\.)?checks\\[(\\d{1,4})]\\.?(.*)");

    public static Place of(DefinitionRefused refused) {
        Matcher path = PATH.matcher(refused.place());
        if (!path.matches()) {
            String place = refused.place();
            return new Place(-1, -1, input(place.startsWith("form.") ? place.substring(5) : place));
        }
        String field = path.group(2);
        return new Place(
                Integer.parseInt(path.group(1)), field == null ? -1 : Integer.parseInt(field), input(path.group(3)));
    }

    /** How the reader names a place of a draft. */
    public static String page(int page) {
        return "form.pages[" + page + "]";
    }

    public static String field(int page, int field) {
        return page(page) + ".fields[" + field + "]";
    }

    private static String input(String key) {
        Matcher check = CHECK.matcher(key);
        if (check.matches()) {
            String what = check.group(3).replace("message.", "");
            return (check.group(1) == null ? "" : "repeat.") + "check." + check.group(2) + "."
                    + (what.isEmpty() || what.equals("message") ? "must" : what);
        }
        if (key.startsWith("choices")) {
            return "choices";
        }
        if (key.startsWith("lookup")) {
            return "lookup.source";
        }
        if (key.equals("show_when")) {
            return "when";
        }
        if (key.startsWith("show_when.")) {
            return "when." + key.substring("show_when.".length());
        }
        return switch (key) {
            case "title", "label", "hint", "section", "suffix", "repeat.item" -> key + ".vi";
            default -> key;
        };
    }
}

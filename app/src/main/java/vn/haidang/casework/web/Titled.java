package vn.haidang.casework.web;

import java.util.Map;

/**
 * Titles of cases as the reader sees them.
 *
 * @param english by the title a case keeps; empty for whoever reads Vietnamese
 */
public record Titled(Map<String, String> english) {

    public Titled {
        english = Map.copyOf(english);
    }

    public String text(String title) {
        return english.getOrDefault(title, title);
    }

    /** The language of that text. */
    public String lang(String title) {
        return english.containsKey(title) ? "en" : "vi";
    }
}

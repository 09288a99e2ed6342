package vn.haidang.worktime;

import vn.haidang.reference.Folding;
import vn.haidang.ui.Screen;

/**
 * The document behind a line of reckoning as the reader sees it. What an authority issued is cited as it is called; where the product
 * itself set a default because no document was found, that sentence is ours and exists in both languages.
 */
public final class SourceWords {

    private static final String OURS = "worktime.own-source.";

    private SourceWords() {}

    public static String text(String source, Screen screen) {
        String key = key(source);
        return screen.english() && screen.knows(key) ? screen.say(key) : source;
    }

    /** The language of that text. */
    public static String lang(String source, Screen screen) {
        return screen.english() && screen.knows(key(source)) ? "en" : "vi";
    }

    /** Where a sentence of ours has its words: the sentence without marks, as records of earlier days kept it. */
    static String key(String source) {
        return OURS + Folding.fold(source).replaceAll("[^a-z0-9]+", "-");
    }
}

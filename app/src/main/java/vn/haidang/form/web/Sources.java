package vn.haidang.form.web;

import vn.haidang.form.Answer;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.Found;
import vn.haidang.ui.Screen;

/** Says where a value comes from. */
final class Sources {

    private Sources() {}

    static String words(Answer answer, String knownWords, Screen screen) {
        if (answer.source() == null || answer.asOf() == null) {
            return "";
        }
        String source = named(answer.source(), screen);
        String day = screen.shortDay(answer.asOf());
        return switch (answer.origin()) {
            case TYPED -> "";
            case KNOWN -> screen.say("form.known", source, day);
            case CORRECTED -> screen.say("form.corrected", source, day, knownWords);
        };
    }

    /** What a key named, or that it named nothing. */
    static String words(Found found, Screen screen) {
        String source = named(found.source(), screen);
        String day = screen.shortDay(found.asOf());
        Text what = found.what();
        return what == null
                ? screen.say("form.lookup.none", source, day)
                : screen.say("form.lookup.found", what.in(screen.english()), source, day);
    }

    private static String named(String source, Screen screen) {
        String key = "registry.source." + source;
        return screen.knows(key) ? screen.say(key) : source;
    }
}

package vn.haidang.form.web;

import vn.haidang.form.Answer;
import vn.haidang.ui.Screen;

/** Says where a value comes from. */
final class Sources {

    private Sources() {}

    static String words(Answer answer, String knownWords, Screen screen) {
        if (answer.source() == null || answer.asOf() == null) {
            return "";
        }
        String key = "registry.source." + answer.source();
        String source = screen.knows(key) ? screen.say(key) : answer.source();
        String day = screen.shortDay(answer.asOf());
        return switch (answer.origin()) {
            case TYPED -> "";
            case KNOWN -> screen.say("form.known", source, day);
            case CORRECTED -> screen.say("form.corrected", source, day, knownWords);
        };
    }
}

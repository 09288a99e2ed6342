package vn.haidang.demo;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the people of the demo city say and are called; they speak Vietnamese. */
@Component
class DemoWords {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;

    DemoWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String what, Object... arguments) {
        return messages.getMessage("demo." + what, arguments, VIETNAMESE);
    }

    /** One of several that are numbered from 1. */
    String sayOne(String what, int of, int chosen, Object... arguments) {
        return say(what + "." + (Math.floorMod(chosen, of) + 1), arguments);
    }

    /** The first where there is one, else the second. */
    String sayOr(String what, String otherwise) {
        String said = messages.getMessage("demo." + what, null, "", VIETNAMESE);
        return said == null || said.isEmpty() ? say(otherwise) : said;
    }
}

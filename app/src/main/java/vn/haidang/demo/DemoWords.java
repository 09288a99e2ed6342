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
}

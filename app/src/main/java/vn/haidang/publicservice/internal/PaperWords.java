package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.ui.Screen;

/** Words of forms, in Vietnamese. */
@Component
class PaperWords {

    /** What the records do not know. */
    static final String NOTHING = "\u2014";

    static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final MessageSource messages;

    PaperWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(@Nullable Instant instant) {
        return instant == null ? NOTHING : MOMENT.format(LocalDateTime.ofInstant(instant, Screen.ZONE));
    }

    /**
     * The end of a time limit as people say it: its last day, or its last minute.
     *
     * @param tooLate the first moment that is
     */
    static String due(@Nullable Instant tooLate) {
        if (tooLate == null) {
            return NOTHING;
        }
        LocalDateTime local = LocalDateTime.ofInstant(tooLate, Screen.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DAY.format(local.toLocalDate().minusDays(1))
                : MOMENT.format(local);
    }

    /** For a narrow column: the day under the hour. */
    static String stacked(String moment) {
        return moment.replace(' ', '\n');
    }

    static String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}

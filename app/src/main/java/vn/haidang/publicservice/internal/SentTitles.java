package vn.haidang.publicservice.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.casework.spi.CaseTitles;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.internal.own.DataTerms;

/**
 * A case of feedback or of a request about personal data bears words of this product, in the language of the officials, and what it is
 * about by its code; this is the same in English. A title that was made of other words before they were changed is missing.
 */
@Component
class SentTitles implements CaseTitles {

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** Between the kind of feedback and the code of what it is about. */
    private static final String ABOUT = " – ";

    private final MessageSource messages;

    SentTitles(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, String> inEnglish(Set<String> titles) {
        Map<String, String> words = new HashMap<>();
        Stream.of(Feedback.Kind.values())
                .map(kind -> "publicservice.feedback.kind." + kind.code())
                .forEach(key -> words.put(say(key, VIETNAMESE), say(key, Locale.ENGLISH)));
        DataTerms.CODES.forEach(right -> words.put(request(right, VIETNAMESE), request(right, Locale.ENGLISH)));
        Map<String, String> english = new HashMap<>();
        for (String title : titles) {
            int code = title.indexOf(ABOUT);
            String own = words.get(code < 0 ? title : title.substring(0, code));
            if (own != null) {
                english.put(title, code < 0 ? own : own + title.substring(code));
            }
        }
        return english;
    }

    private String request(String right, Locale language) {
        return say("publicservice.data-request.case", language, say("publicservice.right." + right, language));
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}

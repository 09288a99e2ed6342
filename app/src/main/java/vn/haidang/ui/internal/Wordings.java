package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.haidang.ui.spi.ServedCity;

/** Words in the language of a visitor, about the city served here. */
@Component
class Wordings {

    private final MessageSource messages;
    private final LanguageChoice language;
    private final Supplier<@Nullable ServedCity> city;

    Wordings(MessageSource messages, LanguageChoice language, ObjectProvider<ServedCity> city) {
        this.messages = messages;
        this.language = language;
        this.city = SingletonSupplier.ofNullable(city::getIfAvailable);
    }

    Wording of(HttpServletRequest request) {
        return in(language.resolveLocale(request));
    }

    Wording in(Locale locale) {
        return new Wording(messages, locale, () -> served().flatMap(ServedCity::name));
    }

    /** Words that ask nothing of the database. */
    Wording fromMemory(HttpServletRequest request) {
        return new Wording(messages, language.resolveLocale(request), () -> served().flatMap(ServedCity::lastKnown));
    }

    private Optional<ServedCity> served() {
        return Optional.ofNullable(city.get());
    }
}

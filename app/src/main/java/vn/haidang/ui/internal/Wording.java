package vn.haidang.ui.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import vn.haidang.ui.Screen;
import vn.haidang.ui.spi.ServedCity;

/** Words, days and numbers of one language. */
final class Wording {

    private static final Logger log = LoggerFactory.getLogger(Wording.class);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String NO_BREAK = "\u00a0";

    private final MessageSource messages;
    private final Locale locale;
    private final Supplier<Optional<ServedCity.Name>> city;
    private final DecimalFormatSymbols symbols;

    Wording(MessageSource messages, Locale locale, Supplier<Optional<ServedCity.Name>> city) {
        this.messages = messages;
        this.locale = locale;
        this.city = city;
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        if (!english()) {
            symbols.setGroupingSeparator('.');
            symbols.setDecimalSeparator(',');
        }
    }

    Locale locale() {
        return locale;
    }

    boolean english() {
        return LanguageChoice.ENGLISH.equals(locale);
    }

    String say(String key, Object... arguments) {
        var text = messages.getMessage(key, arguments, null, locale);
        if (text == null) {
            log.warn("no message {} in {}", key, locale);
            return "??" + key + "??";
        }
        return text;
    }

    boolean knows(String key) {
        return messages.getMessage(key, null, null, locale) != null;
    }

    String city() {
        return city.get().map(name -> name.in(locale)).orElseGet(() -> say("ui.city.unknown"));
    }

    String day(LocalDate day) {
        var weekday = say("ui.weekday." + day.getDayOfWeek().getValue());
        return weekday + ", " + (english() ? ENGLISH_DAY : SHORT_DAY).format(day);
    }

    String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    String moment(Instant instant) {
        var there = at(instant);
        return TIME.format(there) + " " + day(there.toLocalDate());
    }

    String shortMoment(Instant instant) {
        var there = at(instant);
        return TIME.format(there) + " " + SHORT_DAY.format(there);
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(Screen.ZONE);
    }

    String number(long value) {
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    String decimal(BigDecimal value, int digits) {
        var pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
        return new DecimalFormat(pattern, symbols).format(value.setScale(digits, RoundingMode.HALF_UP));
    }

    String money(long dong) {
        return number(dong) + NO_BREAK + "đ";
    }

    String percent(long numerator, long denominator) {
        if (denominator == 0) {
            return "–";
        }
        var share = BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
        return decimal(share, 1) + NO_BREAK + "%";
    }

    String bytes(long size) {
        if (size < 1_000) {
            return number(size) + NO_BREAK + "B";
        }
        if (size < 1_000_000) {
            return number(Math.ceilDiv(size, 1_000)) + NO_BREAK + "KB";
        }
        return decimal(BigDecimal.valueOf(size).movePointLeft(6), 1) + NO_BREAK + "MB";
    }
}

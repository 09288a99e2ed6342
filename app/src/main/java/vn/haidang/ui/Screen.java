package vn.haidang.ui;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import vn.haidang.ui.spi.MenuEntry;

/**
 * What every template may ask about the request it draws for: words, formats, who is reading, where things are. Made once per
 * request and handed to every template as {@code screen}. Days and times are shown in {@link #ZONE}.
 */
public interface Screen {

    /** The zone in which every instant is shown. */
    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The text of a message; an unknown key comes out as {@code ??key??}, which the page tests refuse. */
    String say(String key, Object... arguments);

    /** Whether a key has a text, for messages whose keys are made from codes. */
    boolean knows(String key);

    /** The full name of the city served, in the reader's language. */
    String city();

    boolean english();

    Locale locale();

    /** The path asked for, without query. */
    String path();

    /** The path asked for with its query, to come back to. */
    String here();

    /** The hidden field every form with method post needs; nothing when no token is in force. */
    Content csrf();

    /** A fresh key for the hidden field {@code key}, by which a repeated submission is recognised. */
    String key();

    /** {@code thứ Năm, 26/11/2026}. */
    String day(LocalDate day);

    /** {@code 26/11/2026}, for tables. */
    String shortDay(LocalDate day);

    /** {@code 15:04 thứ Năm, 26/11/2026}. */
    String moment(Instant instant);

    /** When a time limit ends, as people say it: midnight is still the day before. */
    default String limit(Instant end) {
        boolean midnight = end.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
        return moment(midnight ? end.minusMillis(1) : end);
    }

    /** {@code 15:04 26/11/2026}, for tables. */
    String shortMoment(Instant instant);

    /** {@code 1.234}. */
    String number(long value);

    /** {@code 1.234,5}, with exactly so many digits after the comma. */
    String decimal(BigDecimal value, int digits);

    /** {@code 1.234,5}, with exactly so many digits after the comma. */
    default String decimal(double value, int digits) {
        return decimal(BigDecimal.valueOf(value), digits);
    }

    /** Dong: {@code 20.000 đ}. */
    String money(long dong);

    /** {@code 83,3 %}; a dash when the denominator is zero, for a share of nothing is no number. */
    String percent(long numerator, long denominator);

    /** The size of a file: {@code 1,2 MB}. */
    String bytes(long size);

    /** The text of the first error of a field, empty when it has none. */
    String errorAt(List<FieldError> errors, String field);

    /** Another module's part of this page. */
    Content draw(Fragment fragment);

    boolean signedIn();

    /** The name of the person signed in, empty for nobody. */
    String displayName();

    /** Stands for the person signed in, so that a phone knows whose things it holds; empty for nobody. */
    String mark();

    /** The name of whom this person acts for, empty when for themselves. */
    String actingFor();

    /** Whether this person may do an action now. */
    boolean permits(String action);

    /** The entries of a menu this person may use, in order. */
    List<MenuItem> menu(MenuEntry.Menu menu);

    /** The address of a style sheet, script, font or picture, unchanging for as long as its content does not change. */
    String asset(String path);
}

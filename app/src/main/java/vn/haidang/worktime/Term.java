package vn.haidang.worktime;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A value inside a line of a derivation: kept as a value, put into words only for a reader. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Term.Day.class),
    @JsonSubTypes.Type(Term.Moment.class),
    @JsonSubTypes.Type(Term.Time.class),
    @JsonSubTypes.Type(Term.Count.class),
    @JsonSubTypes.Type(Term.Words.class)
})
public sealed interface Term {

    record Day(LocalDate day) implements Term {}

    record Moment(Instant moment) implements Term {}

    record Time(LocalTime time) implements Term {}

    record Count(int count) implements Term {}

    /** A text that came from data, in both languages. */
    record Words(String vi, String en) implements Term {}

    /** The argument for the line's message: a number, or text in the reader's language and Vietnamese time. */
    default Object argument(Locale locale) {
        return switch (this) {
            case Day(LocalDate day) -> dayText(day, locale);
            case Moment(Instant moment) -> momentText(moment, locale);
            case Time(LocalTime time) -> Formats.TIME.format(time);
            case Count(int count) -> count;
            case Words(String vi, String en) -> locale.getLanguage().equals("en") ? en : vi;
        };
    }

    private static String momentText(Instant moment, Locale locale) {
        ZonedDateTime local = moment.atZone(WorkCalendar.ZONE);
        return Formats.TIME.format(local) + " " + dayText(local.toLocalDate(), locale);
    }

    private static String dayText(LocalDate day, Locale locale) {
        String text = Formats.DAY.withLocale(locale).format(day);
        boolean lowered = locale.getLanguage().equals("vi") && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return lowered ? text.substring(0, 1).toLowerCase(locale) + text.substring(1) : text;
    }

    /** How days and times are written. */
    final class Formats {
        static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("H:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(WorkCalendar.ZONE);
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy", Locale.ROOT);

        private Formats() {}

        static String moment(Instant moment) {
            return MOMENT.format(moment);
        }
    }
}

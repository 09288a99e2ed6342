package vn.haidang.worktime;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time limit in the unit the law gives it. The unit is never converted: eight working hours are not one working day.
 * The compact code ({@code 8wh}, {@code 90wm}, {@code 3wd}, {@code 10d}, {@code 1m}, {@code same-day@15:00}) is what
 * data and JSON carry; {@link #parse} reads what {@link #code} prints.
 */
public sealed interface LegalDuration {

    /** Time that runs only while the office is open. */
    record WorkingHours(Duration time) implements LegalDuration {
        public WorkingHours {
            requireNotNegative(time.isNegative() ? -1 : 0);
        }

        public static WorkingHours of(int hours) {
            return new WorkingHours(Duration.ofHours(hours));
        }
    }

    /** Days that are working days of the calendar. */
    record WorkingDays(int days) implements LegalDuration {
        public WorkingDays {
            requireNotNegative(days);
        }
    }

    /** Days of the calendar, rest days included. */
    record CalendarDays(int days) implements LegalDuration {
        public CalendarDays {
            requireNotNegative(days);
        }
    }

    /** Months by the same day number; a year is twelve of them. */
    record Months(int months) implements LegalDuration {
        public Months {
            requireNotNegative(months);
        }
    }

    /** Within the working day of receipt; what is received after {@code cutoff} belongs to the next working day. */
    record SameDay(LocalTime cutoff) implements LegalDuration {}

    /** The compact text of this duration. */
    @JsonValue
    default String code() {
        return switch (this) {
            case WorkingHours(Duration time) -> hoursCode(time);
            case WorkingDays(int days) -> days + "wd";
            case CalendarDays(int days) -> days + "d";
            case Months(int months) -> months + "m";
            case SameDay(LocalTime cutoff) -> "same-day@" + cutoff;
        };
    }

    /** Reads a compact code; throws {@link IllegalArgumentException} naming the text when it is none. */
    @JsonCreator
    static LegalDuration parse(String code) {
        if (code.startsWith("same-day@")) {
            return new SameDay(LocalTime.parse(code.substring("same-day@".length())));
        }
        if (code.startsWith("wPT")) {
            return new WorkingHours(Duration.parse(code.substring(1)));
        }
        Matcher parts = Codes.AMOUNT.matcher(code);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a legal duration: " + code);
        }
        int amount = Integer.parseInt(parts.group(1));
        return switch (parts.group(2)) {
            case "wh" -> WorkingHours.of(amount);
            case "wm" -> new WorkingHours(Duration.ofMinutes(amount));
            case "wd" -> new WorkingDays(amount);
            case "d" -> new CalendarDays(amount);
            default -> new Months(amount);
        };
    }

    private static String hoursCode(Duration time) {
        if (time.equals(Duration.ofHours(time.toHours()))) {
            return time.toHours() + "wh";
        }
        return time.equals(Duration.ofMinutes(time.toMinutes())) ? time.toMinutes() + "wm" : "w" + time;
    }

    private static void requireNotNegative(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("A legal duration is not negative");
        }
    }

    /** The grammar of the amounts. */
    final class Codes {
        private static final Pattern AMOUNT = Pattern.compile("(\\d{1,6})(wh|wm|wd|d|m)");

        private Codes() {}
    }
}

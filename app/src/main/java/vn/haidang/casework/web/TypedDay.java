package vn.haidang.casework.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.WorkCalendar;

/** A day as it was typed in three fields, kept as typed when it is none. */
public record TypedDay(String day, String month, String year) {

    public static final TypedDay EMPTY = new TypedDay("", "", "");

    static TypedDay of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return new TypedDay(strip(day), strip(month), strip(year));
    }

    static TypedDay of(LocalDate day) {
        return new TypedDay(
                String.valueOf(day.getDayOfMonth()),
                String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    public boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** Empty when it is no day of the calendar. */
    Optional<LocalDate> date() {
        try {
            LocalDate typed = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return typed.getYear() < 1900 || typed.getYear() > 9999 ? Optional.empty() : Optional.of(typed);
        } catch (NumberFormatException | DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The first moment after it: when its last minute has passed. */
    static Instant end(LocalDate day) {
        return ZonedDateTime.of(day.plusDays(1), LocalTime.MIDNIGHT, WorkCalendar.ZONE)
                .toInstant();
    }

    private static String strip(@Nullable String part) {
        return part == null ? "" : part.strip();
    }
}

package vn.haidang.publicservice.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import vn.haidang.ui.Screen;

/** A day as it was typed in three fields, kept as typed when it is none. */
public record TypedDay(String day, String month, String year) {

    static final TypedDay EMPTY = new TypedDay("", "", "");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    static TypedDay of(Map<String, String> asked, String field) {
        return new TypedDay(
                asked.getOrDefault(field + "-day", "").strip(),
                asked.getOrDefault(field + "-month", "").strip(),
                asked.getOrDefault(field + "-year", "").strip());
    }

    static TypedDay of(LocalDate day) {
        return new TypedDay(
                String.valueOf(day.getDayOfMonth()),
                String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    /** The moment of that day at a time typed as 09:30, in the city's zone; empty when either is none. */
    Optional<Instant> at(String time) {
        try {
            LocalTime typed = LocalTime.parse(time.strip());
            return date().map(on -> on.atTime(typed).atZone(Screen.ZONE).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Empty when it is no day of the calendar. */
    Optional<LocalDate> date() {
        try {
            LocalDate typed = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(typed).filter(each -> each.getYear() >= FIRST_YEAR && each.getYear() <= LAST_YEAR);
        } catch (NumberFormatException | DateTimeException noDay) {
            return Optional.empty();
        }
    }
}

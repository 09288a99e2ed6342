package vn.haidang.publicservice.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

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

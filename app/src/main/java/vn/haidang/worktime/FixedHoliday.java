package vn.haidang.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** A holiday the law fixes to a day of the solar year, from {@code validFrom} until before {@code validTo}. */
public record FixedHoliday(
        MonthDay day,
        String name,
        String nameEn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {

    boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
    }
}

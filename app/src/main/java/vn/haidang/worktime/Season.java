package vn.haidang.worktime;

import java.time.LocalDate;
import java.time.MonthDay;

/** A stretch of every year, both ends included; it may cross New Year. One that ends on 28 February ends with the month. */
public record Season(MonthDay first, MonthDay last) {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    boolean holds(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        if (day.equals(LEAP_DAY) && last.equals(MonthDay.of(2, 28))) {
            return true;
        }
        boolean begun = !day.isBefore(first);
        boolean notOver = !day.isAfter(last);
        return first.isAfter(last) ? begun || notOver : begun && notOver;
    }
}

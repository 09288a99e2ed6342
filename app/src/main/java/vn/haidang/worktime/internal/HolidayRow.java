package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.FixedHoliday;

/** A holiday fixed by law as its table has it; {@code day} is MM-DD. */
record HolidayRow(
        String day,
        String name,
        String nameEn,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate knownFrom,
        String source,
        String confidence) {

    record Key(String day, LocalDate validFrom) {}

    Key key() {
        return new Key(day, validFrom);
    }

    FixedHoliday holiday() {
        return new FixedHoliday(MonthDay.parse("--" + day), name, nameEn, validFrom, validTo, source);
    }
}

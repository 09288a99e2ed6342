package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ToIntFunction;
import vn.haidang.indicator.DayRange;

/**
 * Many days in stretches, one after the other, so that what is held in memory grows neither with the history nor with the size of the
 * city: few days at a time where there is much, up to a quarter of a year where there is little.
 */
record Stretches(DayRange days) {

    static final int LONGEST = 92;
    private static final int FIRST = 31;
    private static final int MUCH = 100_000;
    private static final int LITTLE = 20_000;

    static Stretches of(DayRange days) {
        return new Stretches(days);
    }

    /** Each day is in one stretch; the visitor returns how much it held of it. */
    void forEach(ToIntFunction<DayRange> visitor) {
        int length = FIRST;
        LocalDate first = days.first();
        while (!first.isAfter(days.last())) {
            long left = ChronoUnit.DAYS.between(first, days.last());
            LocalDate last = first.plusDays(Math.min(length - 1L, left));
            int held = visitor.applyAsInt(new DayRange(first, last));
            if (held > MUCH) {
                length = Math.max(1, length / 2);
            } else if (held < LITTLE) {
                length = Math.min(LONGEST, length * 2);
            }
            first = last.plusDays(1);
        }
    }
}

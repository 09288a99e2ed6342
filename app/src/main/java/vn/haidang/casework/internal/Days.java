package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Moments as the database keeps them, and days as the clock's zone has them. */
final class Days {

    private Days() {}

    /** To the microsecond: finer, a moment would be earlier or later than itself once read back. */
    static Instant now(Clock clock) {
        return kept(clock.instant());
    }

    static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** The next moment that can be told apart: for what follows in the same act, so that it also stands after it. */
    static Instant justAfter(Instant moment) {
        return moment.plus(1, ChronoUnit.MICROS);
    }

    /** The end of the day of a moment. */
    static Instant tonight(Clock clock, Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone())
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    /** The end of the Sunday of the week of a moment. */
    static Instant weekEnd(Clock clock, Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone())
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(clock.getZone())
                .toInstant();
    }
}

package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Days as the clock's zone has them. */
final class Days {

    private Days() {}

    /** The end of the day of a moment. */
    static Instant tonight(Clock clock, Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone())
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }
}

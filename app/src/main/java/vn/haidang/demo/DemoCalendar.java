package vn.haidang.demo;

import java.time.Instant;
import java.time.LocalDate;

/** The days of the demo city's history. */
final class DemoCalendar {

    /** Accounts and posts begin here; the calendar in use knows the year. */
    static final Instant BEGINNING = Instant.parse("2025-01-06T01:00:00Z");

    /** The first day without a district tier (Law 72/2025/QH15). */
    static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    private DemoCalendar() {}
}

package vn.haidang.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import vn.haidang.MovableClock;

/** The days of the demo city's history. */
final class DemoCalendar {

    /** Accounts and posts begin here; the calendar in use knows the year. */
    static final Instant BEGINNING = Instant.parse("2025-01-06T01:00:00Z");

    private static final int OPENS = 8;
    private static final int CLOSES = 17;

    /** The first day without a district tier (Law 72/2025/QH15). */
    static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    private DemoCalendar() {}

    /** The moment itself when somebody sits at the desk then, else a little after the office next opens. */
    static Instant inOffice(Instant moment) {
        ZonedDateTime local = moment.atZone(MovableClock.VIETNAM);
        if (local.getHour() >= CLOSES) {
            local = opening(local.plusDays(1));
        } else if (local.getHour() < OPENS) {
            local = opening(local);
        }
        while (local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY) {
            local = opening(local.plusDays(1));
        }
        return local.toInstant();
    }

    private static ZonedDateTime opening(ZonedDateTime day) {
        return day.with(LocalTime.of(OPENS, 5 + day.getMinute() / 2));
    }
}

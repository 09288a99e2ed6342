package vn.haidang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.demo.DemoPace.Wait;
import vn.haidang.worktime.WorkCalendars;

/** The days of the demo city's history. */
@Component
class DemoCalendar {

    /** Accounts and posts of the little city begin here. */
    static final Instant LITTLE_BEGINNING = Instant.parse("2025-01-06T01:00:00Z");

    /** The whole city begins in the time of the districts. */
    static final Instant BEGINNING = Instant.parse("2024-10-01T01:00:00Z");

    /** The first day without a district tier (Law 72/2025/QH15). */
    static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    private static final int OPENS = 8;
    private static final int CLOSES = 17;
    private static final int NOON = 12;

    private final WorkCalendars calendars;

    DemoCalendar(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    boolean worksOn(LocalDate day) {
        return calendars.current().isWorkingDay(day);
    }

    LocalDate workingDayFrom(LocalDate day) {
        return calendars.current().workingDayFrom(day);
    }

    /** The last days before this one on which offices work, in their order. */
    List<LocalDate> workedBefore(LocalDate day, int howMany) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate before = day.minusDays(1); days.size() < howMany; before = before.minusDays(1)) {
            if (worksOn(before)) {
                days.addFirst(before);
            }
        }
        return days;
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, MovableClock.VIETNAM);
    }

    /** The last midnight: a city is that of its last full day, whatever the hour at which it is made. */
    static Instant midnightBefore(Instant moment) {
        return day(moment).atStartOfDay(MovableClock.VIETNAM).toInstant();
    }

    static Instant morningOf(LocalDate day) {
        return day.atTime(OPENS, 0).atZone(MovableClock.VIETNAM).toInstant();
    }

    /** When somebody who takes this long acts. */
    Instant after(Instant moment, Wait wait) {
        ZonedDateTime local = moment.atZone(MovableClock.VIETNAM);
        for (int day = 0; day < wait.workingDays(); day++) {
            local = local.with(calendars.current().nextWorkingDay(local.toLocalDate()));
        }
        return inOffice(local.plusMinutes(wait.minutes()));
    }

    /** The moment itself when somebody sits at the desk then, else a little after the office next opens. */
    private Instant inOffice(ZonedDateTime moment) {
        ZonedDateTime local = moment;
        if (local.getHour() >= CLOSES) {
            local = opening(local.plusDays(1));
        } else if (local.getHour() < OPENS) {
            local = opening(local);
        } else if (local.getHour() == NOON) {
            local = local.plusHours(1);
        }
        LocalDate works = workingDayFrom(local.toLocalDate());
        return (works.equals(local.toLocalDate()) ? local : opening(local.with(works))).toInstant();
    }

    private static ZonedDateTime opening(ZonedDateTime day) {
        return day.with(LocalTime.of(OPENS, 5 + day.getMinute() / 2));
    }
}

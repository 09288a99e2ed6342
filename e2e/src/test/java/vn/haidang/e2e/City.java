package vn.haidang.e2e;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One running city for all journeys of a run; starting it costs more than most journeys. Its clock only goes forward, so
 * every journey that needs an hour takes the next working day.
 */
final class City {

    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

    static final Haidang HAIDANG = start();

    private static LocalDate today = Haidang.MONDAY_MORNING.toLocalDate();

    private City() {}

    /** Moves the city to this hour of the next working day, and says which day that is. */
    static synchronized LocalDate nextWorkingDayAt(String hour) {
        today = workingDayAfter(today);
        moveTo(hour);
        return today;
    }

    /** Moves the city to a later hour of the same day. */
    static synchronized void moveTo(String hour) {
        HAIDANG.moveClockTo(today.atTime(LocalTime.parse(hour)).atOffset(HANOI));
    }

    /** The journeys stay within weeks without a public holiday. */
    static LocalDate workingDayAfter(LocalDate day) {
        var next = day.plusDays(1);
        return next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY
                ? workingDayAfter(next)
                : next;
    }

    private static Haidang start() {
        var haidang = Haidang.start(Haidang.MONDAY_MORNING, Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(haidang::close, "stop the city"));
        return haidang;
    }
}

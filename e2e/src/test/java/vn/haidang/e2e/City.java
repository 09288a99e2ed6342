package vn.haidang.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * One running city and one browser for all journeys of a run; starting them costs more than most journeys. The city's clock
 * only goes forward, so every journey that needs an hour takes the next working day.
 */
final class City {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("HAIDANG_CHROMIUM", "/usr/bin/chromium"));
    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

    static final Haidang HAIDANG = Haidang.start(Haidang.MONDAY_MORNING, Map.of());
    static final Browser BROWSER = launch();

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

    private static Browser launch() {
        var playwright = Playwright.create();
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        Runtime.getRuntime().addShutdownHook(new Thread(HAIDANG::close, "stop the city"));
        return browser;
    }
}

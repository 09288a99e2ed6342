package vn.haidang.worktime.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/** Keeps the calendars read, by version; what is lost is read again. */
@Component
class StoredCalendars implements WorkCalendars {

    private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);
    private static final int KEPT = 16;

    private final CalendarRows rows;
    private final Clock clock;
    private final Map<Integer, WorkCalendar> read = new ConcurrentHashMap<>();
    private volatile @Nullable Latest latest;

    private record Latest(WorkCalendar calendar, Instant checked) {}

    StoredCalendars(CalendarRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public WorkCalendar current() {
        Latest known = latest;
        Instant now = clock.instant();
        if (known != null && Duration.between(known.checked(), now).abs().compareTo(CHECKED_EVERY) < 0) {
            return known.calendar();
        }
        WorkCalendar calendar = calendar(rows.latestVersion());
        latest = new Latest(calendar, now);
        return calendar;
    }

    @Override
    public WorkCalendar asKnownOn(int version) {
        if (version < 0 || version > rows.latestVersion()) {
            throw new IllegalArgumentException("No such calendar version: " + version);
        }
        return calendar(version);
    }

    /** Reads anew at the next question. */
    void forget() {
        read.clear();
        latest = null;
    }

    private WorkCalendar calendar(int version) {
        WorkCalendar known = read.get(version);
        if (known != null) {
            return known;
        }
        if (read.size() >= KEPT) {
            read.clear();
        }
        WorkCalendar calendar = new WorkCalendar(
                version,
                rows.days(version),
                rows.officialYears(version),
                rows.fixedHolidays(version),
                rows.officeHours(version));
        read.put(version, calendar);
        return calendar;
    }
}

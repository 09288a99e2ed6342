package vn.haidang.worktime.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

/** Keeps the book and the calendars made of it; what is lost is read again. */
@Component
class StoredCalendars implements WorkCalendars {

    private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);
    private static final int KEPT = 16;

    private final BookRows rows;
    private final UnitHours unitHours;
    private final Clock clock;
    private volatile @Nullable Latest latest;

    /** The book as last checked, with calendars already made of it. */
    private record Latest(CalendarBook book, Map<Integer, WorkCalendar> calendars, Instant checked) {

        Latest checkedAgain(Instant now) {
            return new Latest(book, calendars, now);
        }

        WorkCalendar at(int version) {
            if (calendars.size() >= KEPT && !calendars.containsKey(version)) {
                calendars.clear();
            }
            return calendars.computeIfAbsent(version, book::at);
        }
    }

    StoredCalendars(BookRows rows, UnitHours unitHours, Clock clock) {
        this.rows = rows;
        this.unitHours = unitHours;
        this.clock = clock;
    }

    @Override
    public WorkCalendar current() {
        Latest known = known();
        return known.at(known.book().latest());
    }

    @Override
    public WorkCalendar asKnownOn(int version) {
        Latest known = known();
        if (version > known.book().latest()) {
            known = readAgain();
        }
        if (version < 0 || version > known.book().latest()) {
            throw new IllegalArgumentException("No such calendar version: " + version);
        }
        return known.at(version);
    }

    @Override
    public WorkCalendar asKnownOn(LocalDate day) {
        return known().book().on(day);
    }

    @Override
    public String officeHoursOf(UnitId unit, LocalDate on, String otherwise) {
        return unitHours.of(unit, on).orElse(otherwise);
    }

    @Override
    public KeptHours keptHours() {
        List<UnitHours.Row> all = unitHours.all();
        return (unit, on, otherwise) -> unitHours.of(all, unit, on).orElse(otherwise);
    }

    CalendarBook book() {
        return known().book();
    }

    /** Reads anew at the next question. */
    void forget() {
        latest = null;
    }

    private Latest known() {
        Latest known = latest;
        Instant now = clock.instant();
        if (known == null) {
            return readAgain();
        }
        if (Duration.between(known.checked(), now).abs().compareTo(CHECKED_EVERY) < 0) {
            return known;
        }
        if (known.book().latest() == rows.latestVersion()) {
            Latest again = known.checkedAgain(now);
            latest = again;
            return again;
        }
        return readAgain();
    }

    private Latest readAgain() {
        Latest read = new Latest(rows.read(), new ConcurrentHashMap<>(), clock.instant());
        latest = read;
        return read;
    }
}

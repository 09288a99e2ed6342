package vn.haidang.worktime.internal;

import org.springframework.stereotype.Component;

/** Reads the whole book: a fixed number of statements, a few hundred rows. */
@Component
class BookRows {

    private final Recording recording;
    private final DayTable days;
    private final YearTable years;
    private final HoursTable hours;
    private final HolidayTable holidays;

    BookRows(Recording recording, DayTable days, YearTable years, HoursTable hours, HolidayTable holidays) {
        this.recording = recording;
        this.days = days;
        this.years = years;
        this.hours = hours;
        this.holidays = holidays;
    }

    int latestVersion() {
        return recording.latestVersion();
    }

    CalendarBook read() {
        return new CalendarBook(
                recording.moments(),
                new CalendarBook.Layer(
                        days.history("calendar_day"), years.history("calendar_year"), hours.history("office_hours")),
                new CalendarBook.Layer(
                        days.history("own_day"), years.history("own_year"), hours.history("own_office_hours")),
                holidays.history());
    }
}

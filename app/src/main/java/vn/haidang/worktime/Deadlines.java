package vn.haidang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Reckons legal time on one calendar; pure. Civil Code 2015, Art. 146–148: the day of the event is not counted; a term
 * in days ends at 24:00 of its last day and moves on when that is a rest day; a month has the same day number, or ends
 * with its month.
 *
 * <p>Our own rules where the sources are silent:
 *
 * <ul>
 *   <li>What comes in outside office hours (lunch and the closing minute included) is received when the office next opens.
 *   <li>A limit in hours runs only in office hours, to the exact moment.
 *   <li>When a limit in days stops, the day it stops counts as used and the day it resumes does not, so a pause moves
 *       the end by the days after the one up to and including the other, and a pause within one day moves nothing.
 *   <li>A limit in months that was interrupted counts 30 days a month and 365 a year (Art. 146, terms that are not
 *       contiguous).
 *   <li>A same-day case that resumes is treated as received at that moment.
 *   <li>A pause begun after the end changes nothing: what is late stays late.
 * </ul>
 */
public final class Deadlines {

    private final WorkCalendar calendar;

    public Deadlines(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** When the claim is due, and why. Throws {@link UnknownOfficeHours} where no office hours are known. */
    public Deadline due(Claim claim) {
        return new Reckoning(calendar, claim).answer();
    }

    /** When something filed at this moment counts as received: at once in office hours, else when the office next opens. */
    public Instant receivedAt(Instant filed, String officeHours) {
        return calendar.nextWorkingInstant(filed, officeHours);
    }

    /** The office hours between two moments; zero when the second is not after the first. */
    public Duration worked(Instant from, Instant to, String officeHours) {
        LocalDateTime start = LocalDateTime.ofInstant(from, WorkCalendar.ZONE);
        LocalDateTime end = LocalDateTime.ofInstant(to, WorkCalendar.ZONE);
        long nanos = 0;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (OfficeHours.Span span : calendar.spans(day, officeHours)) {
                long opens = later(span.opens(), day, start);
                long closes = Math.min(
                        span.closes().toNanoOfDay(),
                        day.equals(end.toLocalDate()) ? end.toLocalTime().toNanoOfDay() : Long.MAX_VALUE);
                nanos += Math.max(0, closes - opens);
            }
        }
        return Duration.ofNanos(nanos);
    }

    /** The moment at which so much office time has passed since the start. */
    Instant after(Instant start, Duration time, String officeHours) {
        LocalDateTime from = LocalDateTime.ofInstant(start, WorkCalendar.ZONE);
        long left = time.toNanos();
        LocalDate lastOpen = from.toLocalDate();
        for (LocalDate day = lastOpen; ; day = day.plusDays(1)) {
            for (OfficeHours.Span span : calendar.spans(day, officeHours)) {
                lastOpen = day;
                long opens = later(span.opens(), day, from);
                long open = span.closes().toNanoOfDay() - opens;
                if (open > 0 && left <= open) {
                    return WorkCalendar.instant(day.atStartOfDay().plusNanos(opens + left));
                }
                left -= Math.max(0, open);
            }
            WorkCalendar.requireNear(lastOpen, day, officeHours);
        }
    }

    private static long later(LocalTime opens, LocalDate day, LocalDateTime start) {
        long open = opens.toNanoOfDay();
        return day.equals(start.toLocalDate())
                ? Math.max(open, start.toLocalTime().toNanoOfDay())
                : open;
    }
}

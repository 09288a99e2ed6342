package vn.haidang.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.LegalDuration.CalendarDays;
import vn.haidang.worktime.LegalDuration.Months;
import vn.haidang.worktime.LegalDuration.SameDay;
import vn.haidang.worktime.LegalDuration.WorkingDays;
import vn.haidang.worktime.LegalDuration.WorkingHours;

/** One claim being reckoned: first where a stretch would end, then what was met on the way as far as it was walked. */
final class Reckoning {

    private static final int DAYS_OF_YEAR = 365;
    private static final int DAYS_OF_MONTH = 30;
    private static final int MONTHS_OF_YEAR = 12;

    private final WorkCalendar calendar;
    private final Deadlines time;
    private final Claim claim;
    private final OfficeHours hours;
    private final Account account;

    Reckoning(WorkCalendar calendar, Claim claim) {
        this.calendar = calendar;
        this.time = new Deadlines(calendar);
        this.claim = claim;
        this.hours = calendar.officeHours(claim.officeHours());
        this.account = new Account(calendar);
    }

    Deadline answer() {
        Instant received = receive(claim.filed(), "filed");
        stateLimit(received);
        Instant start = received;
        LegalDuration left = claim.limit().duration();
        for (Pause pause : claim.knownPauses()) {
            if (!pause.from().isBefore(end(start, left))) {
                account.say("paused-after-due", new Term.Moment(pause.from()));
                break;
            }
            left = stop(start, left, pause);
            Instant to = pause.to();
            if (to == null) {
                account.say("still-paused");
                return answer(received, null, null, left);
            }
            start = receive(to, "resumed");
            goOn(pause);
        }
        Instant due = end(start, left);
        LocalDate dueDay = explain(start, left, due);
        return answer(received, due, dueDay, null);
    }

    private Deadline answer(
            Instant received, @Nullable Instant due, @Nullable LocalDate dueDay, @Nullable LegalDuration left) {
        return new Deadline(
                received,
                due,
                dueDay,
                left,
                account.unconfirmed(),
                account.unknownYears(),
                calendar.version(),
                account.derivation());
    }

    private Instant receive(Instant moment, String event) {
        Instant received = time.receivedAt(moment, claim.officeHours());
        if (received.equals(moment)) {
            account.say(event + "-in-hours", new Term.Moment(moment));
        } else {
            account.cite(
                    event + "-out-of-hours", hoursSource(received), new Term.Moment(moment), new Term.Moment(received));
        }
        account.meet(day(moment), day(received));
        return received;
    }

    private void stateLimit(Instant received) {
        String source = claim.limit().source();
        switch (claim.limit().duration()) {
            case WorkingHours(Duration length) -> {
                account.cite("limit-working-hours", source, wholeHours(length), minutes(length));
                account.cite("office-hours", hoursSource(received), new Term.Words(hours.name(), hours.nameEn()));
            }
            case WorkingDays(int days) -> account.cite("limit-working-days", source, new Term.Count(days));
            case CalendarDays(int days) -> account.cite("limit-days", source, new Term.Count(days));
            case Months(int months) -> account.cite("limit-months", source, new Term.Count(months));
            case SameDay(LocalTime cutoff) -> account.cite("limit-same-day", source, new Term.Time(cutoff));
        }
    }

    private Instant end(Instant start, LegalDuration left) {
        return switch (left) {
            case WorkingHours(Duration length) -> time.after(start, length, claim.officeHours());
            case WorkingDays(int days) -> endOf(workingDay(day(start), days));
            case CalendarDays(int days) ->
                endOf(calendar.workingDayFrom(day(start).plusDays(days)));
            case Months(int months) -> endOf(calendar.workingDayFrom(day(start).plusMonths(months)));
            case SameDay(LocalTime cutoff) -> closing(sameDay(start, cutoff));
        };
    }

    private void goOn(Pause pause) {
        switch (afterwards(pause)) {
            case RESUME -> account.cite("goes-on", source(pause));
            case RESTART -> account.cite("begins-anew", source(pause));
        }
    }

    /** Only a supplement may begin the time anew: a clock stopped by hand never gives more than was left. */
    private AfterSupplement afterwards(Pause pause) {
        return switch (pause.kind()) {
            case SUPPLEMENT -> claim.limit().afterSupplement();
            case BY_HAND -> AfterSupplement.RESUME;
        };
    }

    private @Nullable String source(Pause pause) {
        return switch (pause.kind()) {
            case SUPPLEMENT -> claim.limit().afterSupplementSource();
            case BY_HAND -> pause.legalBasis();
        };
    }

    /** What is left when the clock stops; writes down the stretch that was used. */
    private LegalDuration stop(Instant start, LegalDuration left, Pause pause) {
        account.cite(
                "paused",
                pause.legalBasis(),
                new Term.Moment(pause.from()),
                new Term.Words(pause.reason(), pause.reason()));
        meetUntil(day(pause.from()), day(start), left);
        if (afterwards(pause) == AfterSupplement.RESTART) {
            return claim.limit().duration();
        }
        return switch (left) {
            case WorkingHours(Duration length) -> stopHours(start, length, pause.from());
            case WorkingDays(int days) -> stopWorkingDays(day(start), days, day(pause.from()));
            case CalendarDays(int days) -> stopDays(day(start), days, day(pause.from()));
            case Months(int months) -> {
                int days = months / MONTHS_OF_YEAR * DAYS_OF_YEAR + months % MONTHS_OF_YEAR * DAYS_OF_MONTH;
                account.say("months-as-days", new Term.Count(months), new Term.Count(days));
                yield stopDays(day(start), days, day(pause.from()));
            }
            case SameDay same -> same;
        };
    }

    /** Meets the days by which the clock was still running when it stopped. */
    private void meetUntil(LocalDate stopped, LocalDate first, LegalDuration left) {
        LocalDate from = switch (left) {
            case CalendarDays(int days) -> first.plusDays(days);
            case Months(int months) -> first.plusMonths(months);
            case WorkingHours hoursLeft -> first.plusDays(1);
            case WorkingDays daysLeft -> first.plusDays(1);
            case SameDay same -> first.plusDays(1);
        };
        account.meet(from, stopped);
    }

    private WorkingHours stopHours(Instant start, Duration length, Instant stopped) {
        Duration used = time.worked(start, stopped, claim.officeHours());
        Duration rest = length.minus(used);
        account.say("used-working-hours", wholeHours(used), minutes(used), wholeHours(rest), minutes(rest));
        return new WorkingHours(rest);
    }

    private WorkingDays stopWorkingDays(LocalDate start, int days, LocalDate stopped) {
        int used = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(stopped); day = day.plusDays(1)) {
            used += calendar.isWorkingDay(day) ? 1 : 0;
        }
        account.say("used-working-days", new Term.Count(used), new Term.Count(days - used));
        return new WorkingDays(days - used);
    }

    private CalendarDays stopDays(LocalDate start, int days, LocalDate stopped) {
        int used = (int) Math.clamp(ChronoUnit.DAYS.between(start, stopped), 0, days);
        account.say("used-days", new Term.Count(used), new Term.Count(days - used));
        return new CalendarDays(days - used);
    }

    /** Writes down the last stretch and gives the day it ends on. */
    private LocalDate explain(Instant start, LegalDuration left, Instant due) {
        LocalDate first = day(start);
        return switch (left) {
            case WorkingHours(Duration length) -> {
                account.meet(first.plusDays(1), day(due));
                account.say("due-at", wholeHours(length), minutes(length), new Term.Moment(due));
                yield day(due);
            }
            case WorkingDays(int days) -> {
                LocalDate last = workingDay(first, days);
                account.say("first-day-not-counted", new Term.Day(first));
                account.meet(first.plusDays(1), last);
                account.say("counted-working-days", new Term.Count(days), new Term.Day(last));
                yield endOfDay(last);
            }
            case CalendarDays(int days) -> {
                account.say("first-day-not-counted", new Term.Day(first));
                account.say("counted-days", new Term.Count(days), new Term.Day(first.plusDays(days)));
                yield endOfDay(moveOn(first.plusDays(days)));
            }
            case Months(int months) -> {
                LocalDate last = first.plusMonths(months);
                account.say("first-day-not-counted", new Term.Day(first));
                account.say(
                        last.getDayOfMonth() == first.getDayOfMonth() ? "counted-months" : "counted-months-to-last-day",
                        new Term.Count(months),
                        new Term.Day(last));
                yield endOfDay(moveOn(last));
            }
            case SameDay(LocalTime cutoff) -> {
                LocalDate last = sameDay(start, cutoff);
                String code = last.equals(first) ? "within-the-day" : "after-cutoff";
                account.say(code, new Term.Time(cutoff), new Term.Day(last));
                account.meet(first.plusDays(1), last);
                account.cite("due-at-closing", hoursSource(due), new Term.Moment(due));
                yield last;
            }
        };
    }

    private LocalDate moveOn(LocalDate nominal) {
        LocalDate last = calendar.workingDayFrom(nominal);
        account.meet(nominal, last);
        if (!last.equals(nominal)) {
            account.say("moved-to-working-day", new Term.Day(last));
        }
        return last;
    }

    private LocalDate endOfDay(LocalDate last) {
        account.say("due-at-end-of-day", new Term.Day(last));
        return last;
    }

    private LocalDate workingDay(LocalDate start, int days) {
        LocalDate day = start;
        for (int counted = 0; counted < days; counted++) {
            day = calendar.nextWorkingDay(day);
        }
        return day;
    }

    private LocalDate sameDay(Instant start, LocalTime cutoff) {
        LocalDateTime local = LocalDateTime.ofInstant(start, WorkCalendar.ZONE);
        return local.toLocalTime().isAfter(cutoff) ? calendar.nextWorkingDay(local.toLocalDate()) : local.toLocalDate();
    }

    private Instant closing(LocalDate day) {
        List<OfficeHours.Span> spans = calendar.spans(day, claim.officeHours());
        if (spans.isEmpty()) {
            throw new UnknownOfficeHours(claim.officeHours(), day);
        }
        return WorkCalendar.instant(day.atTime(spans.getLast().closes()));
    }

    /** The document behind the hours in which this moment lies, its very end included. */
    private @Nullable String hoursSource(Instant moment) {
        List<OfficeHours.Span> spans = calendar.spans(day(moment), claim.officeHours());
        return spans.isEmpty() ? null : spans.getFirst().source();
    }

    private static Instant endOf(LocalDate day) {
        return WorkCalendar.instant(day.plusDays(1).atStartOfDay());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkCalendar.ZONE);
    }

    private static Term wholeHours(Duration length) {
        return new Term.Count((int) length.toHours());
    }

    private static Term minutes(Duration length) {
        return new Term.Count(length.toMinutesPart());
    }
}

package vn.haidang.casework.web.procedure;

import java.time.Duration;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.LegalDuration;

/** A time limit as people say it. */
final class DurationWords {

    private DurationWords() {}

    static String of(LegalDuration duration, Screen screen) {
        return switch (duration) {
            case LegalDuration.WorkingHours(Duration time) -> hours(time, screen);
            case LegalDuration.WorkingDays(int days) -> screen.say("casework.duration.working-days", days);
            case LegalDuration.CalendarDays(int days) -> screen.say("casework.duration.days", days);
            case LegalDuration.Months(int months) -> screen.say("casework.duration.months", months);
            case LegalDuration.SameDay(var cutoff) -> screen.say("casework.duration.same-day", cutoff.toString());
        };
    }

    private static String hours(Duration time, Screen screen) {
        return time.toMinutesPart() == 0
                ? screen.say("casework.duration.hours", time.toHours())
                : screen.say("casework.duration.minutes", time.toMinutes());
    }
}

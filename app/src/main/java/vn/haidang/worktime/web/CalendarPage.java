package vn.haidang.worktime.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.FieldError;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.DayKind;
import vn.haidang.worktime.internal.YearRow;

/**
 * One year of the calendar.
 *
 * @param row what is known of its notice; null where nothing is
 * @param own whether an administrator declared that
 * @param known the day whose knowledge is shown; null for what is known now, which alone can be changed
 */
public record CalendarPage(
        int year,
        List<Integer> years,
        boolean official,
        @Nullable YearRow row,
        boolean own,
        long workingDays,
        List<Line> days,
        @Nullable LocalDate known,
        String typed,
        List<FieldError> errors,
        boolean done) {

    /**
     * One day that differs from a plain week.
     *
     * @param own whether an administrator declared it
     * @param confidence empty where it is computed from the law because the year has no notice
     */
    public record Line(CalendarDay day, boolean works, boolean own, String confidence) {

        public String colour() {
            return works ? "blue" : "grey";
        }

        public boolean pending() {
            return day.kind() == DayKind.PENDING;
        }
    }

    public static String kind(DayKind kind) {
        return "worktime.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package vn.haidang.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days whose figures belong to one report, both ends included.
 *
 * @param kind null for a free period, which only its days name
 * @param year the year it is named after, whatever year it begins in; of a free one, the year it ends in
 * @param number counts from 1 within its year
 */
public record ReportingPeriod(@Nullable PeriodKind kind, int year, int number, LocalDate first, LocalDate last) {
    public ReportingPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period ends before it begins: " + first + " – " + last);
        }
    }

    /** Days that whoever orders a report sets (thematic and ad-hoc reports: Decree 09/2019/NĐ-CP, Art. 8). */
    public static ReportingPeriod free(LocalDate first, LocalDate last) {
        return new ReportingPeriod(null, last.getYear(), 1, first, last);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * How many working days lie between the closing of the figures and the day the report is due; the decree wants one at least
     * (Decree 09/2019/NĐ-CP, Art. 8), yet some regimes set a day before the closing: then there are none.
     */
    public int workingDaysUntil(LocalDate due, WorkCalendar calendar) {
        return calendar.workingDaysBetween(last, due);
    }
}

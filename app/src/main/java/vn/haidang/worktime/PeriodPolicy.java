package vn.haidang.worktime;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import vn.haidang.ui.Problem;

/**
 * How a reporting regime cuts time: each kind of period closes on a day of its last month, and begins the day after the closing
 * before it. Decree 09/2019/NĐ-CP, Art. 12 closes on the 14th, so November is 15 October to 14 November; statistics close with
 * the month. Pure.
 *
 * @param closingDays by kind; 31 closes with the last day of any month; a kind that is missing the regime does not fix
 */
public record PeriodPolicy(String code, String name, String nameEn, Map<PeriodKind, Integer> closingDays) {

    private static final int NOT_FOUND = 404;

    public PeriodPolicy {
        closingDays = Map.copyOf(closingDays);
    }

    /** Whether the regime fixes this kind of period; the decree leaves nine months to whoever orders the report. */
    public boolean fixes(PeriodKind kind) {
        return closingDays.containsKey(kind);
    }

    /**
     * One period, by the year it is named after.
     *
     * @throws vn.haidang.ui.ProblemException {@code worktime/period-not-fixed}, {@code worktime/no-such-period}
     */
    public ReportingPeriod period(PeriodKind kind, int year, int number) {
        int closingDay = closingDay(kind);
        if (number < 1 || number > kind.perYear()) {
            throw Problem.of("worktime/no-such-period", NOT_FOUND, number, Integer.toString(year))
                    .exception();
        }
        YearMonth end = YearMonth.of(year, number * kind.months());
        YearMonth before = end.minusMonths(kind.months());
        return new ReportingPeriod(
                kind, year, number, closing(before, closingDay).plusDays(1), closing(end, closingDay));
    }

    /**
     * The period a day belongs to; empty for a day after the nine months of its year.
     *
     * @throws vn.haidang.ui.ProblemException {@code worktime/period-not-fixed}
     */
    public Optional<ReportingPeriod> containing(PeriodKind kind, LocalDate day) {
        int closingDay = closingDay(kind);
        YearMonth month = YearMonth.from(day);
        if (day.isAfter(closing(month, closingDay))) {
            month = month.plusMonths(1);
        }
        int number = (month.getMonthValue() - 1) / kind.months() + 1;
        return number > kind.perYear() ? Optional.empty() : Optional.of(period(kind, month.getYear(), number));
    }

    /** The one after it; over New Year where the year has no more. */
    public ReportingPeriod next(ReportingPeriod period) {
        PeriodKind kind = kind(period);
        return period.number() < kind.perYear()
                ? period(kind, period.year(), period.number() + 1)
                : period(kind, period.year() + 1, 1);
    }

    /** The one before it, to compare with. */
    public ReportingPeriod previous(ReportingPeriod period) {
        PeriodKind kind = kind(period);
        return period.number() > 1
                ? period(kind, period.year(), period.number() - 1)
                : period(kind, period.year() - 1, kind.perYear());
    }

    private PeriodKind kind(ReportingPeriod period) {
        PeriodKind kind = period.kind();
        if (kind == null) {
            throw Problem.of("worktime/period-not-fixed", NOT_FOUND, code).exception();
        }
        return kind;
    }

    private int closingDay(PeriodKind kind) {
        Integer day = closingDays.get(kind);
        if (day == null) {
            throw Problem.of("worktime/period-not-fixed", NOT_FOUND, code).exception();
        }
        return day;
    }

    private static LocalDate closing(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}

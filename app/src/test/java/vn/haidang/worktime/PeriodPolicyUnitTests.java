package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haidang.ui.ProblemException;

class PeriodPolicyUnitTests {

    private static final PeriodPolicy DECREE = shipped("decree-09-2019");
    private static final PeriodPolicy LOCAL = shipped("local");
    private static final PeriodPolicy CALENDAR = shipped("calendar");

    @ParameterizedTest
    @CsvSource({
        "MONTH,   2020, 11, 2020-10-15, 2020-11-14",
        "MONTH,   2021, 1,  2020-12-15, 2021-01-14",
        "QUARTER, 2020, 4,  2020-09-15, 2020-12-14",
        "QUARTER, 2021, 1,  2020-12-15, 2021-03-14",
        "HALF,    2021, 1,  2020-12-15, 2021-06-14",
        "HALF,    2021, 2,  2021-06-15, 2021-12-14",
        "YEAR,    2021, 1,  2020-12-15, 2021-12-14",
    })
    void closesWhereTheDecreeSays(PeriodKind kind, int year, int number, LocalDate first, LocalDate last) {
        assertThat(DECREE.period(kind, year, number)).isEqualTo(new ReportingPeriod(kind, year, number, first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,       2024, 2, 2024-02-01, 2024-02-29",
        "MONTH,       2025, 2, 2025-02-01, 2025-02-28",
        "QUARTER,     2025, 2, 2025-04-01, 2025-06-30",
        "HALF,        2025, 2, 2025-07-01, 2025-12-31",
        "NINE_MONTHS, 2025, 1, 2025-01-01, 2025-09-30",
        "YEAR,        2025, 1, 2025-01-01, 2025-12-31",
    })
    void closesStatisticsWithTheMonth(PeriodKind kind, int year, int number, LocalDate first, LocalDate last) {
        assertThat(CALENDAR.period(kind, year, number)).isEqualTo(new ReportingPeriod(kind, year, number, first, last));
    }

    @Test
    void leavesNineMonthsToWhoeverOrdersTheReport() {
        assertThat(DECREE.fixes(PeriodKind.NINE_MONTHS)).isFalse();
        assertThatThrownBy(() -> DECREE.period(PeriodKind.NINE_MONTHS, 2023, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("worktime/period-not-fixed"));
        assertThat(LOCAL.period(PeriodKind.NINE_MONTHS, 2023, 1))
                .isEqualTo(new ReportingPeriod(
                        PeriodKind.NINE_MONTHS, 2023, 1, LocalDate.of(2022, 12, 15), LocalDate.of(2023, 9, 14)));
        assertThat(LOCAL.containing(PeriodKind.NINE_MONTHS, LocalDate.of(2023, 9, 15)))
                .isEmpty();
    }

    @Test
    void takesFreeDaysAsTheyAreOrdered() {
        var ordered = ReportingPeriod.free(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 3, 31));

        assertThat(ordered.contains(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(ordered.contains(LocalDate.of(2026, 4, 1))).isFalse();
        assertThatThrownBy(() -> ReportingPeriod.free(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 6, 30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 0", "MONTH, 13", "QUARTER, 5", "HALF, 3", "YEAR, 2", "NINE_MONTHS, 2"})
    void knowsNoMorePeriodsThanAYearHas(PeriodKind kind, int number) {
        assertThatThrownBy(() -> CALENDAR.period(kind, 2025, number))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("worktime/no-such-period"));
    }

    @ParameterizedTest
    @CsvSource({
        // two working days after the closing, as one province sets it
        "2023-11, 2023-11-17, 2",
        // day 15 leaves none, though the closing is the day before
        "2023-11, 2023-11-15, 0",
        // a regime may want the report before its figures close
        "2023-11, 2023-11-06, 0",
        // Tết lies between
        "2026-02, 2026-02-25, 2",
    })
    void countsTheWorkingDaysBetweenClosingAndReport(YearMonth month, LocalDate due, int workingDays) {
        var period = DECREE.period(PeriodKind.MONTH, month.getYear(), month.getMonthValue());

        assertThat(period.workingDaysUntil(due, ShippedCalendar.read())).isEqualTo(workingDays);
    }

    private static PeriodPolicy shipped(String code) {
        Map<PeriodKind, Integer> closing = new EnumMap<>(PeriodKind.class);
        for (CSVRecord row : ShippedCalendar.rows("period_policy")) {
            if (row.get("code").equals(code)) {
                var kind = PeriodKind.valueOf(row.get("kind").replace('-', '_').toUpperCase(java.util.Locale.ROOT));
                closing.put(kind, row.get("closing_day").equals("last") ? 31 : Integer.valueOf(row.get("closing_day")));
            }
        }
        return new PeriodPolicy(code, code, code, closing);
    }
}

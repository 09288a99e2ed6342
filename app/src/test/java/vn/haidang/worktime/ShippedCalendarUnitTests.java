package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped calendar keeps the rules by which notices are made, whatever a list somewhere says. */
class ShippedCalendarUnitTests {

    private static final WorkCalendar CALENDAR = ShippedCalendar.read();

    @ParameterizedTest
    @CsvSource({
        "2020, 10",
        "2021, 11",
        "2022, 11",
        "2023, 11",
        "2024, 11",
        "2025, 11",
        "2026, 12",
    })
    void hasAsManyHolidaysAsTheLawOfTheYear(int year, int holidays) {
        assertThat(of(year, DayKind.HOLIDAY)).hasSize(holidays);
        assertThat(CALENDAR.isOfficial(year)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void givesADayBackForEveryHolidayOnAWeekendAndASaturdayForEverySwap(int year) {
        var onWeekends = of(year, DayKind.HOLIDAY).stream()
                .filter(WorkCalendar::isWeekend)
                .toList();

        assertThat(of(year, DayKind.COMPENSATORY)).hasSameSizeAs(onWeekends).noneMatch(WorkCalendar::isWeekend);
        assertThat(of(year, DayKind.SWAP_WORK))
                .hasSameSizeAs(of(year, DayKind.SWAP_OFF))
                .allMatch(WorkCalendar::isWeekend);
        assertThat(of(year, DayKind.SWAP_OFF)).noneMatch(WorkCalendar::isWeekend);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-23, 2020-01-29",
        "2021-02-10, 2021-02-16",
        "2022-01-29, 2022-02-06",
        "2022-04-30, 2022-05-03",
        "2023-01-20, 2023-01-26",
        "2023-04-29, 2023-05-03",
        "2023-09-01, 2023-09-04",
        "2024-02-08, 2024-02-14",
        "2025-01-25, 2025-02-02",
        "2026-02-14, 2026-02-22",
        "2026-08-29, 2026-09-02",
    })
    void isClosedFromTheFirstDayToTheLastOfTheGreatHolidays(LocalDate first, LocalDate last) {
        assertThat(first.datesUntil(last.plusDays(1))).noneMatch(CALENDAR::isWorkingDay);
        assertThat(CALENDAR.nextWorkingDay(last)).isEqualTo(last.plusDays(1));
    }

    @Test
    void proposesTheYearWithoutANotice() {
        assertThat(CALENDAR.isOfficial(2027)).isFalse();
        assertThat(LocalDate.of(2027, 2, 5).datesUntil(LocalDate.of(2027, 2, 12)))
                .noneMatch(CALENDAR::isWorkingDay);
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 4, 16))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 5, 3))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 5, 4))).isTrue();
        assertThat(of(2027, DayKind.PENDING)).containsExactly(LocalDate.of(2027, 9, 1), LocalDate.of(2027, 9, 3));
    }

    private static List<LocalDate> of(int year, DayKind kind) {
        return CALENDAR.named(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .filter(day -> day.kind() == kind)
                .map(CalendarDay::date)
                .toList();
    }
}

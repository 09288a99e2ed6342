package vn.haidang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haidang.worktime.ShippedCalendar.STANDARD;
import static vn.haidang.worktime.ShippedCalendar.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haidang.ui.ProblemException;

class DeadlinesUnitTests {

    private static final WorkCalendar CALENDAR = ShippedCalendar.read();
    private final Deadlines deadlines = new Deadlines(CALENDAR);

    @ParameterizedTest
    @CsvSource({
        "2026-01-08, 3wd,  2026-01-12, false",
        "2026-02-13, 5wd,  2026-02-27, false",
        "2026-04-24, 3wd,  2026-05-04, false",
        "2026-04-28, 3wd,  2026-05-05, false",
        "2026-08-21, 5wd,  2026-08-27, true",
        "2026-08-28, 3wd,  2026-09-07, true",
        "2026-11-20, 3wd,  2026-11-26, true",
        "2026-12-31, 1wd,  2027-01-04, true",
        "2024-04-26, 3wd,  2024-05-04, false",
        "2025-04-25, 2wd,  2025-04-28, false",
        "2026-02-06, 10d,  2026-02-23, false",
        "2026-01-30, 1m,   2026-03-02, false",
        "2026-03-31, 1m,   2026-05-04, false",
        "2026-05-04, 12m,  2027-05-04, true",
        "2026-12-23, 10d,  2027-01-04, true",
        "2026-12-21, 10d,  2026-12-31, false",
    })
    void countsTheDaysTheLawCounts(LocalDate received, String duration, LocalDate due, boolean provisional) {
        var deadline = deadlines.due(claim(received + "T09:00", duration));

        assertThat(deadline.dueDay()).isEqualTo(due);
        assertThat(deadline.due()).isEqualTo(at(due.plusDays(1) + "T00:00"));
        assertThat(deadline.provisional()).isEqualTo(provisional);
    }

    @Test
    void countsTheWorkingDaysOfTheYear2026() {
        var days = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1));

        assertThat(days.filter(CALENDAR::isWorkingDay)).hasSize(249);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-08T09:00, 2026-01-08T09:00",
        "2026-01-08T08:00, 2026-01-08T08:00",
        "2026-01-08T07:59, 2026-01-08T08:00",
        "2026-01-08T12:00, 2026-01-08T13:00",
        "2026-01-08T17:00, 2026-01-09T08:00",
        "2026-01-08T22:00, 2026-01-09T08:00",
        "2026-01-09T22:00, 2026-01-10T08:00",
        "2026-01-10T22:00, 2026-01-12T08:00",
        "2026-02-13T17:30, 2026-02-23T08:00",
    })
    void receivesWhenTheOfficeIsOpen(String filed, String received) {
        assertThat(deadlines.receivedAt(at(filed), STANDARD)).isEqualTo(at(received));
        assertThat(deadlines.due(claim(filed, "1wd")).receivedAt()).isEqualTo(at(received));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T09:00,    2026-03-05T17:00",
        "2026-03-05T15:00,    2026-03-05T17:00",
        "2026-03-05T15:00:01, 2026-03-06T17:00",
        "2026-03-05T22:00,    2026-03-06T17:00",
        "2026-03-06T16:00,    2026-03-09T17:00",
        "2026-03-06T22:00,    2026-03-09T17:00",
        "2026-04-29T15:30,    2026-05-04T17:00",
    })
    void finishesSameDayProceduresWithTheOfficeHours(String filed, String due) {
        assertThat(deadlines.due(claim(filed, "same-day@15:00")).due()).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T15:00, 8wh,   2026-03-06T15:00",
        "2026-03-05T08:00, 4wh,   2026-03-05T12:00",
        "2026-03-05T08:00, 8wh,   2026-03-05T17:00",
        "2026-03-05T11:30, 90wm,  2026-03-05T14:00",
        "2026-03-06T22:00, 1wh,   2026-03-09T09:00",
        "2026-01-09T16:00, 2wh,   2026-01-10T09:00",
        "2026-03-05T08:00, 800wh, 2026-07-27T17:00",
    })
    void countsHoursOnlyWhileTheOfficeIsOpen(String filed, String duration, String due) {
        assertThat(deadlines.due(claim(filed, duration)).due()).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        // a pause within one day moves nothing
        "2026-03-02T09:00, 3wd, 2026-03-03T10:00, 2026-03-03T11:00, 2026-03-06T00:00",
        // Tuesday counts as used, Friday (supplemented on Thursday night) does not
        "2026-03-02T09:00, 3wd, 2026-03-03T10:00, 2026-03-05T22:00, 2026-03-11T00:00",
        // stopped on the very last day, resumed on Tuesday: due by the end of that day
        "2026-03-02T09:00, 3wd, 2026-03-05T10:00, 2026-03-10T10:00, 2026-03-11T00:00",
        // stopped on the day of receipt: nothing is used
        "2026-03-02T09:00, 3wd, 2026-03-02T10:00, 2026-03-04T10:00, 2026-03-10T00:00",
        // a pause that begins after the end changes nothing
        "2026-03-02T09:00, 3wd, 2026-03-06T00:00, 2026-03-09T10:00, 2026-03-06T00:00",
        "2026-03-02T09:00, 8wh, 2026-03-02T11:00, 2026-03-04T22:00, 2026-03-05T15:00",
        "2026-03-02T09:00, 8wh, 2026-03-02T11:20, 2026-03-04T08:10, 2026-03-04T14:50",
        "2026-03-02T09:00, 10d, 2026-03-05T10:00, 2026-03-10T10:00, 2026-03-18T00:00",
        "2026-03-02T09:00, 1m,  2026-03-05T10:00, 2026-03-05T11:00, 2026-04-02T00:00",
        "2026-03-02T09:00, same-day@15:00, 2026-03-02T10:00, 2026-03-04T14:00, 2026-03-04T17:00",
        "2026-03-02T09:00, same-day@15:00, 2026-03-02T10:00, 2026-03-04T15:30, 2026-03-05T17:00",
    })
    void goesOnAfterASupplementWithTheTimeThatWasLeft(
            String filed, String duration, String from, String to, String due) {
        var claim = claim(filed, duration, AfterSupplement.RESUME, pause(from, to));

        assertThat(deadlines.due(claim).due()).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "3wd, 2026-03-05T22:00, 2026-03-12T00:00",
        "8wh, 2026-03-05T22:00, 2026-03-06T17:00",
        "1m,  2026-03-05T10:00, 2026-04-07T00:00",
        "same-day@15:00, 2026-03-05T15:30, 2026-03-06T17:00",
    })
    void beginsAnewAfterASupplementWhereTheProcedureSaysSo(String duration, String to, String due) {
        var claim = claim("2026-03-02T09:00", duration, AfterSupplement.RESTART, pause("2026-03-02T10:00", to));

        assertThat(deadlines.due(claim).due()).isEqualTo(at(due));
        assertThat(codes(deadlines.due(claim))).contains("begins-anew");
    }

    @Test
    void standsStillWhileASupplementIsAwaited() {
        var deadline = deadlines.due(
                claim("2026-03-02T09:00", "3wd", AfterSupplement.RESUME, pause("2026-03-03T10:00", null)));

        assertThat(deadline.paused()).isTrue();
        assertThat(deadline.dueDay()).isNull();
        assertThat(deadline.remaining()).isEqualTo(new LegalDuration.WorkingDays(2));
        assertThat(codes(deadline)).endsWith("paused", "used-working-days", "still-paused");
    }

    @Test
    void knowsOnlyWhatHadHappenedByTheMomentAsked() {
        var claim =
                claim("2026-03-02T09:00", "3wd", AfterSupplement.RESUME, pause("2026-03-03T10:00", "2026-03-05T10:00"));

        var before = deadlines.due(
                new Claim(claim.filed(), claim.limit(), claim.officeHours(), claim.pauses(), at("2026-03-03T09:00")));
        var during = deadlines.due(
                new Claim(claim.filed(), claim.limit(), claim.officeHours(), claim.pauses(), at("2026-03-04T09:00")));
        var after = deadlines.due(claim);

        assertThat(before.dueDay()).isEqualTo("2026-03-05");
        assertThat(during.paused()).isTrue();
        assertThat(after.dueDay()).isEqualTo("2026-03-09");
    }

    @Test
    void namesTheDaysAndYearsThatAreNotOfficial() {
        var unconfirmed = deadlines.due(claim("2026-08-28T09:00", "3wd"));
        var unknown = deadlines.due(claim("2026-12-31T09:00", "1wd"));

        assertThat(unconfirmed.unconfirmed()).containsExactly(LocalDate.of(2026, 8, 31));
        assertThat(unconfirmed.unknownYears()).isEmpty();
        assertThat(unknown.unknownYears()).containsExactly(2027);
        assertThat(codes(unknown)).containsSubsequence("unknown-year", "off", "weekly-rests", "due-at-end-of-day");
    }

    @Test
    void computesCompensatoryDaysOfAYearWithoutNoticeFromTheFixedHolidays() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2028, 1, 3))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2028, 1, 4))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2028, 5, 2))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2023, 11, 24))).isTrue();
        assertThat(CALENDAR.isOfficial(2028)).isFalse();
    }

    @Test
    void stopsWhereNoOfficeHoursAreKnown() {
        refused(
                () -> deadlines.due(claim("2019-12-30T09:00", "1wd")),
                "worktime/office-hours-gap",
                STANDARD,
                "30/12/2019");
        refused(
                () -> deadlines.receivedAt(at("2026-03-02T09:00"), "elsewhere"),
                "worktime/unknown-office-hours",
                "elsewhere");
    }

    @Test
    void stopsWhereOfficeHoursLeaveAGapOnTheWay() {
        var before = LocalDate.of(2026, 4, 1);
        var after = LocalDate.of(2026, 4, 13);
        var gap = new Deadlines(onMondays(span(LocalDate.of(2026, 1, 1), before), span(after, null)));

        assertThat(gap.due(claim("2026-03-23T09:00", "3wh")).due()).isEqualTo(at("2026-03-23T12:00"));
        refused(() -> gap.due(claim("2026-03-30T09:00", "8wh")), "worktime/office-hours-gap", STANDARD, "01/04/2026");
        refused(
                () -> gap.worked(at("2026-03-30T09:00"), at("2026-04-20T09:00"), STANDARD),
                "worktime/office-hours-gap",
                STANDARD,
                "01/04/2026");
    }

    @Test
    void stopsInAYearOfWhichNothingIsKnown() {
        var hours = new OfficeHours(STANDARD, "giờ", "hours", List.of(span(LocalDate.of(1990, 1, 1), null)));
        var calendar = new WorkCalendar(1, List.of(), Set.of(), List.of(), List.of(hours));

        refused(() -> new Deadlines(calendar).due(claim("1998-03-02T09:00", "1wd")), "worktime/unknown-year", "1998");
    }

    @Test
    void refusesWhatAClockSetBackWouldSay() {
        refused(
                () -> claim("2026-03-02T09:00", "3wd", AfterSupplement.RESUME, pause("2026-03-01T10:00", null)),
                "worktime/clock-set-back",
                "10:00:00 01/03/2026",
                "9:00:00 02/03/2026");
        refused(
                () -> pause("2026-03-05T10:00", "2026-03-05T09:59:59"),
                "worktime/clock-set-back",
                "9:59:59 05/03/2026",
                "10:00:00 05/03/2026");
        refused(
                () -> claim("2026-03-02T09:00", "3wd").with(List.of(), at("2026-03-02T08:00")),
                "worktime/clock-set-back",
                "8:00:00 02/03/2026",
                "9:00:00 02/03/2026");
    }

    @Test
    void refusesPausesThatOverlap() {
        assertThatThrownBy(() -> claim(
                        "2026-03-02T09:00",
                        "3wd",
                        AfterSupplement.RESUME,
                        pause("2026-03-03T10:00", "2026-03-05T10:00"),
                        pause("2026-03-04T10:00", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheHoursOfTheSeason() {
        var closes = CALENDAR.spans(LocalDate.of(2024, 10, 31), "hai-duong").getLast();
        var later = CALENDAR.spans(LocalDate.of(2024, 11, 1), "hai-duong").getLast();

        assertThat(closes.closes()).isEqualTo("17:00");
        assertThat(later.closes()).isEqualTo("16:30");
        assertThat(CALENDAR.spans(LocalDate.of(2025, 3, 31), "hai-duong")
                        .getFirst()
                        .opens())
                .isEqualTo("07:30");
        assertThat(CALENDAR.spans(LocalDate.of(2025, 4, 1), "hai-duong")
                        .getFirst()
                        .opens())
                .isEqualTo("07:00");
        refused(
                () -> CALENDAR.spans(LocalDate.of(2025, 7, 1), "hai-duong"),
                "worktime/office-hours-gap",
                "hai-duong",
                "01/07/2025");
    }

    @Test
    void countsAPendingDayAsItsWeekdaySaysAndNamesIt() {
        var deadline = deadlines.due(claim("2026-11-20T09:00", "3wd"));

        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(deadline.unconfirmed()).containsExactly(LocalDate.of(2026, 11, 23));
        assertThat(codes(deadline)).contains("pending-work").doesNotContain("unconfirmed");
        assertThat(deadlines.due(claim("2026-11-24T09:00", "3wd")).provisional())
                .isFalse();
    }

    @Test
    void measuresOfficeTimeBetweenTwoMoments() {
        assertThat(deadlines.worked(at("2026-03-05T11:30"), at("2026-03-06T08:15"), STANDARD))
                .isEqualTo(Duration.ofMinutes(30 + 240 + 15));
        assertThat(deadlines.worked(at("2026-03-06T11:30"), at("2026-03-05T08:15"), STANDARD))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"8wh", "90wm", "wPT1H0.5S", "3wd", "0wd", "10d", "1m", "same-day@15:00"})
    void readsTheDurationsItPrints(String code) {
        assertThat(LegalDuration.parse(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"3", "wd", "-1wd", "3 wd", "3y", "''"})
    void refusesWhatIsNoDuration(String code) {
        assertThatThrownBy(() -> LegalDuration.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(ThrowingCallable call, String code, Object... named) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.problem().arguments()).containsExactly(named);
        });
    }

    private static OfficeHours.Span span(LocalDate from, @Nullable LocalDate to) {
        return new OfficeHours.Span(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0), from, to, null, "x");
    }

    private static WorkCalendar onMondays(OfficeHours.Span... spans) {
        return new WorkCalendar(
                1,
                List.of(),
                Set.of(2026),
                List.of(),
                List.of(new OfficeHours(STANDARD, "giờ", "hours", List.of(spans))));
    }

    static Claim claim(String filed, String duration) {
        return Claim.filed(at(filed), TimeLimit.of(LegalDuration.parse(duration)), STANDARD);
    }

    static Claim claim(String filed, String duration, AfterSupplement after, Pause... pauses) {
        return new Claim(
                at(filed),
                new TimeLimit(LegalDuration.parse(duration), "Quyết định công bố", after, "tham số"),
                STANDARD,
                List.of(pauses),
                at("2026-12-31T00:00"));
    }

    static Pause pause(String from, @Nullable String to) {
        return new Pause(at(from), to == null ? null : at(to), "bổ sung hồ sơ", "NĐ 61/2018/NĐ-CP");
    }

    static Stream<String> codes(Deadline deadline) {
        return deadline.derivation().lines().stream().map(Derivation.Line::code);
    }
}

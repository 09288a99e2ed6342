package vn.haidang.worktime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.ReferenceData;
import vn.haidang.reference.Refusal;
import vn.haidang.reference.internal.CsvTable;
import vn.haidang.reference.internal.Refusals;
import vn.haidang.reference.spi.Importer;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicies;
import vn.haidang.worktime.ShippedCalendar;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

@ModuleTest
class CalendarLoadModuleTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);

    private final WorkCalendars calendars;
    private final PeriodPolicies policies;
    private final ReferenceData referenceData;
    private final List<Importer> importers;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    CalendarLoadModuleTests(
            WorkCalendars calendars,
            PeriodPolicies policies,
            ReferenceData referenceData,
            List<Importer> importers,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.calendars = calendars;
        this.policies = policies;
        this.referenceData = referenceData;
        this.importers = importers;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @BeforeEach
    @AfterEach
    void loadWhatIsShipped() {
        referenceData.load();
        for (String table : List.of("day", "year", "fixed_holiday", "office_hours")) {
            load(table, shipped(table));
        }
    }

    @Test
    void readsTheSameCalendarFromTheTablesAsFromTheFiles() {
        WorkCalendar stored = calendars.current();
        WorkCalendar shipped = ShippedCalendar.read();

        LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2032, 1, 1)).forEach(day -> {
            assertThat(stored.named(day)).isEqualTo(shipped.named(day));
            assertThat(stored.isOfficial(day.getYear())).isEqualTo(shipped.isOfficial(day.getYear()));
            assertThat(stored.spans(day, "standard")).isEqualTo(shipped.spans(day, "standard"));
            if (day.isBefore(LocalDate.of(2025, 7, 1))) {
                assertThat(stored.spans(day, "hai-duong")).isEqualTo(shipped.spans(day, "hai-duong"));
            }
        });
        assertThat(stored.version()).isPositive();
    }

    @Test
    void changesNothingWhenTheSameRowsAreLoadedAgain() {
        int before = calendars.current().version();

        loadWhatIsShipped();

        assertThat(calendars.current().version()).isEqualTo(before);
    }

    @Test
    void keepsTheCalendarAsItWasKnownWhenADayChanges() {
        WorkCalendar before = calendars.current();
        assertThat(before.isWorkingDay(MONDAY)).isFalse();

        load("day", daysWithoutTheMonday());

        WorkCalendar after = calendars.current();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.isWorkingDay(MONDAY)).isTrue();
        assertThat(calendars.asKnownOn(before.version()).isWorkingDay(MONDAY)).isFalse();
    }

    @Test
    void replaysAPromisedDayOnTheCalendarItWasPromisedWith() {
        var claim = Claim.filed(
                ShippedCalendar.at("2026-08-28T09:00"), TimeLimit.of(new LegalDuration.WorkingDays(3)), "standard");
        var promised = new Deadlines(calendars.current()).due(claim);

        load("day", daysWithoutTheMonday());

        assertThat(new Deadlines(calendars.current()).due(claim).dueDay()).isEqualTo("2026-09-04");
        assertThat(new Deadlines(calendars.asKnownOn(promised.calendarVersion())).due(claim))
                .isEqualTo(promised);
    }

    @Test
    void keepsNoVersionOfALoadThatWasRolledBack() {
        int before = calendars.current().version();

        transaction.executeWithoutResult(status -> {
            read("day", daysWithoutTheMonday(), new Refusals("day"));
            status.setRollbackOnly();
        });

        assertThat(calendars.current().version()).isEqualTo(before);
        assertThat(calendars.current().isWorkingDay(MONDAY)).isFalse();
        assertThatThrownBy(() -> calendars.asKnownOn(before + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesTheHoursOfOneSeasonOnly() {
        var summer = "standard,Giờ hành chính,Office hours,2026-04-01,,,,MON;TUE;WED;THU;FRI,07:00,11:30,x,I\n";

        load("office_hours", shipped("office_hours").replace("2020-01-01,,,,", "2020-01-01,2026-04-01,,,") + summer);

        assertThat(calendars.current().spans(LocalDate.of(2026, 3, 31), "standard"))
                .hasSize(2);
        assertThat(calendars.current().spans(LocalDate.of(2026, 4, 1), "standard"))
                .singleElement()
                .matches(span -> span.opens().getHour() == 7);
    }

    @Test
    void refusesCellsByNameAndGoesOn() {
        var refused = refusals(
                "office_hours",
                shipped("office_hours")
                        .replaceFirst("FRI", "DAY")
                        .replaceFirst("08:00", "eight")
                        .replaceFirst("17:00", "12:30"));

        assertThat(refused)
                .containsExactlyInAnyOrder("2 opens worktime.refused.time", "3 closes worktime.refused.closing");
        assertThat(refusals("office_hours", shipped("office_hours").replaceFirst("FRI", "DAY")))
                .containsExactly("2 weekdays worktime.refused.weekday");
        assertThat(refusals("fixed_holiday", shipped("fixed_holiday").replaceFirst("09-02", "13-40")))
                .containsExactly("5 day worktime.refused.month-day");
    }

    @Test
    void tellsWhatWasKnownOnAnyDayWhateverDayItWasLoaded() {
        var swapped = LocalDate.of(2024, 4, 29);
        var notice = LocalDate.of(2024, 4, 12);

        assertThat(calendars.asKnownOn(notice.minusDays(1)).isWorkingDay(swapped))
                .isTrue();
        assertThat(calendars.asKnownOn(notice).isWorkingDay(swapped)).isFalse();
        assertThat(calendars.asKnownOn(LocalDate.of(2025, 10, 16)).isOfficial(2026))
                .isFalse();
        assertThat(calendars.asKnownOn(LocalDate.of(2025, 10, 17)).isOfficial(2026))
                .isTrue();
        assertThat(calendars.asKnownOn(LocalDate.of(2020, 1, 1)).spans(LocalDate.of(2026, 3, 2), "standard"))
                .hasSize(2);
    }

    @Test
    void takesNoYearForOfficialOfWhichNoDayIsKnown() {
        assertThat(refusals("year", shipped("year") + "2029,official,,x,K\n"))
                .containsExactly("10 year worktime.refused.year-without-days");
        assertThat(refusals("day", shipped("day").replaceFirst("pending,(.*?),false", "pending,$1,true")))
                .hasSize(1)
                .allMatch(refusal -> refusal.endsWith("confirmed worktime.error.pending"));
    }

    @Test
    void refusesOfficeHoursThatLeaveAGapOrOverlap() {
        var row = "standard,Giờ hành chính,Office hours,%s,%s,,,MON;TUE;WED;THU;FRI,%s,%s,x,I\n";

        assertThat(refusals(
                        "office_hours",
                        header()
                                + row.formatted("2020-01-01", "2021-01-01", "08:00", "17:00")
                                + row.formatted("2021-02-01", "", "08:00", "17:00")))
                .containsExactly("2 valid_from worktime.refused.gap");
        assertThat(refusals(
                        "office_hours",
                        header()
                                + row.formatted("2020-01-01", "", "08:00", "12:00")
                                + row.formatted("2020-01-01", "", "11:00", "17:00")))
                .containsExactly("2 opens worktime.refused.overlap");
        assertThat(refusals(
                        "office_hours",
                        header()
                                + row.formatted("2020-01-01", "", "08:00", "12:00")
                                        .replace(",,,MON", ",04-01,,MON")))
                .containsExactly("2 season_to worktime.refused.half-season");
    }

    @Test
    void findsTheHoursOfAUnitAtTheNearestUnitThatHasSome() {
        var before = LocalDate.of(2025, 6, 30);

        assertThat(calendars.officeHoursOf(UnitId.ofKey("district-288"), before, "standard"))
                .isEqualTo("hai-duong");
        assertThat(calendars.officeHoursOf(UnitId.ofKey("province-30"), before, "standard"))
                .isEqualTo("hai-duong");
        assertThat(calendars.officeHoursOf(UnitId.ofKey("city-31"), before, "standard"))
                .isEqualTo("standard");
        assertThat(calendars.officeHoursOf(new UnitId(new java.util.UUID(0, 0)), before, "standard"))
                .isEqualTo("standard");
    }

    @Test
    void knowsThePoliciesInForceOnADay() {
        assertThat(policies.find("decree-09-2019", LocalDate.of(2019, 3, 11))).isEmpty();
        assertThat(policies.find("decree-09-2019", LocalDate.of(2019, 3, 12))
                        .orElseThrow()
                        .closingDays())
                .containsEntry(PeriodKind.MONTH, 14)
                .doesNotContainKey(PeriodKind.NINE_MONTHS);
        assertThat(policies.find("calendar", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .closingDays())
                .containsEntry(PeriodKind.NINE_MONTHS, 31);
        assertThat(refusals("period_policy", shipped("period_policy").replaceFirst(",14,", ",32,")))
                .containsExactly("2 closing_day worktime.refused.closing-day");
    }

    @Test
    void letsNoTwoKnownDaysShareADate() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into worktime.calendar_day (date, kind, name, name_en, confirmed, source, confidence, known)
                        values (:date, 'HOLIDAY', 'x', 'x', true, 'x', 'K', int4range(1, null))
                        """).param("date", MONDAY).update()).hasMessageContaining("calendar_day");
    }

    private List<String> refusals(String table, String csv) {
        var refusals = new Refusals(table);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                read(table, csv, refusals);
            } catch (DataIntegrityViolationException ofAStandIn) {
                assertThat(refusals.any()).isTrue();
            }
        });
        return refusals.list().stream().map(CalendarLoadModuleTests::brief).toList();
    }

    private static String brief(Refusal refusal) {
        return refusal.line() + " " + refusal.column() + " " + refusal.messageKey();
    }

    private void load(String table, String csv) {
        var refusals = new Refusals(table);
        transaction.executeWithoutResult(status -> read(table, csv, refusals));
        assertThat(refusals.list()).isEmpty();
    }

    private void read(String table, String csv, Refusals refusals) {
        var importer = importers.stream()
                .filter(one -> one.table().equals("worktime/" + table))
                .findFirst()
                .orElseThrow();
        importer.load(CsvTable.read(csv.getBytes(StandardCharsets.UTF_8), importer.columns(), refusals)
                .rows());
    }

    private static String header() {
        return shipped("office_hours").lines().findFirst().orElseThrow() + "\n";
    }

    private static String daysWithoutTheMonday() {
        return shipped("day").replaceFirst("(?m)^" + MONDAY + ".*\n", "");
    }

    private static String shipped(String table) {
        try {
            return new ClassPathResource("reference-data/worktime/" + table + ".csv")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.haidang.worktime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.journal.Actor;
import vn.haidang.reference.ReferenceData;
import vn.haidang.reference.internal.CsvTable;
import vn.haidang.reference.internal.Refusals;
import vn.haidang.worktime.ClockSetBack;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

@ModuleTest
class CalendarDeskModuleTests {

    private static final LocalDate MONDAY = LocalDate.of(2028, 5, 8);
    private static final Actor BY = Actor.account(UuidCreator.getTimeOrderedEpoch());

    private final CalendarDesk desk;
    private final WorkCalendars calendars;
    private final DayImporter days;
    private final ReferenceData referenceData;
    private final MovableClock clock;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    CalendarDeskModuleTests(
            CalendarDesk desk,
            WorkCalendars calendars,
            DayImporter days,
            ReferenceData referenceData,
            MovableClock clock,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.calendars = calendars;
        this.days = days;
        this.referenceData = referenceData;
        this.clock = clock;
        this.database = database;
        this.transaction = transaction;
    }

    @BeforeEach
    void beginAfterTheLastChange() {
        referenceData.load();
        Instant last = lastRecorded();
        if (clock.instant().isBefore(last)) {
            clock.moveTo(last.plusSeconds(60));
        }
    }

    @AfterEach
    void takeEverythingBack() {
        beginAfterTheLastChange();
        save(new CalendarEdit.ShippedDay(MONDAY));
        save(new CalendarEdit.ShippedYear(2028));
        save(new CalendarEdit.ShippedHours("tests", LocalDate.of(2028, 1, 1)));
        save(new CalendarEdit.ShippedHours("tests", LocalDate.of(2028, 6, 1)));
    }

    @Test
    void savesWhatWasShownAsANewVersionAndKeepsTheOldOne() {
        WorkCalendar before = calendars.current();

        WorkCalendar shown = desk.after(List.of(off(MONDAY)));
        save(off(MONDAY));

        WorkCalendar after = calendars.current();
        assertThat(after.version()).isEqualTo(before.version() + 1).isEqualTo(shown.version());
        assertThat(after.named(MONDAY)).isEqualTo(shown.named(MONDAY));
        assertThat(after.isWorkingDay(MONDAY)).isFalse();
        assertThat(calendars.asKnownOn(before.version()).isWorkingDay(MONDAY)).isTrue();
        assertThat(journalled("worktime/day-declared")).isPositive();
        assertThat(database.sql("select changed_by from worktime.calendar_version order by version desc limit 1")
                        .query(UUID.class)
                        .single())
                .isEqualTo(BY.id());
    }

    @Test
    void savesNothingTwiceAndSaysSo() {
        save(off(MONDAY));
        int version = calendars.current().version();
        long entries = journalled("worktime/day-declared");

        assertThat(desk.propose(List.of(off(MONDAY)), request).nothing()).isTrue();
        save(off(MONDAY));

        assertThat(calendars.current().version()).isEqualTo(version);
        assertThat(journalled("worktime/day-declared")).isEqualTo(entries);
    }

    @Test
    void savesNothingWhenTheCalendarChangedMeanwhile() {
        var shown = desk.propose(List.of(off(MONDAY)), request);
        save(new CalendarEdit.Year(new YearRow(2028, YearRow.DRAFT, null, "x", "H")));

        var again = desk.save(shown.edits(), shown.token(), false, BY, request);

        assertThat(again)
                .hasValueSatisfying(proposal -> assertThat(proposal.token()).isNotEqualTo(shown.token()));
        assertThat(calendars.current().isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void keepsWhatWasDeclaredWhenReferenceDataIsLoadedAnew() {
        save(off(MONDAY));
        String shipped = shipped();

        load(shipped + MONDAY + ",holiday,x,x,true,,x,K\n");
        assertThat(calendars.current().named(MONDAY)).satisfies(day -> {
            assertThat(day).isNotNull();
            assertThat(day.name()).isEqualTo("Nghỉ thử");
        });
        load(shipped);

        assertThat(calendars.current().isWorkingDay(MONDAY)).isFalse();
        save(new CalendarEdit.ShippedDay(MONDAY));
        assertThat(calendars.current().isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void makesADayPlainThatIsShippedAsSpecial() {
        var cultureDay = LocalDate.of(2026, 11, 24);

        assertThat(desk.after(List.of(day(cultureDay, DayRow.PLAIN))).isWorkingDay(cultureDay))
                .isTrue();
    }

    @Test
    void cutsHoursDeclaredBeforeByThoseDeclaredLater() {
        save(hours("2028-01-01", null, 8));
        save(hours("2028-06-01", "2028-07-01", 7));

        var hours = calendars.current().officeHours("tests");
        assertThat(opens(hours.on(LocalDate.of(2028, 5, 29), false))).isEqualTo(8);
        assertThat(opens(hours.on(LocalDate.of(2028, 6, 5), false))).isEqualTo(7);
        assertThat(opens(hours.on(LocalDate.of(2028, 7, 3), false))).isEqualTo(8);
        assertThat(hours.firstGap()).isEmpty();
        save(new CalendarEdit.ShippedHours("tests", LocalDate.of(2028, 7, 1)));
    }

    @Test
    void recordsNoChangeBeforeTheOneBeforeIt() {
        save(off(MONDAY));
        int version = calendars.current().version();
        clock.returnTo(lastRecorded().minusSeconds(1));

        assertThatThrownBy(() -> save(new CalendarEdit.ShippedDay(MONDAY))).isInstanceOf(ClockSetBack.class);
        assertThat(calendars.current().version()).isEqualTo(version);
    }

    private void save(CalendarEdit edit) {
        var proposal = desk.propose(List.of(edit), request);
        assertThat(desk.save(proposal.edits(), proposal.token(), false, BY, request))
                .isEmpty();
    }

    private static CalendarEdit off(LocalDate date) {
        return day(date, "SWAP_OFF");
    }

    private static CalendarEdit day(LocalDate date, String kind) {
        return new CalendarEdit.Day(new DayRow(date, kind, "Nghỉ thử", "A test", true, null, "x", "H"));
    }

    private static CalendarEdit hours(String from, @Nullable String to, int opens) {
        return new CalendarEdit.Hours(List.of(new HoursRow(
                "tests",
                "x",
                "x",
                1,
                LocalTime.of(opens, 0),
                LocalTime.of(17, 0),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "",
                "x",
                "H")));
    }

    private static int opens(List<OfficeHours.Span> spans) {
        return spans.getFirst().opens().getHour();
    }

    private Instant lastRecorded() {
        return database.sql("select max(recorded_at) from worktime.calendar_version")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private long journalled(String verb) {
        return database.sql("select count(*) from journal.entry where verb = :verb and actor_id = :by")
                .param("verb", verb)
                .param("by", BY.id())
                .query(Long.class)
                .single();
    }

    private void load(String csv) {
        var refusals = new Refusals("day");
        transaction.executeWithoutResult(
                status -> days.load(CsvTable.read(csv.getBytes(StandardCharsets.UTF_8), days.columns(), refusals)
                        .rows()));
        assertThat(refusals.list()).isEmpty();
    }

    private static String shipped() {
        try {
            return new ClassPathResource("reference-data/worktime/day.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.haidang.casework.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.StatementCount;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.CalendarChange;
import vn.haidang.worktime.CalendarDay;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.DayKind;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.ShippedCalendar;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.WorkCalendars;

@ModuleTest
class PromisedDatesModuleTests {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

    private final PromisedDates dates;
    private final Cases cases;
    private final WorkCalendars calendars;
    private final MovableClock clock;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    /** A desk of its own for every test. */
    private UnitId commune = new UnitId(UuidCreator.getTimeOrderedEpoch());

    private Reader officer = holder(Role.ONE_STOP_OFFICER);
    private Reader specialist = holder(Role.SPECIALIST);
    private final Reader administrator = new Reader(
            new AccountId(UuidCreator.getTimeOrderedEpoch()),
            "Quản trị",
            Set.of(new Reader.Holding(new UnitId(UuidCreator.getTimeOrderedEpoch()), Role.ADMINISTRATOR)));

    PromisedDatesModuleTests(
            PromisedDates dates,
            Cases cases,
            WorkCalendars calendars,
            MovableClock clock,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.dates = dates;
        this.cases = cases;
        this.calendars = calendars;
        this.clock = clock;
        this.database = database;
        this.transaction = transaction;
    }

    @BeforeEach
    void beginAfterEverythingWasFiled() {
        commune = new UnitId(UuidCreator.getTimeOrderedEpoch());
        officer = holder(Role.ONE_STOP_OFFICER);
        specialist = holder(Role.SPECIALIST);
        Instant morning = ShippedCalendar.at("2026-08-28T09:30");
        if (clock.instant().isBefore(morning)) {
            clock.moveTo(morning);
        }
    }

    @Test
    void listsExactlyThePromisesThatADayOffWouldMove() {
        var moved = open("3wd", "2026-03-02T09:00");
        var alsoMoved = open("8wh", "2026-03-03T15:00");
        open("1wd", "2026-03-02T09:00");
        open("3wd", "2026-03-04T18:00");
        open("30d", "2026-03-02T09:00");
        var paused = open("3wd", "2026-03-02T09:00");
        act(act(paused, "accept", officer), "ask-supplement", specialist);

        var outcome = ours(off(WEDNESDAY), officer);

        assertThat(outcome).extracting(PromisedDates.Moved::id).containsExactlyInAnyOrder(moved.id(), alsoMoved.id());
        assertThat(outcome.stream().filter(one -> one.id().equals(moved.id())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.promised()).isEqualTo(ShippedCalendar.at("2026-03-06T00:00"));
                    assertThat(one.due()).isEqualTo(ShippedCalendar.at("2026-03-07T00:00"));
                });
    }

    @Test
    void listsWhatReckoningEveryCaseAnewWouldFind() {
        var opened = IntStream.range(0, 40)
                .mapToObj(number -> open(
                        List.of("1wd", "3wd", "5wd", "12wh", "7d", "same-day@15:00")
                                .get(number % 6),
                        "2026-0" + (2 + number % 2) + "-" + (10 + number % 17) + "T" + (10 + number % 10) + ":30"))
                .toList();
        for (var change : List.of(off(LocalDate.of(2026, 3, 17)), worked(LocalDate.of(2026, 2, 28)))) {
            Map<CaseId, Instant> anew = opened.stream()
                    .filter(one -> !requireNonNull(one.dueAt()).equals(reckoned(one, change.after())))
                    .collect(Collectors.toMap(CaseSummary::id, one -> reckoned(one, change.after())));

            assertThat(ours(change, officer).stream()
                            .collect(Collectors.toMap(PromisedDates.Moved::id, PromisedDates.Moved::due)))
                    .isEqualTo(anew)
                    .isNotEmpty();
        }
    }

    @Test
    void showsCasesOnlyToThoseWhoMaySeeThem() {
        open("3wd", "2026-03-02T09:00");

        assertThat(ours(off(WEDNESDAY), officer)).allMatch(PromisedDates.Moved::visible);
        assertThat(ours(off(WEDNESDAY), administrator))
                .hasSameSizeAs(ours(off(WEDNESDAY), officer))
                .noneMatch(PromisedDates.Moved::visible);
    }

    @Test
    void asksTheDatabaseAsOftenForManyCasesAsForOne() {
        open("3wd", "2026-03-02T09:00");
        long few = StatementCount.during(() -> dates.foresee(off(WEDNESDAY), officer));
        IntStream.range(0, 30).forEach(number -> open("3wd", "2026-03-02T09:00"));

        assertThat(StatementCount.during(() -> dates.foresee(off(WEDNESDAY), officer)))
                .isEqualTo(few);
    }

    @Test
    void movesThePromiseItsWorkAndTellsOfItWhenSoDecided() {
        var seen = open("3wd", "2026-03-02T09:00");
        var change = off(WEDNESDAY);

        transaction.executeWithoutResult(status -> {
            dates.settle(change, true, administrator);

            var now = cases.get(seen.id(), officer);
            assertThat(now.dueAt()).isEqualTo(ShippedCalendar.at("2026-03-07T00:00"));
            assertThat(now.version()).isEqualTo(seen.version() + 1);
            assertThat(cases.history(seen.id()).getLast()).satisfies(event -> {
                assertThat(event.verb()).isEqualTo("due-moved");
                assertThat(event.toldApplicant()).isTrue();
                assertThat(event.actorName()).isEqualTo("Quản trị");
            });
            assertThat(stepDue(seen)).isBeforeOrEqualTo(ShippedCalendar.at("2026-03-07T00:00"));
            assertThat(journalled(seen)).isEqualTo(1);
            assertThat(ours(change, officer)).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void keepsThePromiseWhenSoDecided() {
        var seen = open("3wd", "2026-03-02T09:00");

        transaction.executeWithoutResult(status -> {
            dates.settle(off(WEDNESDAY), false, administrator);

            assertThat(cases.get(seen.id(), officer)).isEqualTo(seen);
            assertThat(journalled(seen)).isZero();
            status.setRollbackOnly();
        });
    }

    @Test
    void leavesAPromiseThatWasKeptOnceAloneWhenAnotherDayChanges() {
        var kept = open("3wd", "2026-03-02T09:00");
        var first = calendars.current().with(day(WEDNESDAY, DayKind.SWAP_OFF, true));
        var unrelated = CalendarChange.between(
                        first, first.with(day(LocalDate.of(2026, 3, 20), DayKind.SWAP_OFF, true)))
                .orElseThrow();
        var undone = CalendarChange.between(first, calendars.current()).orElseThrow();

        assertThat(ours(unrelated, officer)).extracting(PromisedDates.Moved::id).doesNotContain(kept.id());
        assertThat(ours(undone, officer)).extracting(PromisedDates.Moved::id).doesNotContain(kept.id());
    }

    @Test
    void explainsByTheNewCalendarWhatItMakesCertain() {
        var provisional = open("3wd", "2026-08-28T09:00");
        var change = change(day(LocalDate.of(2026, 8, 31), DayKind.SWAP_OFF, true));

        var outcome = dates.foresee(change, officer);
        assertThat(outcome.certain()).isPositive();
        assertThat(outcome.moved()).extracting(PromisedDates.Moved::id).doesNotContain(provisional.id());
        transaction.executeWithoutResult(status -> {
            dates.settle(change, false, administrator);

            assertThat(calendarVersion(provisional)).isEqualTo(change.after().version());
            assertThat(cases.get(provisional.id(), officer)).isEqualTo(provisional);
            status.setRollbackOnly();
        });
    }

    @Test
    void findsNoChangeWhereNoAnswerCouldDiffer() {
        assertThat(CalendarChange.between(calendars.current(), calendars.current()))
                .isEmpty();
        assertThat(off(WEDNESDAY).first()).isEqualTo(WEDNESDAY);
        assertThat(off(WEDNESDAY).last()).isEqualTo(WEDNESDAY);
    }

    private List<PromisedDates.Moved> ours(CalendarChange change, Reader reader) {
        return dates.foresee(change, reader).moved().stream()
                .filter(one -> one.unit().equals(commune))
                .toList();
    }

    private CalendarChange off(LocalDate date) {
        return change(day(date, DayKind.SWAP_OFF, true));
    }

    private CalendarChange worked(LocalDate date) {
        return change(day(date, DayKind.SWAP_WORK, true));
    }

    private CalendarChange change(CalendarDay day) {
        WorkCalendar now = calendars.current();
        return CalendarChange.between(now, now.with(day)).orElseThrow();
    }

    private static CalendarDay day(LocalDate date, DayKind kind, boolean confirmed) {
        return new CalendarDay(date, kind, "x", "x", confirmed, "x");
    }

    private static Instant reckoned(CaseSummary one, WorkCalendar calendar) {
        var terms = one.code().split(" ", 2);
        var claim = Claim.filed(one.filedAt(), TimeLimit.of(LegalDuration.parse(terms[1])), "standard");
        return requireNonNull(new Deadlines(calendar).due(claim).due());
    }

    private CaseSummary open(String duration, String filedAt) {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                id.value() + " " + duration,
                "Đăng ký khai sinh",
                "publicservice/application",
                UuidCreator.getTimeOrderedEpoch(),
                commune,
                commune,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms(duration, "resume", "mặc định", "Luật", "standard"),
                ShippedCalendar.at(filedAt),
                false,
                Actor.ANONYMOUS));
    }

    private CaseSummary act(CaseSummary seen, String outcome, Reader by) {
        return cases.act(new TakeStep(
                seen.id(), seen.version(), requireNonNull(seen.step()), outcome, "Thiếu giấy", by, UUID.randomUUID()));
    }

    private Instant stepDue(CaseSummary seen) {
        return database.sql("select due_at from casework.work_item where case_file = :id and done_at is null")
                .param("id", seen.id().value())
                .query((row, number) -> Columns.instant(row, "due_at"))
                .single();
    }

    private int calendarVersion(CaseSummary seen) {
        return database.sql("select calendar_version from casework.case_file where id = :id")
                .param("id", seen.id().value())
                .query(Integer.class)
                .single();
    }

    private long journalled(CaseSummary seen) {
        return database.sql("""
                        select count(*) from journal.entry
                        where verb = 'casework/due-moved' and subject_ids @> array[:id]::uuid[]
                        """)
                .param("id", seen.id().value())
                .query(Long.class)
                .single();
    }

    private Reader holder(Role role) {
        return new Reader(
                new AccountId(UuidCreator.getTimeOrderedEpoch()),
                role.code(),
                Set.of(new Reader.Holding(commune, role)));
    }
}

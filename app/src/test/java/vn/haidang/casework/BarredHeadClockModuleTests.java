package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Apologies;
import vn.haidang.casework.internal.Barring;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.ProblemException;

/** The clock of a case about the head of its unit is stopped by nobody in their stead, but by the head above. */
@ModuleTest
class BarredHeadClockModuleTests {

    private final Cases cases;
    private final ClockActs clocks;
    private final Apologies apologies;
    private final Barring barring;
    private final Accounts accounts;
    private final Units units;
    private final MovableClock clock;
    private final JdbcClient database;

    private CommuneDesk desk;

    BarredHeadClockModuleTests(
            Cases cases,
            ClockActs clocks,
            Apologies apologies,
            Barring barring,
            Accounts accounts,
            Units units,
            MovableClock clock,
            JdbcClient database) {
        this.cases = cases;
        this.clocks = clocks;
        this.apologies = apologies;
        this.barring = barring;
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
        this.database = database;
        this.desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, true));
    }

    @BeforeEach
    void aDeskOfItsOwnOnAMonday() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, true));
    }

    @Test
    void isStoppedByTheHeadAboveAndByNobodyInTheirStead() {
        AccountId head = desk.official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        Reader specialist = accounts.reader(desk.official(Role.SPECIALIST, "Lê Thị Thẩm"));
        Reader substitute = inTheSteadOf(head);
        Reader leader = leader();
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, "Về ông trưởng");
        clocks.look(opened.id(), substitute);
        refused("casework/no-such-case", () -> clocks.look(opened.id(), leader));

        barring.keepFrom(opened.id(), head, null, specialist);

        refused("casework/not-your-clock", () -> stop(opened, substitute));
        refused("casework/not-your-clock", () -> stop(opened, specialist));
        refused("casework/about-you", () -> stop(opened, accounts.reader(head)));
        stop(opened, leader);
        assertThat(seen(opened).status()).isEqualTo(CaseStatus.STOPPED);
        clocks.letGoOn(opened.id(), seen(opened).version(), UUID.randomUUID(), leader);
        assertThat(seen(opened).status()).isEqualTo(CaseStatus.OPEN);
        apologies.send(opened.id(), LocalDate.of(2026, 3, 18), "Chờ xác minh", leader);
        assertThat(apologies.sent(opened.id())).hasSize(1);
    }

    @Test
    void staysAtTheUnitWhereAnotherHeadIsThere() {
        AccountId head = desk.official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        Reader other = accounts.reader(desk.official(Role.UNIT_HEAD, "Hồ Thị Trưởng"));
        Reader leader = leader();
        CaseSummary opened = desk.open(CommuneDesk.Work.THREE_DAYS, "Về ông trưởng");
        barring.keepFrom(opened.id(), head, null, other);

        refused("casework/no-such-case", () -> stop(opened, leader));
        stop(opened, other);
        assertThat(seen(opened).status()).isEqualTo(CaseStatus.STOPPED);
    }

    /** A specialist of the unit, who sees its cases in their own right. */
    private Reader inTheSteadOf(AccountId head) {
        var post = new Reader.Holding(desk.unit(), Role.UNIT_HEAD);
        return new Reader(
                new AccountId(UUID.randomUUID()),
                "Ngô Văn Thay",
                Set.of(new Reader.Holding(desk.unit(), Role.SPECIALIST)),
                null,
                null,
                Set.of(new Reader.StandIn(post, head, "Đỗ Văn Trưởng")));
    }

    private Reader leader() {
        UnitId city =
                units.path(desk.unit(), LocalDate.of(2026, 3, 9)).getFirst().id();
        String username = "leader-" + UUID.randomUUID();
        AccountId account = accounts.create(new Accounts.NewAccount(username, "Vũ Thị Chủ", null, null));
        accounts.appoint(account, city, Role.LEADER, "Lãnh đạo " + username, LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }

    private void stop(CaseSummary opened, Reader by) {
        clocks.stop(
                new ClockActs.Stop(opened.id(), seen(opened).version(), "Chờ giám định", "Điều 20", UUID.randomUUID()),
                by);
    }

    private CaseSummary seen(CaseSummary opened) {
        return cases.of(opened.subjectType(), opened.subjectId()).orElseThrow();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

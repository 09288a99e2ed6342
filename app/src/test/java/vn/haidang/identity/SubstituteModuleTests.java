package vn.haidang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.identity.internal.staff.StandInDesk;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

@ModuleTest
class SubstituteModuleTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11311-c");
    private static final UnitId ELSEWHERE = UnitId.ofKey("commune-11359-c");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Substitutes substitutes;
    private final StandInDesk desk;
    private final Accounts accounts;
    private final MovableClock clock;
    private final JdbcClient database;

    SubstituteModuleTests(
            Substitutes substitutes, StandInDesk desk, Accounts accounts, MovableClock clock, JdbcClient database) {
        this.substitutes = substitutes;
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void beginOnTheSameDay() {
        clock.returnTo(TestDatabase.START);
    }

    @Test
    void letsASubstituteHoldTheRoleFromTheFirstDayToTheLast() {
        AccountId principal = official(HERE, Role.UNIT_HEAD);
        AccountId substitute = official(HERE, Role.SPECIALIST);

        substitutes.declare(
                principal, substitute, HERE, Role.UNIT_HEAD, TODAY.plusDays(1), TODAY.plusDays(3), reader(principal));

        assertThat(reader(substitute).holds(Role.UNIT_HEAD, HERE)).isFalse();
        for (int day = 0; day < 2; day++) {
            clock.moveBy(Duration.ofDays(1));
            Reader standing = reader(substitute);
            assertThat(standing.holds(Role.UNIT_HEAD, HERE)).isTrue();
            assertThat(standing.posts()).containsExactly(new Reader.Holding(HERE, Role.SPECIALIST));
            assertThat(standing.steadAt(Role.UNIT_HEAD, HERE))
                    .get()
                    .extracting(Reader.StandIn::principal)
                    .isEqualTo(principal);
            assertThat(standing.standsInFor(principal, HERE)).isTrue();
            assertThat(standing.standsInFor(principal, ELSEWHERE)).isFalse();
        }
        clock.moveBy(Duration.ofDays(1));
        assertThat(reader(substitute).holds(Role.UNIT_HEAD, HERE)).isFalse();
    }

    @Test
    void givesNothingWhenThePrincipalDoesNotHoldTheRoleAnyMore() {
        AccountId principal =
                accounts.create(new Accounts.NewAccount("sub-" + UUID.randomUUID(), "Hết Nhiệm Kỳ", null, null));
        accounts.appoint(
                principal,
                HERE,
                Role.UNIT_HEAD,
                "Hết nhiệm kỳ " + principal.value(),
                TODAY.minusDays(9),
                TODAY.plusDays(1));
        AccountId substitute = official(HERE, Role.SPECIALIST);
        substitutes.declare(principal, substitute, HERE, Role.UNIT_HEAD, TODAY, TODAY.plusDays(9), reader(principal));
        assertThat(reader(substitute).holds(Role.UNIT_HEAD, HERE)).isTrue();

        clock.moveBy(Duration.ofDays(1));

        assertThat(reader(substitute).holds(Role.UNIT_HEAD, HERE)).isFalse();
    }

    @Test
    void changesNothingWhereADeclarationEndedBeforeAndSaysSo() {
        AccountId principal = official(HERE, Role.UNIT_HEAD);
        AccountId substitute = official(HERE, Role.SPECIALIST);
        UUID id = substitutes.declare(
                principal, substitute, HERE, Role.UNIT_HEAD, TODAY, TODAY.plusDays(1), reader(principal));
        clock.moveBy(Duration.ofDays(3));

        StandInDesk.Proposal proposal =
                desk.propose(List.of(desk.end(id)), reader(principal), new MockHttpServletRequest());

        assertThat(proposal.nothing()).isTrue();
        assertThat(substitutes.end(id, reader(principal))).isFalse();
        assertThat(database.sql(
                                "select count(*) from journal.entry where verb = 'identity/substitute-ended' and :id = any (subject_ids)")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsTheHeadDeclareForAColleagueAndEndItAgain() {
        AccountId head = official(HERE, Role.UNIT_HEAD);
        AccountId sick = official(HERE, Role.SPECIALIST);
        AccountId substitute = official(HERE, Role.ONE_STOP_OFFICER);

        UUID id = substitutes.declare(sick, substitute, HERE, Role.SPECIALIST, TODAY, TODAY.plusDays(5), reader(head));

        assertThat(substitutes.of(reader(sick)))
                .extracting(Substitutes.Substitution::id)
                .containsExactly(id);
        assertThat(reader(substitute).holds(Role.SPECIALIST, HERE)).isTrue();
        refused("identity/no-such-substitution", () -> substitutes.end(id, reader(substitute)));
        substitutes.end(id, reader(head));
        refused("identity/no-such-substitution", () -> substitutes.end(id, reader(head)));
        assertThat(reader(substitute).holds(Role.SPECIALIST, HERE)).isFalse();
        assertThat(database.sql(
                                "select count(*) from journal.entry where verb like 'identity/substitute-%' and :id = any (subject_ids)")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatWouldNotBeASubstitution() {
        AccountId head = official(HERE, Role.UNIT_HEAD);
        AccountId other = official(HERE, Role.SPECIALIST);
        AccountId stranger = official(ELSEWHERE, Role.SPECIALIST);
        Reader by = reader(head);
        LocalDate end = TODAY.plusDays(3);
        substitutes.declare(head, other, HERE, Role.UNIT_HEAD, TODAY, end, by);

        refused(
                "identity/substituted-already",
                () -> substitutes.declare(
                        head,
                        official(HERE, Role.SPECIALIST),
                        HERE,
                        Role.UNIT_HEAD,
                        TODAY.plusDays(2),
                        TODAY.plusDays(9),
                        by));
        refused(
                "identity/not-yours-to-declare",
                () -> substitutes.declare(head, other, HERE, Role.UNIT_HEAD, end, end.plusDays(1), reader(stranger)));
        refused(
                "identity/not-yours-to-declare",
                () -> substitutes.declare(head, other, HERE, Role.AUDITOR, end, end.plusDays(1), by));
        refused(
                "identity/post-not-held",
                () -> substitutes.declare(head, other, HERE, Role.SPECIALIST, end, end.plusDays(1), by));
        refused(
                "identity/no-such-substitute",
                () -> substitutes.declare(head, stranger, HERE, Role.UNIT_HEAD, end, end.plusDays(1), by));
        refused(
                "identity/no-such-substitute",
                () -> substitutes.declare(head, head, HERE, Role.UNIT_HEAD, end, end.plusDays(1), by));
        refused("identity/empty-span", () -> substitutes.declare(head, other, HERE, Role.UNIT_HEAD, end, end, by));
        refused(
                "identity/span-past",
                () -> substitutes.declare(head, other, HERE, Role.UNIT_HEAD, TODAY.minusDays(1), TODAY, by));
        refused(
                "identity/span-too-long",
                () -> substitutes.declare(head, other, HERE, Role.UNIT_HEAD, end, end.plusDays(367), by));
    }

    @Test
    void cannotBePassedOn() {
        AccountId head = official(HERE, Role.UNIT_HEAD);
        AccountId substitute = official(HERE, Role.SPECIALIST);
        AccountId third = official(HERE, Role.SPECIALIST);
        substitutes.declare(head, substitute, HERE, Role.UNIT_HEAD, TODAY, TODAY.plusDays(9), reader(head));

        refused(
                "identity/not-yours-to-declare",
                () -> substitutes.declare(
                        head, third, HERE, Role.UNIT_HEAD, TODAY.plusDays(20), TODAY.plusDays(21), reader(substitute)));
        refused(
                "identity/post-not-held",
                () -> substitutes.declare(
                        substitute, third, HERE, Role.UNIT_HEAD, TODAY, TODAY.plusDays(1), reader(substitute)));
    }

    private Reader reader(AccountId id) {
        return accounts.reader(Objects.requireNonNull(id));
    }

    private AccountId official(UnitId unit, Role role) {
        String name = "sub-" + UUID.randomUUID();
        AccountId account = accounts.create(new Accounts.NewAccount(name, "Công Chức", null, null));
        accounts.appoint(account, unit, role, name, LocalDate.of(2025, 7, 1), null);
        return account;
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.ClockRuleDesk;
import vn.haidang.casework.internal.ClockRules;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.LegalDuration;

/** A clock rule is set for days to come; what was lived through keeps its rule, and nobody overwrites another unseen. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class DeclaredClockRuleModuleTests {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);

    private final ClockRuleDesk desk;
    private final ClockRules rules;
    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;

    DeclaredClockRuleModuleTests(
            ClockRuleDesk desk, ClockRules rules, Cases cases, MovableClock clock, JdbcClient database) {
        this.desk = desk;
        this.rules = rules;
        this.cases = cases;
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
    }

    @BeforeEach
    void onMonday() {
        DeclaredClockRules.forget();
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
    }

    @AfterEach
    void asShipped() {
        DeclaredClockRules.forget();
    }

    @Test
    void aDayIsLookedAtAgainWithTheRuleOfThatDay() {
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        CaseClock.Cap shipped = cap(opened, 9);

        assertThat(keep(times(2, FRIDAY))).isEmpty();
        clock.moveTo(Instant.parse("2026-03-19T02:00:00Z"));

        assertThat(shipped.times()).isEqualTo(1);
        assertThat(cap(opened, 9)).isEqualTo(shipped);
        assertThat(cap(opened, 12)).isEqualTo(shipped);
        assertThat(cap(opened, 13))
                .isEqualTo(new CaseClock.Cap(2, "Hẹn lại hai lần", "khoản 2 Điều 5, Quy chế thử", "H"));
        assertThat(cap(opened, 18).times()).isEqualTo(2);
    }

    @Test
    void holdsUntilTheNextAndWinsOverTheTableOnlyFromItsDayOn() {
        keep(times(3, FRIDAY.plusDays(7)));
        ClockRuleDesk.Proposal between = desk.propose(times(2, FRIDAY));
        assertThat(between.after().validTo()).isEqualTo(FRIDAY.plusDays(7));
        assertThat(Objects.requireNonNull(between.before()).times()).isEqualTo(1);
        keep(times(2, FRIDAY));

        assertThat(set())
                .extracting(ClockRules.Kept::times, ClockRules.Kept::validFrom, ClockRules.Kept::validTo)
                .containsExactly(
                        tuple(1, LocalDate.of(2018, 1, 1), FRIDAY),
                        tuple(2, FRIDAY, FRIDAY.plusDays(7)),
                        tuple(3, FRIDAY.plusDays(7), null));
        assertThat(set().getFirst().reason()).isNull();
    }

    @Test
    void setsHowLongForARuleThatNothingSets() {
        assertThat(desk.set("silence")).isEmpty();

        var silence = new ClockRuleDesk.Declared(
                "silence",
                FRIDAY,
                LegalDuration.parse("30d"),
                null,
                null,
                "Không bổ sung trong 30 ngày",
                "Quyết định thử",
                "",
                "I",
                "Thử");
        assertThat(desk.save(silence, desk.propose(silence).token(), bed.head)).isEmpty();

        assertThat(desk.set("silence")).singleElement().satisfies(kept -> {
            assertThat(kept.duration()).isEqualTo(new LegalDuration.CalendarDays(30));
            assertThat(kept.source()).isEqualTo("Quyết định thử");
        });
    }

    @Test
    void refusesDaysThatWereLivedThroughAndDaysThatAreTaken() {
        assertThat(code(times(2, LocalDate.of(2026, 3, 8)))).isEqualTo("casework/clock-rule-day-past");
        assertThat(code(times(2, LocalDate.of(2026, 3, 9)))).isEqualTo("casework/clock-rule-day-past");
        keep(times(2, LocalDate.of(2026, 3, 10)));
        assertThat(code(times(3, LocalDate.of(2026, 3, 10)))).isEqualTo("casework/clock-rule-day-taken");
        assertThat(keep(times(2, LocalDate.of(2026, 3, 10)))).isEmpty();
        assertThat(set()).hasSize(2);

        assertThatThrownBy(() -> database.sql("update casework.declared_clock_rule set times = 9")
                        .update())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.sql("""
                                insert into casework.declared_clock_rule (rule, valid_from, times, notice, document, article,
                                  confidence, reason, declared_at, declared_by)
                                values ('extensions', date '2026-03-08', 9, 'x', 'x', '', 'H', 'x',
                                  timestamptz '2026-03-08T17:00:00Z', gen_random_uuid())
                                """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("declared_clock_rule_to_come");
    }

    @Test
    void theSecondSeesWhatTheFirstDidAndNothingIsOverwritten() {
        ClockRuleDesk.Declared first = times(2, FRIDAY);
        ClockRuleDesk.Declared second = times(0, FRIDAY.plusDays(3));
        String shown = desk.propose(second).token();
        long journalled = journalled();
        keep(first);

        Optional<ClockRuleDesk.Proposal> other = desk.save(second, shown, bed.head);

        assertThat(other).hasValueSatisfying(proposal -> {
            assertThat(Objects.requireNonNull(proposal.before()).times()).isEqualTo(2);
            assertThat(desk.save(second, proposal.token(), bed.head)).isEmpty();
        });
        assertThat(set()).extracting(ClockRules.Kept::times).containsExactly(1, 2, 0);
        assertThat(journalled()).isEqualTo(journalled + 2);
    }

    @Test
    void takesBackWhatHasNotBegunAndTheValueBeforeItGoesOn() {
        List<ClockRules.Kept> shipped = set();
        keep(times(2, FRIDAY));
        keep(times(3, FRIDAY.plusDays(7)));
        long journalled = journalled("casework/clock-rule-withdrawn");

        assertThat(withdraw(FRIDAY, desk.waiting("extensions", FRIDAY).token())).isEmpty();
        assertThat(set())
                .extracting(ClockRules.Kept::times, ClockRules.Kept::validFrom)
                .containsExactly(tuple(1, LocalDate.of(2018, 1, 1)), tuple(3, FRIDAY.plusDays(7)));
        withdraw(
                FRIDAY.plusDays(7),
                desk.waiting("extensions", FRIDAY.plusDays(7)).token());
        assertThat(set()).isEqualTo(shipped);
        assertThat(journalled("casework/clock-rule-withdrawn")).isEqualTo(journalled + 2);

        assertThat(keep(times(2, FRIDAY))).isEmpty();
        assertThat(set()).extracting(ClockRules.Kept::times).containsExactly(1, 2);
    }

    @Test
    void whatHasBegunStaysAndNothingIsTakenBackUnseen() {
        keep(times(2, FRIDAY));
        String shown = desk.waiting("extensions", FRIDAY).token();
        keep(times(3, FRIDAY.plusDays(7)));
        assertThat(withdraw(FRIDAY, shown)).isPresent();
        assertThat(set()).hasSize(3);

        clock.moveTo(Instant.parse("2026-03-13T02:00:00Z"));
        assertThat(code(() -> desk.waiting("extensions", FRIDAY))).isEqualTo("casework/clock-rule-begun");
        assertThat(code(() -> withdraw(FRIDAY, ClockRuleDesk.token(set())))).isEqualTo("casework/clock-rule-begun");
        assertThat(code(() -> desk.waiting("extensions", LocalDate.of(2018, 1, 1))))
                .isEqualTo("casework/no-such-clock-rule");
        assertThat(set()).hasSize(3);
        assertThatThrownBy(() -> database.sql("""
                                update casework.declared_clock_rule
                                set withdrawn_at = timestamptz '2026-03-13T02:00:00Z', withdrawn_by = gen_random_uuid(), withdrawn_why = 'x'
                                where rule = 'extensions' and valid_from = date '2026-03-13'
                                """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("declared_clock_rule_not_begun");
    }

    @Test
    void ofTwoAtOnceOneIsKept() throws Exception {
        List<ClockRuleDesk.Declared> both = List.of(times(2, FRIDAY), times(3, FRIDAY));
        String shown = desk.propose(both.getFirst()).token();
        var begin = new CountDownLatch(1);
        List<Future<Boolean>> kept = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ClockRuleDesk.Declared one : both) {
                Callable<Boolean> act = () -> {
                    begin.await();
                    try {
                        return desk.save(one, shown, bed.head).isEmpty();
                    } catch (ProblemException taken) {
                        return !taken.problem().code().equals("casework/clock-rule-day-taken");
                    }
                };
                kept.add(threads.submit(act));
            }
            begin.countDown();
        }

        assertThat(List.of(kept.get(0).get(), kept.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(set()).hasSize(2);
    }

    private Optional<ClockRuleDesk.Proposal> keep(ClockRuleDesk.Declared declared) {
        return desk.save(declared, desk.propose(declared).token(), bed.head);
    }

    private Optional<ClockRuleDesk.Waiting> withdraw(LocalDate from, String token) {
        return desk.withdraw("extensions", from, "Ghi nhầm ngày", token, bed.head);
    }

    private String code(ClockRuleDesk.Declared declared) {
        return code(() -> keep(declared));
    }

    private static String code(ThrowableAssert.ThrowingCallable act) {
        var caught = new ProblemException[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, problem -> caught[0] = problem);
        return caught[0].problem().code();
    }

    private CaseClock.Cap cap(CaseSummary opened, int day) {
        return Objects.requireNonNull(
                cases.clock(opened.id(), LocalDate.of(2026, 3, day)).cap());
    }

    private List<ClockRules.Kept> set() {
        return rules.all().stream()
                .filter(kept -> kept.rule().equals("extensions"))
                .toList();
    }

    private long journalled() {
        return journalled("casework/clock-rule-declared");
    }

    private long journalled(String verb) {
        return database.sql("select count(*) from journal.entry where verb = :verb")
                .param("verb", verb)
                .query(Long.class)
                .single();
    }

    private static ClockRuleDesk.Declared times(int times, LocalDate from) {
        return new ClockRuleDesk.Declared(
                "extensions",
                from,
                null,
                times,
                null,
                "Hẹn lại hai lần",
                "Quy chế thử",
                "khoản 2 Điều 5",
                "H",
                "Thống nhất trong thành phố");
    }
}

package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.TimerRun;
import vn.haidang.identity.Role;
import vn.haidang.ui.ProblemException;

/** Opinions asked of other units: how they join, and what silence means. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ConsultModuleTests {

    private final Cases cases;
    private final ConsultActs consults;
    private final TimerRun timers;
    private final Inbox inbox;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;
    private final CaseTestbed land;
    private final CaseTestbed police;
    private final CaseTestbed water;

    ConsultModuleTests(
            Cases cases, ConsultActs consults, TimerRun timers, Inbox inbox, MovableClock clock, JdbcClient database) {
        this.cases = cases;
        this.consults = consults;
        this.timers = timers;
        this.inbox = inbox;
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
        this.land = new CaseTestbed(cases, clock);
        this.police = new CaseTestbed(cases, clock);
        this.water = new CaseTestbed(cases, clock);
    }

    @Test
    void holdsTheCaseUntilAllHaveAnsweredAndReadsTheAnswersTogether() {
        CaseSummary opened = bed.open();
        UUID asked = ask(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.WAIT, land, police);

        refused("casework/blocked", () -> bed.take(opened, "accept", bed.officer));
        assertThat(inbox.list(land.specialist, InboxFilter.of(Inbox.Filter.ALL, ""), null, 50, 0)
                        .rows())
                .extracting(Inbox.Row::path)
                .contains("/desk/items/" + item(asked, land));
        answer(asked, land, Consult.Answer.AGREED, null);
        assertThat(state(asked)).isEqualTo("OPEN");
        refused("casework/reason-missing", () -> answer(asked, police, Consult.Answer.OBJECTED, null));
        refused(
                "casework/post-vacant",
                () -> consults.answer(item(asked, police), Consult.Answer.AGREED, null, police.head));
        answer(asked, police, Consult.Answer.OBJECTED, "Hồ sơ có tranh chấp");

        assertThat(state(asked)).isEqualTo("JOINED mixed");
        assertThat(verbs(opened))
                .containsExactly(
                        "opened",
                        "consult-asked",
                        "consult-answered-agreed",
                        "consult-answered-objected",
                        "consult-joined");
        answer(asked, police, Consult.Answer.OBJECTED, "gửi hai lần");
        refused("casework/item-ended", () -> answer(asked, police, Consult.Answer.AGREED, null));
        assertThat(bed.take(opened, "accept", bed.officer).step()).isEqualTo("appraise");
    }

    @Test
    void needsOnlyTheFirstAnswerOrAsManyAsWereAgreed() {
        CaseSummary opened = bed.open();
        UUID first = ask(opened, ConsultTerms.Join.FIRST, ConsultTerms.Silence.WAIT, land, police, water);
        UUID two = ask(
                opened,
                new ConsultTerms.Join(ConsultTerms.Rule.SOME, 2),
                ConsultTerms.Silence.WAIT,
                land,
                police,
                water);

        answer(first, water, Consult.Answer.AGREED, null);
        answer(two, water, Consult.Answer.OBJECTED, "Ngập");
        assertThat(state(first)).isEqualTo("JOINED agreed");
        assertThat(state(two)).isEqualTo("OPEN");
        refused("casework/item-ended", () -> answer(first, land, Consult.Answer.AGREED, null));
        assertThat(blocks(opened)).isEqualTo(1);

        answer(two, land, Consult.Answer.OBJECTED, "Sai quy hoạch");
        assertThat(state(two)).isEqualTo("JOINED objected");
        assertThat(blocks(opened)).isZero();
        refused(
                "casework/too-many-needed",
                () -> ask(
                        opened,
                        new ConsultTerms.Join(ConsultTerms.Rule.SOME, 3),
                        ConsultTerms.Silence.WAIT,
                        land,
                        police));
    }

    @Test
    void takesSilenceForConsentOnceTheTimeIsOverAndNotBefore() {
        CaseSummary opened = bed.open();
        UUID asked = ask(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.CONSENT, land, police);
        UUID half = ask(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.CONSENT, land, police);
        answer(half, land, Consult.Answer.OBJECTED, "Không đúng tuyến");
        clock.moveBy(Duration.ofDays(2).minusMinutes(1));
        timers.runDue();
        assertThat(state(asked)).isEqualTo("OPEN");

        clock.moveBy(Duration.ofMinutes(2));
        timers.runDue();

        assertThat(state(asked)).isEqualTo("JOINED silent");
        assertThat(state(half)).isEqualTo("JOINED mixed");
        assertThat(blocks(opened)).isZero();
        assertThat(timersOf(opened)).isZero();
        assertThat(actorsInJournal(opened, "casework/consult-joined"))
                .containsOnly("system")
                .hasSize(2);
        refused("casework/item-ended", () -> answer(asked, police, Consult.Answer.AGREED, null));
        refused(
                "casework/consent-without-basis",
                () -> consults.ask(
                        question(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.CONSENT, null, List.of(land)),
                        UUID.randomUUID(),
                        bed.officer));
    }

    /** opencps#1269: what is overdue goes up by itself. */
    @Test
    void sendsTheQuestionUpOrGoesOnWaiting() {
        CaseSummary opened = bed.open();
        UUID up = ask(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.ESCALATE, land);
        UUID waits = ask(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.WAIT, police);
        clock.moveBy(Duration.ofDays(3));
        timers.runDue();

        assertThat(state(up)).isEqualTo("OPEN");
        refused("casework/post-vacant", () -> answer(up, land, Consult.Answer.AGREED, null));
        consults.answer(item(up, land), Consult.Answer.AGREED, null, land.head);
        assertThat(state(up)).isEqualTo("JOINED agreed");
        assertThat(verbs(opened)).contains("consult-escalated", "consult-overdue");
        answer(waits, police, Consult.Answer.AGREED, null);
        assertThat(state(waits)).isEqualTo("JOINED agreed");
    }

    @Test
    void isWithdrawnByWhoeverDoesTheStepAndNobodyElse() {
        CaseSummary opened = bed.open();
        UUID asked = ask(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.CONSENT, land);
        refused("casework/no-such-case", () -> consults.withdraw(opened.id(), asked, bed.stranger));
        refused("casework/not-your-work", () -> consults.withdraw(opened.id(), asked, land.specialist));

        consults.withdraw(opened.id(), asked, bed.officer);
        consults.withdraw(opened.id(), asked, bed.officer);

        assertThat(state(asked)).isEqualTo("CANCELLED");
        assertThat(blocks(opened)).isZero();
        clock.moveBy(Duration.ofDays(3));
        timers.runDue();
        assertThat(verbs(opened)).containsExactly("opened", "consult-asked", "consult-withdrawn");
        assertThat(timersOf(opened))
                .as("a timer whose consult is over does nothing")
                .isZero();
    }

    @Test
    void asksOnceForEachKeyAndOnlyForWhoeverDoesTheStep() {
        CaseSummary opened = bed.open();
        var question = question(opened, ConsultTerms.Join.ALL, ConsultTerms.Silence.WAIT, null, List.of(land));
        UUID key = UUID.randomUUID();

        UUID asked = consults.ask(question, key, bed.officer);

        assertThat(consults.ask(question, key, bed.officer)).isEqualTo(asked);
        assertThat(blocks(opened)).isEqualTo(1);
        refused("casework/post-vacant", () -> consults.ask(question, UUID.randomUUID(), bed.specialist));
        refused("casework/no-such-case", () -> consults.ask(question, UUID.randomUUID(), bed.stranger));
        CaseSummary back = cases.withdraw(opened.id(), bed.resident.actor(), null);
        assertThat(back.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(state(asked)).isEqualTo("CANCELLED");
    }

    @Test
    void runsEachTimerOnceHoweverManyNodesLookForThem() throws Exception {
        List<CaseSummary> opened = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            CaseSummary one = bed.open();
            ask(one, ConsultTerms.Join.ALL, ConsultTerms.Silence.CONSENT, land, police);
            opened.add(one);
        }
        clock.moveBy(Duration.ofDays(3));
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> runs = List.of(timers::runDue, timers::runDue, timers::runDue, timers::runDue);
            for (Future<Integer> run : nodes.invokeAll(runs)) {
                run.get();
            }
        }
        timers.runDue();

        assertThat(opened).allSatisfy(one -> {
            assertThat(verbs(one)).containsExactly("opened", "consult-asked", "consult-joined");
            assertThat(blocks(one)).isZero();
            assertThat(timersOf(one)).isZero();
        });
    }

    private UUID ask(CaseSummary of, ConsultTerms.Join join, ConsultTerms.Silence silence, CaseTestbed... units) {
        return consults.ask(
                question(
                        of,
                        join,
                        silence,
                        silence == ConsultTerms.Silence.CONSENT ? "Điều 12 Quy chế làm việc" : null,
                        List.of(units)),
                UUID.randomUUID(),
                bed.officer);
    }

    private ConsultActs.NewConsult question(
            CaseSummary of,
            ConsultTerms.Join join,
            ConsultTerms.Silence silence,
            @Nullable String basis,
            List<CaseTestbed> units) {
        return new ConsultActs.NewConsult(
                of.id(),
                "Có đồng ý không?",
                units.stream().map(unit -> unit.commune).toList(),
                Role.SPECIALIST,
                join,
                clock.instant().plus(Duration.ofDays(2)),
                silence,
                basis);
    }

    private void answer(UUID consult, CaseTestbed unit, Consult.Answer answer, @Nullable String note) {
        consults.answer(item(consult, unit), answer, note, unit.specialist);
    }

    private UUID item(UUID consult, CaseTestbed unit) {
        return database.sql("select id from casework.work_item where consult = :consult and unit = :unit")
                .param("consult", consult)
                .param("unit", unit.commune.value())
                .query(UUID.class)
                .single();
    }

    private String state(UUID consult) {
        return database.sql("select concat_ws(' ', state, result) from casework.consult where id = :id")
                .param("id", consult)
                .query(String.class)
                .single();
    }

    private int blocks(CaseSummary of) {
        return database.sql("select blocks from casework.case_file where id = :id")
                .param("id", of.id().value())
                .query(Integer.class)
                .single();
    }

    private long timersOf(CaseSummary of) {
        return database.sql("select count(*) from casework.timer where case_file = :id")
                .param("id", of.id().value())
                .query(Long.class)
                .single();
    }

    private List<String> actorsInJournal(CaseSummary of, String verb) {
        return database.sql("select actor_kind from journal.entry where verb = :verb and :id = any (subject_ids)")
                .param("verb", verb)
                .param("id", of.id().value())
                .query((row, number) -> row.getString("actor_kind"))
                .list();
    }

    private List<String> verbs(CaseSummary of) {
        return cases.history(of.id()).stream().map(Cases.Event::verb).toList();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

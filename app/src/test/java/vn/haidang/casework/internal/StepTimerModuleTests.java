package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TwoNodes;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.Refusal;

/** What the table of a procedure lets happen by itself: units asked on arrival, and steps that end when nobody does them. */
@ModuleTest
class StepTimerModuleTests {

    private static final String CONSULT = """
            consult_question: Có vướng quy hoạch không?
                    consult_units: receiving; commune-10537-c
                    consult_role: specialist
                    consult_join: first
                    consult_due: 2wd
                    consult_silence: consent
                    consult_basis: Điều 12 Quy chế làm việc""";
    private static final String TIMER = "timer: 3d\n        timer_outcome: give-up";

    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final Procedures versions;
    private final ProcedureFiles files;
    private final CaseMigration migration;
    private final Cases cases;
    private final TimerRun timers;
    private final ClockActs clocks;
    private final TransactionOperations transactions;
    private final MovableClock clock;
    private final JdbcClient database;
    private final TrialProcedure trial;
    private final UnitId unit;
    private final Reader administrator;
    private final Reader officer;
    private final Reader specialist;
    private final Reader head;

    StepTimerModuleTests(
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            Procedures versions,
            ProcedureFiles files,
            CaseMigration migration,
            Cases cases,
            TimerRun timers,
            ClockActs clocks,
            TransactionOperations transactions,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.versions = versions;
        this.files = files;
        this.migration = migration;
        this.cases = cases;
        this.timers = timers;
        this.clocks = clocks;
        this.transactions = transactions;
        this.clock = clock;
        this.database = database;
        this.trial = new TrialProcedure(cases, drafts, publishing, clock);
        this.unit = trial.unit;
        this.administrator = trial.administrator;
        this.officer = trial.officer;
        this.specialist = trial.specialist;
        this.head = trial.head;
    }

    @BeforeEach
    void anotherProcedure() {
        trial.another();
    }

    @Test
    void asksWhatTheTableSaysOnArrivalCallsItOffOnTheWayBackAndAsksAgain() {
        publish(CONSULT);
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);

        assertThat(consults(appraised)).containsExactly("OPEN");
        assertThat(blocks(appraised)).isEqualTo(1);
        CaseSummary back = trial.act(appraised, "return", specialist);
        assertThat(consults(appraised)).containsExactly("CANCELLED");
        assertThat(blocks(appraised)).isZero();
        CaseSummary again = trial.act(back, "accept", officer);
        assertThat(consults(appraised)).containsExactly("CANCELLED", "OPEN");

        clock.moveBy(Duration.ofDays(10));
        timers.runDue();

        assertThat(consults(appraised)).containsExactly("CANCELLED", "JOINED");
        assertThat(trial.act(again, "propose", specialist).outcome()).isEqualTo("done");
    }

    /** demarche.numerique.gouv.fr#1420 and #7612: the silence of an office has an effect by itself, where its table says which. */
    @Test
    void endsAStepThatNobodyDoesAsAnActOfTheMachine() {
        publish(TIMER);
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);
        clock.moveBy(Duration.ofDays(2));
        timers.runDue();
        assertThat(trial.now(appraised).status()).isEqualTo(CaseStatus.OPEN);

        clock.moveBy(Duration.ofDays(10));
        timers.runDue();

        assertThat(trial.now(appraised).outcome()).isEqualTo("refused");
        assertThat(database.sql(
                                "select actor_kind from journal.entry where verb = 'casework/closed' and :id = any (subject_ids)")
                        .param("id", appraised.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("system");
        assertThat(timersOf(appraised)).isZero();
    }

    @Test
    void endsAStepOnceThoughTwoNodesFindItsTimerDueAtTheSameMoment() throws Exception {
        publish(TIMER);
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);
        clock.moveBy(Duration.ofDays(12));

        new TwoNodes(database, transactions).bothAtOnce(appraised.id(), timers::runDue);

        assertThat(trial.now(appraised).outcome()).isEqualTo("refused");
        assertThat(trial.now(appraised).version()).isEqualTo(appraised.version() + 1);
        assertThat(cases.history(appraised.id()))
                .extracting(Cases.Event::verb)
                .containsExactly("opened", "accepted", "closed");
        assertThat(timersOf(appraised)).isZero();
    }

    @Test
    void doesNothingForAVisitThatIsOver() {
        publish(TIMER);
        CaseSummary back = trial.act(trial.act(trial.open(), "accept", officer), "return", specialist);
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();

        assertThat(trial.now(back)).isEqualTo(back);
        assertThat(timersOf(back)).isZero();
    }

    @Test
    void stopsWhereAHandStopsTheClockAndRunsAnewWithIt() {
        publish(TIMER);
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);
        stop(appraised);
        assertThat(timersOf(appraised)).isZero();
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();
        assertThat(trial.now(appraised).status()).isEqualTo(CaseStatus.STOPPED);

        clocks.letGoOn(appraised.id(), trial.now(appraised).version(), UUID.randomUUID(), head);
        assertThat(timersOf(appraised)).isEqualTo(1);
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();

        assertThat(trial.now(appraised).outcome()).isEqualTo("refused");
    }

    @Test
    void doesNotHoldUpAHandThatStopsTheClockWhileItWaitsForTheCase() {
        publish(TIMER);
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);
        clock.moveBy(Duration.ofDays(20));

        transactions.executeWithoutResult(inHand -> {
            database.sql("select id from casework.timer where case_file = :id for update")
                    .param("id", appraised.id().value())
                    .query(UUID.class)
                    .single();
            assertThat(CompletableFuture.runAsync(() -> stop(appraised))).succeedsWithin(Duration.ofSeconds(20));
        });
        timers.runDue();

        assertThat(trial.now(appraised).status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(timersOf(appraised)).isZero();
    }

    @Test
    void stopsWithTheClockOfTheCaseAndRunsAnewWithIt() {
        publish(TIMER);
        CaseSummary paused = trial.act(trial.act(trial.open(), "accept", officer), "ask-supplement", specialist);
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();
        assertThat(trial.now(paused).status()).isEqualTo(CaseStatus.PAUSED);

        cases.supplemented(paused.id(), Actor.SYSTEM);
        assertThat(timersOf(paused)).isEqualTo(1);
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();

        assertThat(trial.now(paused).outcome()).isEqualTo("refused");
    }

    @Test
    void takesNobodyForSilentWhileTheClockIsStoppedByHand() {
        publish(CONSULT);
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);
        clock.moveBy(Duration.ofDays(1));
        stop(appraised);
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();
        assertThat(consults(appraised)).containsExactly("OPEN");

        letGoOn(appraised);
        timers.runDue();
        clock.moveBy(Duration.ofHours(2));
        timers.runDue();
        assertThat(consults(appraised))
                .as("as long as they had when it was stopped")
                .containsExactly("OPEN");
        clock.moveBy(Duration.ofDays(5));
        timers.runDue();

        assertThat(consults(appraised)).containsExactly("JOINED");
    }

    @Test
    void asksOnceTheClockGoesOnWhatACaseThatChangedItsVersionMeanwhileWasNotAsked() {
        publish("");
        CaseSummary opened = trial.open();
        stop(opened);
        assertThat(drafts.take("a.yml", yaml(CONSULT), administrator))
                .isEqualTo(new ProcedureDrafts.Stored(trial.code));
        publishing.publish(trial.code, LocalDate.now(clock).plusDays(1), administrator);
        assertThat(migration.move(trial.code, 1, 2, Map.of("receive", "appraise"), administrator))
                .isEqualTo(1);
        assertThat(consults(opened)).isEmpty();

        letGoOn(opened);

        assertThat(consults(opened)).containsExactly("OPEN");
        stop(trial.now(opened));
        letGoOn(opened);
        assertThat(consults(opened)).containsExactly("OPEN");
    }

    @Test
    void waitsForWhatTheCaseWaitsFor() {
        publish(TIMER + "\n        " + CONSULT.replace("silence: consent", "silence: wait"));
        CaseSummary appraised = trial.act(trial.open(), "accept", officer);
        clock.moveBy(Duration.ofDays(20));
        timers.runDue();

        assertThat(trial.now(appraised).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(timersOf(appraised)).as("put off, not forgotten").isEqualTo(1);
    }

    @Test
    void keepsConsultsAndTimersInTheTablesItGivesOut() {
        publish(TIMER + "\n        " + CONSULT);
        Procedure published = versions.get(trial.code, 1);

        assertThat(drafts.take("a.csv", files.csv(published).getBytes(UTF_8), administrator))
                .isEqualTo(new ProcedureDrafts.Unchanged(trial.code));
        assertThat(drafts.take("a.yml", files.yaml(published).getBytes(UTF_8), administrator))
                .isEqualTo(new ProcedureDrafts.Unchanged(trial.code));
    }

    @Test
    void refusesWhatCouldNotBeAskedOrWouldLeadNowhere() {
        assertThat(refusals(CONSULT.replace("commune-10537-c", "nowhere")))
                .containsExactly("casework.refused.unknown-unit");
        assertThat(refusals(CONSULT.replace("first", "3"))).containsExactly("casework.refused.too-many-needed");
        assertThat(refusals(CONSULT.replace("first", "most"))).containsExactly("casework.refused.consult-join");
        assertThat(refusals(CONSULT.replace("consult_basis: Điều 12 Quy chế làm việc", "on_paper: false")))
                .containsExactly("casework.refused.consent-without-basis");
        assertThat(refusals(TIMER.replace("give-up", "vanish")))
                .containsExactly("casework.refused.timer-leads-nowhere");
        assertThat(refusals(TIMER.replace("give-up", "ask-supplement"))).containsExactly("casework.refused.timer-way");
        assertThat(refusals("timer: soon\n        timer_outcome: give-up"))
                .containsExactly("casework.refused.duration");
        assertThat(drafts.find(trial.code)).isEmpty();
    }

    private void stop(CaseSummary seen) {
        clocks.stop(new ClockActs.Stop(seen.id(), seen.version(), "Chờ", "Điều 20", UUID.randomUUID()), head);
    }

    private void letGoOn(CaseSummary seen) {
        clocks.letGoOn(seen.id(), trial.now(seen).version(), UUID.randomUUID(), head);
    }

    private List<String> consults(CaseSummary of) {
        return database.sql("select state from casework.consult where case_file = :id order by id")
                .param("id", of.id().value())
                .query((row, number) -> row.getString("state"))
                .list();
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

    private void publish(String appraisal) {
        trial.publish(yaml(appraisal));
    }

    private List<String> refusals(String appraisal) {
        return drafts.take("a.yml", yaml(appraisal), administrator)
                        instanceof ProcedureDrafts.Refused(List<Refusal> refusals)
                ? refusals.stream().map(Refusal::messageKey).toList()
                : List.of();
    }

    private byte[] yaml(String appraisal) {
        return TimedProcedure.yaml(trial.code, appraisal);
    }
}

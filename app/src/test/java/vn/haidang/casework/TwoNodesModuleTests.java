package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.ApologyDrafts;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.ConsultWarnings;
import vn.haidang.casework.internal.SilentApplicants;
import vn.haidang.casework.internal.TimerRun;
import vn.haidang.identity.Role;

/** What the clock does by itself it does once, though two nodes find it due at the same moment and both wait for the same case. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class TwoNodesModuleTests {

    /** What looks for something due. */
    record Jobs(TimerRun timers, SilentApplicants silent, ApologyDrafts drafts, ConsultWarnings warnings) {}

    private final Jobs jobs;
    private final Cases cases;
    private final ConsultActs consults;
    private final MovableClock clock;
    private final JdbcClient database;
    private final TwoNodes nodes;
    private final CaseTestbed bed;
    private final CaseTestbed land;

    TwoNodesModuleTests(
            TimerRun timers,
            SilentApplicants silent,
            ApologyDrafts drafts,
            ConsultWarnings warnings,
            Cases cases,
            ConsultActs consults,
            MovableClock clock,
            JdbcClient database,
            TransactionOperations transactions) {
        this.jobs = new Jobs(timers, silent, drafts, warnings);
        this.cases = cases;
        this.consults = consults;
        this.clock = clock;
        this.database = database;
        this.nodes = new TwoNodes(database, transactions);
        this.bed = new CaseTestbed(cases, clock);
        this.land = new CaseTestbed(cases, clock);
    }

    @AfterEach
    void noSilenceIsSet() {
        database.sql("delete from casework.clock_rule where rule = 'silence'").update();
    }

    @Test
    void takeAQuestionUpOneStepAndNotTwo() throws Exception {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open();
        UUID asked = ask(opened, ConsultTerms.Silence.ESCALATE);
        clock.moveTo(Instant.parse("2026-03-12T02:00:00Z"));

        nodes.bothAtOnce(opened.id(), jobs.timers()::runDue);

        assertThat(verbs(opened)).containsExactly("opened", "consult-asked", "consult-escalated");
        assertThat(database.sql("select role from casework.work_item where consult = :id")
                        .param("id", asked)
                        .query(String.class)
                        .single())
                .isEqualTo(Role.UNIT_HEAD.code());
    }

    @Test
    void takeSilenceForConsentOnce() throws Exception {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open();
        ask(opened, ConsultTerms.Silence.CONSENT);
        clock.moveTo(Instant.parse("2026-03-12T02:00:00Z"));

        nodes.bothAtOnce(opened.id(), jobs.timers()::runDue);

        assertThat(verbs(opened)).containsExactly("opened", "consult-asked", "consult-joined");
        assertThat(database.sql("select blocks from casework.case_file where id = :id")
                        .param("id", opened.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void warnAUnitOnceBeforeItsSilenceCounts() throws Exception {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open();
        ask(opened, ConsultTerms.Silence.CONSENT);
        clock.moveTo(Instant.parse("2026-03-10T02:00:00Z"));

        nodes.bothAtOnce(opened.id(), jobs.warnings()::warnThoseNear);

        assertThat(verbs(opened)).containsExactly("opened", "consult-asked", "consult-near");
    }

    @Test
    void warnAnApplicantOnceAndEndTheirCaseOnce() throws Exception {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        database.sql("""
                        insert into casework.clock_rule (rule, validity, duration, notice, source, confidence)
                        values ('silence', '[2026-01-01,)', '10wd', 'Quá thời gian bổ sung', 'Quy chế thử', 'I')
                        """).update();
        clock.moveTo(Instant.parse("2026-03-18T02:00:00Z"));
        nodes.bothAtOnce(opened.id(), jobs.silent()::endThoseTooLong);
        assertThat(verbs(opened)).containsExactly("opened", "supplement-asked", "silence-near");
        clock.moveTo(Instant.parse("2026-03-24T02:00:00Z"));

        nodes.bothAtOnce(opened.id(), jobs.silent()::endThoseTooLong);

        assertThat(verbs(opened)).containsExactly("opened", "supplement-asked", "silence-near", "ended-silent");
    }

    @Test
    void writeOneLetterThatSaysSorry() throws Exception {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        clock.moveTo(Instant.parse("2026-03-11T02:00:00Z"));

        nodes.bothAtOnce(opened.id(), jobs.drafts()::writeThoseDue);

        assertThat(verbs(opened)).containsExactly("opened", "apology-drafted");
        assertThat(database.sql("select count(*) from casework.work_item where subject_id = :id and done_at is null")
                        .param("id", opened.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private UUID ask(CaseSummary of, ConsultTerms.Silence silence) {
        return consults.ask(
                new ConsultActs.NewConsult(
                        of.id(),
                        "Có đồng ý không?",
                        List.of(land.commune),
                        Role.SPECIALIST,
                        ConsultTerms.Join.ALL,
                        Instant.parse("2026-03-11T17:00:00Z"),
                        silence,
                        "Điều 12 Quy chế làm việc"),
                UUID.randomUUID(),
                bed.officer);
    }

    private List<String> verbs(CaseSummary of) {
        return cases.history(of.id()).stream().map(Cases.Event::verb).toList();
    }
}

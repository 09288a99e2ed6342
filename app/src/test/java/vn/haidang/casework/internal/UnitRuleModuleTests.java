package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

/** Steps at units that the table names, and steps of the head of a unit. */
@ModuleTest
class UnitRuleModuleTests {

    private static final String JUSTICE = "dept-tu-phap";
    private static final String MERGED = "commune-10507-b";
    private static final UnitId SUCCESSOR = UnitId.ofKey("commune-10507-c");
    private static final String DIVIDED = "dept-lao-dong-thuong-binh-xa-hoi-2024";
    private static final UnitId TAKER = UnitId.ofKey("dept-y-te");

    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final Procedures versions;
    private final ProcedureFiles files;
    private final CaseMigration migration;
    private final UnitMoves moves;
    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final TrialProcedure trial;
    private final UnitId unit;
    private final Reader administrator;
    private final Reader officer;
    private final Reader jurist = TrialProcedure.holder(UnitId.ofKey(JUSTICE), Role.SPECIALIST);
    private final Reader head;

    UnitRuleModuleTests(
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            Procedures versions,
            ProcedureFiles files,
            CaseMigration migration,
            UnitMoves moves,
            Cases cases,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.versions = versions;
        this.files = files;
        this.migration = migration;
        this.moves = moves;
        this.cases = cases;
        this.clock = clock;
        this.database = database;
        this.trial = new TrialProcedure(cases, drafts, publishing, clock);
        this.unit = trial.unit;
        this.administrator = trial.administrator;
        this.officer = trial.officer;
        this.head = trial.head;
    }

    @BeforeEach
    void anotherProcedure() {
        trial.another();
    }

    @Test
    void bringsAStepToTheUnitNamedWhichSeesTheCaseFromThenOn() {
        publish(JUSTICE);
        CaseSummary opened = trial.open();
        refused("casework/no-such-case", () -> cases.get(opened.id(), jurist));

        CaseSummary asked = trial.act(opened, "accept", officer);

        assertThat(desk(asked)).containsExactly(tuple(UnitId.ofKey(JUSTICE).value(), "specialist"));
        assertThat(cases.get(asked.id(), jurist)).isEqualTo(asked);
        refused(
                "casework/no-such-case",
                () -> trial.act(asked, "agree", TrialProcedure.holder(TAKER, Role.SPECIALIST)));
        refused(
                "casework/not-your-work",
                () -> trial.act(asked, "agree", TrialProcedure.holder(unit, Role.SPECIALIST)));
        CaseSummary agreed = trial.act(asked, "agree", jurist);
        assertThat(desk(agreed)).containsExactly(tuple(unit.value(), "unit-head"));
        assertThat(trial.act(agreed, "approve", head).outcome()).isEqualTo("done");
        assertThat(cases.get(asked.id(), jurist).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void keepsAStepThatWaitsForTheApplicantAtTheUnitNamed() {
        publish(JUSTICE);
        CaseSummary asked = trial.act(trial.open(), "accept", officer);

        CaseSummary paused = trial.act(asked, "ask-supplement", jurist);
        assertThat(cases.get(paused.id(), jurist).status()).isEqualTo(CaseStatus.PAUSED);
        CaseSummary running = cases.supplemented(paused.id(), Actor.SYSTEM);

        assertThat(trial.act(running, "agree", jurist).step()).isEqualTo("approve");
    }

    @Test
    void bringsItToTheSuccessorOfAUnitThatWentWholeIntoAnotherOne() {
        publish(MERGED);

        CaseSummary asked = trial.act(trial.open(), "accept", officer);

        assertThat(desk(asked)).containsExactly(tuple(SUCCESSOR.value(), "specialist"));
        assertThat(trial.act(asked, "agree", TrialProcedure.holder(SUCCESSOR, Role.SPECIALIST))
                        .step())
                .isEqualTo("approve");
    }

    @Test
    void takesWorkAlongWhenTheUnitNamedIsMergedAndLeavesTheCaseWithItsOwn() {
        publish(JUSTICE);
        CaseSummary asked = trial.act(trial.open(), "accept", officer);
        database.sql("update casework.work_item set unit = :unit where case_file = :id and done_at is null")
                .param("unit", UnitId.ofKey(MERGED).value())
                .param("id", asked.id().value())
                .update();

        moves.follow();

        assertThat(desk(asked)).containsExactly(tuple(SUCCESSOR.value(), "specialist"));
        CaseSummary now = cases.get(asked.id(), head);
        assertThat(now.competentUnit()).isEqualTo(unit);
        assertThat(trial.act(now, "agree", TrialProcedure.holder(SUCCESSOR, Role.SPECIALIST))
                        .step())
                .isEqualTo("approve");
    }

    @Test
    void leavesItWhereTheUnitWasUntilSomebodySaysWhoTakesItWhereTheUnitWasDivided() {
        publish(JUSTICE);
        dividedSince();
        CaseSummary asked = trial.act(trial.open(), "accept", officer);
        Reader taker = TrialProcedure.holder(TAKER, Role.UNIT_HEAD);
        assertThat(desk(asked)).containsExactly(tuple(UnitId.ofKey(DIVIDED).value(), "specialist"));
        assertThat(moves.stranded(taker).stream().map(UnitMoves.Stranded::id)).contains(asked.id());

        moves.sort(asked.id(), UnitId.ofKey(DIVIDED), TAKER, taker);

        assertThat(desk(asked)).containsExactly(tuple(TAKER.value(), "specialist"));
        CaseSummary now = cases.get(asked.id(), taker);
        assertThat(trial.act(now, "agree", TrialProcedure.holder(TAKER, Role.SPECIALIST))
                        .step())
                .isEqualTo("approve");
    }

    @Test
    void bringsAStepOfAHeadToTheHeadPostOfTheUnit() {
        publish("head-of-competent");
        CaseSummary asked = trial.act(trial.open(), "accept", officer);
        assertThat(desk(asked)).containsExactly(tuple(unit.value(), "unit-head"));

        trial.another();
        publish("head-of-" + JUSTICE);
        assertThat(desk(trial.act(trial.open(), "accept", officer)))
                .containsExactly(tuple(UnitId.ofKey(JUSTICE).value(), "unit-head"));

        trial.another();
        publish("head-of-city-31");
        assertThat(desk(trial.act(trial.open(), "accept", officer)))
                .containsExactly(tuple(UnitId.ofKey("city-31").value(), "leader"));
    }

    @Test
    void bringsOpenCasesThatChangeTheirVersionToTheUnitItNames() {
        publish("competent");
        CaseSummary asked = trial.act(trial.open(), "accept", officer);
        assertThat(drafts.take("a.yml", yaml(JUSTICE), administrator))
                .isEqualTo(new ProcedureDrafts.Stored(trial.code));
        publishing.publish(trial.code, LocalDate.now(clock).plusDays(1), administrator);

        assertThat(migration.move(trial.code, 1, 2, Map.of(), administrator)).isEqualTo(1);

        assertThat(desk(asked)).containsExactly(tuple(UnitId.ofKey(JUSTICE).value(), "specialist"));
        assertThat(cases.get(asked.id(), jurist).procedureVersion()).isEqualTo(2);
    }

    @Test
    void keepsTheUnitsInTheTablesItGivesOut() {
        for (String rule : List.of(JUSTICE, "head-of-competent", "head-of-" + JUSTICE)) {
            trial.another();
            publish(rule);
            Procedure published = versions.get(trial.code, 1);

            assertThat(published.step("opinion").doer())
                    .isEqualTo(new Procedure.Doer(
                            rule.equals(JUSTICE) ? Role.SPECIALIST : Role.UNIT_HEAD, UnitRule.of(rule)));
            assertThat(drafts.take("a.csv", files.csv(published).getBytes(UTF_8), administrator))
                    .isEqualTo(new ProcedureDrafts.Unchanged(trial.code));
            assertThat(drafts.take("a.yml", files.yaml(published).getBytes(UTF_8), administrator))
                    .isEqualTo(new ProcedureDrafts.Unchanged(trial.code));
        }
    }

    @Test
    void refusesUnitsThatNobodyCouldBeAt() {
        assertThat(refusals("competnt", "specialist"))
                .containsExactly(tuple("unit_rule", "casework.refused.unit-rule"));
        assertThat(refusals("head of competent", "specialist"))
                .containsExactly(tuple("unit_rule", "casework.refused.unit-rule"));
        assertThat(refusals("head-of-head-of-competent", ""))
                .containsExactly(tuple("unit_rule", "casework.refused.unit-rule"));
        assertThat(refusals(DIVIDED, "specialist")).containsExactly(tuple("unit_rule", "casework.refused.unit-gone"));
        assertThat(refusals("head-of-" + DIVIDED, ""))
                .containsExactly(tuple("unit_rule", "casework.refused.unit-gone"));
        assertThat(refusals("head-of-competent", "specialist"))
                .containsExactly(tuple("role", "casework.refused.role-of-head"));
        assertThat(refusals(JUSTICE, "")).contains(tuple("unit_rule", "casework.refused.unit-of-nobody"));
        assertThat(drafts.find(trial.code)).isEmpty();
    }

    @Test
    void findsAUnitMissingBeforeItsLife() {
        take("commune-10507-c");
        Procedure draft =
                drafts.find(trial.code).map(ProcedureDrafts.Draft::procedure).orElseThrow();

        assertThat(publishing.notThere(draft, LocalDate.of(2025, 6, 30)))
                .hasValueSatisfying(
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/unit-not-there"));
        assertThat(publishing.notThere(draft, LocalDate.of(2025, 7, 1))).isEmpty();
        assertThat(publishing.named(draft, LocalDate.of(2025, 7, 1)).values())
                .singleElement()
                .satisfies(unit -> assertThat(unit).map(Unit::id).contains(SUCCESSOR));
    }

    private void dividedSince() {
        database.sql("""
                        update casework.procedure_step set unit_rule = :divided where procedure = :code and unit_rule = :named
                        """)
                .param("divided", DIVIDED)
                .param("code", trial.code)
                .param("named", JUSTICE)
                .update();
        database.sql("update casework.procedure_edition set edition = edition + 1")
                .update();
        clock.moveBy(Duration.ofSeconds(6));
    }

    private List<Tuple> desk(CaseSummary of) {
        return database.sql("select unit, role from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query((row, number) -> tuple(row.getObject("unit", UUID.class), row.getString("role")))
                .list();
    }

    private void take(String rule) {
        trial.take(yaml(rule));
    }

    private void publish(String rule) {
        trial.publish(yaml(rule));
    }

    private List<Tuple> refusals(String rule, String role) {
        return drafts.take("a.yml", yaml(rule, role), administrator) instanceof ProcedureDrafts.Refused refused
                ? refused.refusals().stream()
                        .map(refusal -> tuple(refusal.column(), refusal.messageKey()))
                        .toList()
                : List.of();
    }

    private byte[] yaml(String rule) {
        return yaml(rule, rule.startsWith(UnitRule.HEAD_OF) ? "" : "specialist");
    }

    private byte[] yaml(String rule, String role) {
        return """
                procedure: %s
                procedure_name: Cấp phép
                procedure_name_en: Permit
                source: Quyết định 12/QĐ-UBND
                confidence: H
                steps:
                  - step: receive
                    step_name: Tiếp nhận
                    step_name_en: Reception
                    role: one-stop-officer
                    unit_rule: receiving
                    exits:
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: opinion,
                         accepts: true}
                  - step: opinion
                    step_name: Ý kiến
                    step_name_en: Opinion
                    role: "%s"
                    unit_rule: %s
                    exits:
                      - {outcome: agree, outcome_name: Đồng ý, outcome_name_en: Agree, kind: next, to_step: approve}
                      - {outcome: ask-supplement, outcome_name: Bổ sung, outcome_name_en: Supplement, kind: supplement,
                         to_step: opinion, needs_reason: true, tells_applicant: true}
                  - step: approve
                    step_name: Duyệt
                    step_name_en: Approval
                    role: unit-head
                    unit_rule: competent
                    exits:
                      - {outcome: approve, outcome_name: Duyệt, outcome_name_en: Approve, kind: end, case_outcome: done}
                """.formatted(trial.code, role, rule).getBytes(UTF_8);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseStatus;
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
import vn.haidang.ui.ProblemException;

/** Open cases go to another version of their procedure as it was shown, one by one, and what cannot go stays and says why. */
@ModuleTest
class CaseMigrationModuleTests {

    private final ProcedureDrafts drafts;
    private final ProcedurePublishing publishing;
    private final CaseMigration migration;
    private final Openings openings;
    private final Cases cases;
    private final ClockActs clocks;
    private final MovableClock clock;
    private final JdbcClient database;
    private final UnitId unit = new UnitId(UuidCreator.getTimeOrderedEpoch());
    private final Reader administrator = new Reader(new AccountId(UUID.randomUUID()), "Vũ Thị Quản", Set.of());
    private final Reader officer = holder(Role.ONE_STOP_OFFICER);
    private final Reader specialist = holder(Role.SPECIALIST);
    private final Reader head = holder(Role.UNIT_HEAD);
    private String code = "";

    CaseMigrationModuleTests(
            ProcedureDrafts drafts,
            ProcedurePublishing publishing,
            CaseMigration migration,
            Openings openings,
            Cases cases,
            ClockActs clocks,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.migration = migration;
        this.openings = openings;
        this.cases = cases;
        this.clocks = clocks;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void anotherProcedure() {
        code = "test." + UUID.randomUUID();
    }

    @Test
    void showsWhereEachCaseWouldStandAndMovesItThereWithOneEntryEach() {
        publish(old());
        CaseSummary received = open(Map.of());
        CaseSummary appraised = act(open(Map.of()), "accept", officer);
        publish(without());
        CaseSummary newer = open(Map.of());

        CaseMigration.Preview preview = migration.preview(code, 1, 2, Map.of());
        assertThat(preview.going()).extracting(CaseMigration.Line::id).containsExactly(received.id());
        assertThat(preview.staying()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(appraised.id());
            assertThat(line.obstacle()).isEqualTo(CaseMigration.Obstacle.NO_STEP);
        });
        assertThat(now(received)).as("a preview changes nothing").isEqualTo(received);

        assertThat(migration.move(code, 1, 2, Map.of(), administrator)).isEqualTo(1);
        assertThat(now(received).procedureVersion()).isEqualTo(2);
        assertThat(now(appraised)).isEqualTo(appraised);
        assertThat(migration.move(code, 1, 2, Map.of("appraise", "check"), administrator))
                .isEqualTo(1);
        assertThat(migration.move(code, 1, 2, Map.of("appraise", "check"), administrator))
                .as("once is enough")
                .isZero();

        CaseSummary moved = now(appraised);
        assertThat(moved.step()).isEqualTo("check");
        assertThat(moved.dueAt()).isEqualTo(appraised.dueAt());
        assertThat(journaled(appraised)).isEqualTo(1);
        assertThat(journaled(received)).isEqualTo(1);
        assertThat(journaled(newer)).isZero();
        assertThat(act(moved, "approve", head).outcome()).isEqualTo("done");
        assertThat(act(act(now(received), "accept", officer), "approve", head).outcome())
                .isEqualTo("done");
    }

    @Test
    void takesACaseWhoseClockStandsStillAlongAndLetsItGoOnThere() {
        publish(old());
        CaseSummary paused = act(act(open(Map.of()), "accept", officer), "ask-supplement", specialist);
        publish(without());

        migration.move(code, 1, 2, Map.of("appraise", "check"), administrator);

        CaseSummary there = now(paused);
        assertThat(there.status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(there.step()).isEqualTo("check");
        clock.moveBy(Duration.ofDays(1));
        CaseSummary running = cases.supplemented(there.id(), Actor.SYSTEM);
        assertThat(act(running, "approve", head).outcome()).isEqualTo("done");
    }

    @Test
    void takesACaseStoppedByHandAlongAndLetsItGoOnThereWithWhatWasLeft() {
        publish(old());
        CaseSummary appraised = act(open(Map.of()), "accept", officer);
        clocks.stop(
                new ClockActs.Stop(appraised.id(), appraised.version(), "Chờ giám định", "Điều 20", UUID.randomUUID()),
                head);
        CaseSummary stopped = now(appraised);
        publish(without());

        assertThat(migration.preview(code, 1, 2, Map.of("appraise", "check")).going())
                .extracting(CaseMigration.Line::id)
                .containsExactly(stopped.id());
        assertThat(migration.move(code, 1, 2, Map.of("appraise", "check"), administrator))
                .isEqualTo(1);

        CaseSummary there = now(stopped);
        assertThat(there.status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(there.procedureVersion()).isEqualTo(2);
        assertThat(there.step()).isEqualTo("check");
        assertThat(there.dueAt()).isNull();
        assertThatThrownBy(() -> act(there, "approve", head))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/stopped-by-hand"));
        clocks.letGoOn(there.id(), there.version(), UUID.randomUUID(), head);
        CaseSummary running = now(there);
        assertThat(running.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(running.dueAt()).isEqualTo(cases.deadline(there.id()).due()).isAfter(clock.instant());
        assertThat(journaled(running)).isEqualTo(1);
        assertThat(act(running, "approve", head).outcome()).isEqualTo("done");
    }

    @Test
    void leavesACaseWhereWhatItDeclaresDoesNotFit() {
        publish(old().replace("confidence: H", "confidence: H\nfacts: \"amount:text:Số tiền:Amount\""));
        CaseSummary misfit = open(Map.of("amount", "nhiều"));
        CaseSummary fit = open(Map.of("amount", "12"));
        publish(old().replace("confidence: H", "confidence: H\nfacts: \"amount:number:Số tiền:Amount\""));

        CaseMigration.Preview preview = migration.preview(code, 1, 2, Map.of());

        assertThat(preview.staying()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(misfit.id());
            assertThat(line.obstacle()).isEqualTo(CaseMigration.Obstacle.FACTS);
        });
        assertThat(migration.move(code, 1, 2, Map.of(), administrator)).isEqualTo(1);
        assertThat(now(fit).procedureVersion()).isEqualTo(2);
        assertThat(now(misfit)).isEqualTo(misfit);
    }

    @Test
    void refusesVersionsThatAreNotThere() {
        publish(old());

        assertThatThrownBy(() -> migration.preview(code, 1, 7, Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/no-such-version"));
        assertThatThrownBy(() -> migration.preview(code, 1, 1, Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/same-version"));
    }

    private CaseSummary now(CaseSummary seen) {
        return cases.of(seen.subjectType(), seen.subjectId()).orElseThrow();
    }

    private long journaled(CaseSummary of) {
        return database.sql("""
                        select count(*) from journal.entry where verb = 'casework/migrated' and :id = any (subject_ids)
                        """).param("id", of.id().value()).query(Long.class).single();
    }

    private CaseSummary act(CaseSummary seen, String outcome, Reader by) {
        return cases.act(new TakeStep(
                seen.id(),
                seen.version(),
                String.valueOf(seen.step()),
                outcome,
                "Lý do",
                Map.of(),
                by,
                UUID.randomUUID()));
    }

    private CaseSummary open(Map<String, Object> declared) {
        CaseId id = CaseId.next(clock);
        return openings.open(
                new OpenCase(
                        id,
                        code,
                        "HS-" + id.value(),
                        "Cấp phép",
                        "casework/test",
                        UuidCreator.getTimeOrderedEpoch(),
                        unit,
                        unit,
                        Channel.ONLINE,
                        null,
                        "Nguyễn Thị Na",
                        new ClockTerms("30d", "resume", "mặc định", "Thử", "standard"),
                        clock.instant(),
                        false,
                        Actor.SYSTEM),
                declared);
    }

    private Reader holder(Role role) {
        return new Reader(new AccountId(UUID.randomUUID()), role.code(), Set.of(new Reader.Holding(unit, role)));
    }

    /** From its first day on; the days after are for the next one. */
    private void publish(String yaml) {
        assertThat(drafts.take("a.yml", yaml.getBytes(UTF_8), administrator))
                .isEqualTo(new ProcedureDrafts.Stored(code));
        clock.moveBy(Duration.ofDays(1));
        publishing.publish(code, LocalDate.now(clock), administrator);
    }

    private String old() {
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
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: appraise,
                         accepts: true}
                  - step: appraise
                    step_name: Thẩm định
                    step_name_en: Appraisal
                    role: specialist
                    unit_rule: competent
                    exits:
                      - {outcome: propose, outcome_name: Xong, outcome_name_en: Done, kind: end, case_outcome: done}
                      - {outcome: ask-supplement, outcome_name: Bổ sung, outcome_name_en: Supplement, kind: supplement,
                         to_step: appraise, needs_reason: true, tells_applicant: true}
                """.formatted(code);
    }

    /** The appraisal is gone; the head checks instead. */
    private String without() {
        return """
                procedure: %s
                procedure_name: Cấp phép
                procedure_name_en: Permit
                source: Quyết định 13/QĐ-UBND
                confidence: H
                steps:
                  - step: receive
                    step_name: Tiếp nhận
                    step_name_en: Reception
                    role: one-stop-officer
                    unit_rule: receiving
                    exits:
                      - {outcome: accept, outcome_name: Nhận, outcome_name_en: Accept, kind: next, to_step: check,
                         accepts: true}
                  - step: check
                    step_name: Kiểm tra
                    step_name_en: Check
                    role: unit-head
                    unit_rule: competent
                    exits:
                      - {outcome: approve, outcome_name: Duyệt, outcome_name_en: Approve, kind: end, case_outcome: done}
                """.formatted(code);
    }
}

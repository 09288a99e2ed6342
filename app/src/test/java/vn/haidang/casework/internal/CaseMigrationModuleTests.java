package vn.haidang.casework.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
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
    private final TrialProcedure trial;
    private final UnitId unit;
    private final Reader administrator;
    private final Reader officer;
    private final Reader specialist;
    private final Reader head;

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
    void countsACaseAboutWhoeverLooksAndLeavesItToSomebodyElse() {
        publish(old());
        CaseSummary plain = openings.open(trial.wanted(), Map.of());
        CaseSummary aboutThem =
                openings.open(trial.wantedNotBy(Set.of(Objects.requireNonNull(administrator.account()))), Map.of());
        publish(without());

        CaseMigration.Preview preview = migration.preview(trial.code, 1, 2, Map.of(), administrator);
        assertThat(preview.lines()).extracting(CaseMigration.Line::id).containsExactly(plain.id());
        assertThat(preview.hidden()).isEqualTo(1);
        assertThat(migration.move(trial.code, 1, 2, Map.of(), administrator)).isEqualTo(1);
        assertThat(trial.now(aboutThem)).isEqualTo(aboutThem);

        Reader another = new Reader(new AccountId(UUID.randomUUID()), "Quản trị khác", administrator.posts());
        assertThat(migration.preview(trial.code, 1, 2, Map.of(), another).lines())
                .extracting(CaseMigration.Line::code)
                .containsExactly(aboutThem.code());
        assertThat(migration.move(trial.code, 1, 2, Map.of(), another)).isEqualTo(1);
        assertThat(trial.now(aboutThem).procedureVersion()).isEqualTo(2);
    }

    @Test
    void showsWhereEachCaseWouldStandAndMovesItThereWithOneEntryEach() {
        publish(old());
        CaseSummary received = openings.open(trial.wanted(), Map.of());
        CaseSummary appraised = trial.act(openings.open(trial.wanted(), Map.of()), "accept", officer);
        publish(without());
        CaseSummary newer = openings.open(trial.wanted(), Map.of());

        CaseMigration.Preview preview = migration.preview(trial.code, 1, 2, Map.of(), administrator);
        assertThat(preview.going()).extracting(CaseMigration.Line::id).containsExactly(received.id());
        assertThat(preview.staying()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(appraised.id());
            assertThat(line.obstacle()).isEqualTo(CaseMigration.Obstacle.NO_STEP);
        });
        assertThat(trial.now(received)).as("a preview changes nothing").isEqualTo(received);

        assertThat(migration.move(trial.code, 1, 2, Map.of(), administrator)).isEqualTo(1);
        assertThat(trial.now(received).procedureVersion()).isEqualTo(2);
        assertThat(trial.now(appraised)).isEqualTo(appraised);
        assertThat(migration.move(trial.code, 1, 2, Map.of("appraise", "check"), administrator))
                .isEqualTo(1);
        assertThat(migration.move(trial.code, 1, 2, Map.of("appraise", "check"), administrator))
                .as("once is enough")
                .isZero();

        CaseSummary moved = trial.now(appraised);
        assertThat(moved.step()).isEqualTo("check");
        assertThat(moved.dueAt()).isEqualTo(appraised.dueAt());
        assertThat(journaled(appraised)).isEqualTo(1);
        assertThat(journaled(received)).isEqualTo(1);
        assertThat(journaled(newer)).isZero();
        assertThat(trial.act(moved, "approve", head).outcome()).isEqualTo("done");
        assertThat(trial.act(trial.act(trial.now(received), "accept", officer), "approve", head)
                        .outcome())
                .isEqualTo("done");
    }

    @Test
    void takesACaseWhoseClockStandsStillAlongAndLetsItGoOnThere() {
        publish(old());
        CaseSummary paused = trial.act(
                trial.act(openings.open(trial.wanted(), Map.of()), "accept", officer), "ask-supplement", specialist);
        publish(without());

        migration.move(trial.code, 1, 2, Map.of("appraise", "check"), administrator);

        CaseSummary there = trial.now(paused);
        assertThat(there.status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(there.step()).isEqualTo("check");
        clock.moveBy(Duration.ofDays(1));
        CaseSummary running = cases.supplemented(there.id(), Actor.SYSTEM);
        assertThat(trial.act(running, "approve", head).outcome()).isEqualTo("done");
    }

    @Test
    void takesACaseStoppedByHandAlongAndLetsItGoOnThereWithWhatWasLeft() {
        publish(old());
        CaseSummary appraised = trial.act(openings.open(trial.wanted(), Map.of()), "accept", officer);
        clocks.stop(
                new ClockActs.Stop(appraised.id(), appraised.version(), "Chờ giám định", "Điều 20", UUID.randomUUID()),
                head);
        CaseSummary stopped = trial.now(appraised);
        publish(without());

        assertThat(migration
                        .preview(trial.code, 1, 2, Map.of("appraise", "check"), administrator)
                        .going())
                .extracting(CaseMigration.Line::id)
                .containsExactly(stopped.id());
        assertThat(migration.move(trial.code, 1, 2, Map.of("appraise", "check"), administrator))
                .isEqualTo(1);

        CaseSummary there = trial.now(stopped);
        assertThat(there.status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(there.procedureVersion()).isEqualTo(2);
        assertThat(there.step()).isEqualTo("check");
        assertThat(there.dueAt()).isNull();
        assertThatThrownBy(() -> trial.act(there, "approve", head))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/stopped-by-hand"));
        clocks.letGoOn(there.id(), there.version(), UUID.randomUUID(), head);
        CaseSummary running = trial.now(there);
        assertThat(running.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(running.dueAt()).isEqualTo(cases.deadline(there.id()).due()).isAfter(clock.instant());
        assertThat(journaled(running)).isEqualTo(1);
        assertThat(trial.act(running, "approve", head).outcome()).isEqualTo("done");
    }

    @Test
    void leavesACaseWhereWhatItDeclaresDoesNotFit() {
        publish(old().replace("confidence: H", "confidence: H\nfacts: \"amount:text:Số tiền:Amount\""));
        CaseSummary misfit = openings.open(trial.wanted(), Map.of("amount", "nhiều"));
        CaseSummary fit = openings.open(trial.wanted(), Map.of("amount", "12"));
        publish(old().replace("confidence: H", "confidence: H\nfacts: \"amount:number:Số tiền:Amount\""));

        CaseMigration.Preview preview = migration.preview(trial.code, 1, 2, Map.of(), administrator);

        assertThat(preview.staying()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(misfit.id());
            assertThat(line.obstacle()).isEqualTo(CaseMigration.Obstacle.FACTS);
        });
        assertThat(migration.move(trial.code, 1, 2, Map.of(), administrator)).isEqualTo(1);
        assertThat(trial.now(fit).procedureVersion()).isEqualTo(2);
        assertThat(trial.now(misfit)).isEqualTo(misfit);
    }

    @Test
    void refusesVersionsThatAreNotThere() {
        publish(old());

        assertThatThrownBy(() -> migration.preview(trial.code, 1, 7, Map.of(), administrator))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/no-such-version"));
        assertThatThrownBy(() -> migration.preview(trial.code, 1, 1, Map.of(), administrator))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("casework/same-version"));
    }

    private long journaled(CaseSummary of) {
        return database.sql("""
                        select count(*) from journal.entry where verb = 'casework/migrated' and :id = any (subject_ids)
                        """).param("id", of.id().value()).query(Long.class).single();
    }

    /** From its first day on; the days after are for the next one. */
    private void publish(String yaml) {
        trial.take(yaml.getBytes(UTF_8));
        clock.moveBy(Duration.ofDays(1));
        publishing.publish(trial.code, LocalDate.now(clock), administrator);
    }

    private String old() {
        return TimedProcedure.text(trial.code, "", "");
    }

    /** The appraisal is gone; the head checks instead. */
    private String without() {
        return TimedProcedure.head(trial.code) + TimedProcedure.reception("check", "") + """
                  - step: check
                    step_name: Kiểm tra
                    step_name_en: Check
                    role: unit-head
                    unit_rule: competent
                    exits:
                      - {outcome: approve, outcome_name: Duyệt, outcome_name_en: Approve, kind: end, case_outcome: done}
                """;
    }
}

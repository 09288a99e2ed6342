package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.casework.internal.VisitClocks;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Derivation;

/** The clock of a case stopped by hand: by whom, why, on what basis, and what is left afterwards. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class StoppedClockModuleTests {

    private static final ClockTerms ANEW_AFTER_SUPPLEMENT =
            new ClockTerms("3wd", "restart", "Quy chế một cửa", "Luật Hộ tịch 60/2014/QH13", "standard");
    private static final String BASIS = "Điều 20 Nghị định 118/2025/NĐ-CP";

    private final Cases cases;
    private final ClockActs clocks;
    private final CaseDesk desk;
    private final VisitClocks visits;
    private final UnitMoves moves;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;

    StoppedClockModuleTests(
            Cases cases,
            ClockActs clocks,
            CaseDesk desk,
            VisitClocks visits,
            UnitMoves moves,
            MovableClock clock,
            JdbcClient database) {
        this.cases = cases;
        this.clocks = clocks;
        this.desk = desk;
        this.visits = visits;
        this.moves = moves;
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
    }

    @Test
    void goesOnWithWhatWasLeftAndSaysSoInItsDerivation() {
        moveTo("2026-03-09T02:00:00Z");
        CaseSummary opened = bed.open(ANEW_AFTER_SUPPLEMENT, clock.instant(), Channel.ONLINE);
        moveTo("2026-03-11T02:00:00Z");

        CaseSummary stopped = stopped(opened);
        moveTo("2026-03-19T02:00:00Z");
        clocks.letGoOn(opened.id(), stopped.version(), UUID.randomUUID(), bed.head);

        assertThat(stopped.status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(stopped.dueAt()).isNull();
        assertThat(stopped.step()).isEqualTo("receive");
        CaseSummary running = now(opened);
        assertThat(running.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(running.dueAt()).isEqualTo(Instant.parse("2026-03-20T17:00:00Z"));
        Deadline deadline = cases.deadline(opened.id());
        assertThat(deadline.due()).isEqualTo(running.dueAt());
        assertThat(deadline.derivation().lines())
                .filteredOn(line -> List.of("paused", "goes-on", "begins-anew").contains(line.code()))
                .extracting(Derivation.Line::code, Derivation.Line::source)
                .containsExactly(tuple("paused", BASIS), tuple("goes-on", BASIS));
        assertThat(bed.take(running, "accept", bed.officer).step()).isEqualTo("appraise");
    }

    @Test
    void letsNobodyWorkMeanwhileAndTellsTheApplicantWhy() {
        CaseSummary opened = bed.open();

        CaseSummary stopped = stopped(opened);

        refused("casework/stopped-by-hand", () -> bed.take(stopped, "accept", bed.officer));
        refused("casework/no-supplement-asked", () -> cases.supplemented(opened.id(), bed.resident.actor()));
        Cases.Event last = cases.history(opened.id()).getLast();
        assertThat(last.verb()).isEqualTo("clock-stopped");
        assertThat(last.actorName()).isEqualTo(bed.head.displayName());
        assertThat(last.toldApplicant()).isTrue();
        assertThat(last.reason()).isEqualTo("Chờ kết luận giám định (" + BASIS + ")");
        assertThat(journaled(opened, "casework/clock-stopped"))
                .containsExactly(Objects.requireNonNull(bed.head.account()).value());
        assertThat(itemState(opened)).isEqualTo("WAITING");
    }

    @Test
    void letsOthersHearOfIt(AssertablePublishedEvents events) {
        CaseSummary opened = bed.open();

        CaseSummary stopped = stopped(opened);
        clocks.letGoOn(opened.id(), stopped.version(), UUID.randomUUID(), bed.head);

        assertThat(events.ofType(ClockStopped.class).matching(ClockStopped::caseId, opened.id()::equals))
                .singleElement()
                .returns(stopped.version(), ClockStopped::version)
                .returns(opened.applicant(), ClockStopped::applicant);
        assertThat(events.ofType(ClockResumed.class).matching(ClockResumed::caseId, opened.id()::equals))
                .hasSize(1);
        CaseSummary asked = bed.take(bed.open(), "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        cases.supplemented(asked.id(), bed.resident.actor());
        assertThat(events.ofType(ClockResumed.class).matching(ClockResumed::caseId, asked.id()::equals))
                .isEmpty();
    }

    @Test
    void letsNoStepBeLateWhileItStandsStill() {
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        Instant due = Objects.requireNonNull(present(opened).dueAt());

        stopped(opened);
        clock.moveTo(due.plusSeconds(3600));

        assertThat(present(opened).dueAt()).isNull();
        assertThat(present(opened).late()).isFalse();
        clocks.letGoOn(opened.id(), now(opened).version(), UUID.randomUUID(), bed.head);
        assertThat(present(opened).dueAt()).isAfter(due);
    }

    @Test
    void obeysOnlyWhoeverHoldsTheRightAtTheCompetentUnit() {
        CaseSummary opened = bed.open();

        refused("casework/not-your-clock", () -> clocks.stop(stop(opened), bed.specialist));
        refused("casework/not-your-clock", () -> clocks.look(opened.id(), bed.officer));
        refused("casework/no-such-case", () -> clocks.stop(stop(opened), bed.stranger));
        refused("casework/reason-missing", () -> clocks.stop(stop(opened, " ", BASIS), bed.head));
        refused("casework/basis-missing", () -> clocks.stop(stop(opened, "Chờ", " "), bed.head));
        refused("casework/field-malformed", () -> clocks.stop(stop(opened, "x".repeat(501), BASIS), bed.head));
        refused(
                "casework/clock-not-stopped",
                () -> clocks.letGoOn(opened.id(), opened.version(), UUID.randomUUID(), bed.head));

        assertThat(now(opened)).isEqualTo(opened);
    }

    @Test
    void doesNothingTwiceAndNothingOnAnOldSight() {
        CaseSummary opened = bed.open();
        ClockActs.Stop stop = stop(opened);

        clocks.stop(stop, bed.head);
        clocks.stop(stop, bed.head);

        assertThat(pauses(opened)).isEqualTo(1);
        refused("casework/changed-meanwhile", () -> clocks.stop(stop(opened), bed.head));
        refused("casework/stopped-by-hand", () -> clocks.stop(stop(now(opened)), bed.head));
        refused(
                "casework/changed-meanwhile",
                () -> clocks.letGoOn(opened.id(), opened.version(), UUID.randomUUID(), bed.head));
        CaseSummary other = bed.take(bed.open(), "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        refused("casework/clock-stopped", () -> clocks.stop(stop(other), bed.head));
    }

    @Test
    void namesWhomASubstituteStandsInForAndEndsWithTheCase() {
        CaseSummary opened = bed.open();
        AccountId principal = Objects.requireNonNull(bed.head.account());
        Reader deputy = new Reader(
                new AccountId(UuidCreator.getTimeOrderedEpoch()),
                "Ngô Văn Phó",
                Set.of(),
                null,
                null,
                Set.of(new Reader.StandIn(
                        new Reader.Holding(bed.commune, Role.UNIT_HEAD), principal, bed.head.displayName())));

        clocks.stop(stop(opened), deputy);

        Cases.Event last = cases.history(opened.id()).getLast();
        assertThat(last.actorName()).isEqualTo("Ngô Văn Phó");
        assertThat(last.behalfName()).isEqualTo(bed.head.displayName());
        assertThat(cases.withdraw(opened.id(), bed.resident.actor(), null).outcome())
                .isEqualTo("withdrawn");
        assertThat(database.sql("select count(*) from casework.pause where case_file = :id and to_at is null")
                        .param("id", opened.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void goesStoppedWithItsUnitIntoTheSuccessorWhoseHeadLetsItGoOn() {
        CaseTestbed merged = new CaseTestbed(cases, clock, UnitId.ofKey("commune-10507-b"));
        CaseTestbed successor = new CaseTestbed(cases, clock, UnitId.ofKey("commune-10507-c"));
        CaseSummary opened = merged.open();
        clocks.stop(stop(opened), merged.head);

        moves.follow();
        moves.follow();

        CaseSummary there = cases.get(opened.id(), successor.head);
        assertThat(there.status()).isEqualTo(CaseStatus.STOPPED);
        assertThat(there.competentUnit()).isEqualTo(successor.commune);
        assertThat(there.step()).isEqualTo(opened.step());
        assertThat(there.dueAt()).isNull();
        assertThat(pauses(opened)).isEqualTo(1);
        refused("casework/stopped-by-hand", () -> successor.take(there, "accept", successor.officer));
        refused(
                "casework/no-such-case",
                () -> clocks.letGoOn(opened.id(), there.version(), UUID.randomUUID(), merged.head));

        clocks.letGoOn(opened.id(), there.version(), UUID.randomUUID(), successor.head);

        CaseSummary running = cases.get(opened.id(), successor.head);
        assertThat(running.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.deadline(opened.id()).due()).isEqualTo(running.dueAt());
        assertThat(successor.take(running, "accept", successor.officer).step()).isEqualTo("appraise");
        assertThat(journaled(opened, "casework/clock-stopped")).hasSize(1);
    }

    private CaseSummary stopped(CaseSummary running) {
        clocks.stop(stop(running), bed.head);
        return now(running);
    }

    private VisitClocks.Visit present(CaseSummary seen) {
        return visits.of(desk.view(seen.id(), bed.head)).visits().getLast();
    }

    private CaseSummary now(CaseSummary seen) {
        return cases.get(seen.id(), bed.head);
    }

    private static ClockActs.Stop stop(CaseSummary seen) {
        return stop(seen, "Chờ kết luận giám định", BASIS);
    }

    private static ClockActs.Stop stop(CaseSummary seen, String reason, String basis) {
        return new ClockActs.Stop(seen.id(), seen.version(), reason, basis, UUID.randomUUID());
    }

    private List<UUID> journaled(CaseSummary summary, String verb) {
        return database.sql("select actor_id from journal.entry where verb = :verb and :id = any (subject_ids)")
                .param("verb", verb)
                .param("id", summary.id().value())
                .query((row, number) -> row.getObject("actor_id", UUID.class))
                .list();
    }

    private String itemState(CaseSummary summary) {
        return database.sql("select state from casework.work_item where case_file = :id and done_at is null")
                .param("id", summary.id().value())
                .query(String.class)
                .single();
    }

    private long pauses(CaseSummary summary) {
        return database.sql("select count(*) from casework.pause where case_file = :id")
                .param("id", summary.id().value())
                .query(Long.class)
                .single();
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

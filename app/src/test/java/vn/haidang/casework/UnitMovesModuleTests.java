package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.Consult;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.casework.internal.EndedHours;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.casework.internal.VisitClocks;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

/** Open work of units that ended: by itself where all went to one, by a person where it was divided. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class UnitMovesModuleTests {

    private static final UnitId MERGED = UnitId.ofKey("commune-10507-b");
    private static final UnitId SUCCESSOR = UnitId.ofKey("commune-10507-c");
    private static final UnitId DIVIDED = UnitId.ofKey("dept-lao-dong-thuong-binh-xa-hoi-2024");
    private static final UnitId TAKER = UnitId.ofKey("dept-y-te");
    private static final UnitId STRANGER = UnitId.ofKey("commune-10537-c");
    private static final UnitId VANISHED = UnitId.ofKey("commune-10522-a");

    /** Those of the province it lay in, which ended with the unit on 1 July 2025. */
    private static final ClockTerms OWN_HOURS =
            new ClockTerms("3wd", "resume", "mặc định", "Luật Hộ tịch 60/2014/QH13", "hai-duong");

    private final Cases cases;
    private final UnitMoves moves;
    private final EndedHours ended;
    private final ApologiesDue apologies;
    private final CaseDesk desk;
    private final VisitClocks visits;
    private final ConsultActs consults;
    private final WorkItems work;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed merged;
    private final CaseTestbed successor;

    UnitMovesModuleTests(
            Cases cases,
            UnitMoves moves,
            EndedHours ended,
            ApologiesDue apologies,
            CaseDesk desk,
            VisitClocks visits,
            ConsultActs consults,
            WorkItems work,
            MovableClock clock,
            JdbcClient database) {
        this.cases = cases;
        this.moves = moves;
        this.ended = ended;
        this.apologies = apologies;
        this.desk = desk;
        this.visits = visits;
        this.consults = consults;
        this.work = work;
        this.clock = clock;
        this.database = database;
        this.merged = new CaseTestbed(cases, clock, MERGED);
        this.successor = new CaseTestbed(cases, clock, SUCCESSOR);
    }

    @Test
    void followsAUnitThatWentWholeIntoAnotherOneAndKeepsCodeStepAndDate() {
        CaseSummary opened = merged.take(merged.open(), "accept", merged.officer);

        moves.follow();
        moves.follow();

        CaseSummary now = now(opened);
        assertThat(now.competentUnit()).isEqualTo(SUCCESSOR);
        assertThat(now.receivingUnit()).isEqualTo(SUCCESSOR);
        assertThat(now.code()).isEqualTo(opened.code());
        assertThat(now.step()).isEqualTo(opened.step());
        assertThat(now.dueAt()).isEqualTo(opened.dueAt());
        assertThat(journaled(opened)).containsExactly("system");
        assertThat(itemUnits(opened)).containsOnly(SUCCESSOR.value());
        refused("casework/changed-meanwhile", () -> merged.take(opened, "propose", successor.specialist));
        assertThat(successor.take(now, "propose", successor.specialist).step()).isEqualTo("approve");
    }

    @Test
    void movesACaseWhoseClockStandsStillWholeAndLetsItGoOnThere() {
        CaseSummary paused =
                merged.take(merged.open(), "ask-supplement", merged.officer, "Thiếu giấy", UUID.randomUUID());

        moves.follow();

        CaseSummary there = now(paused);
        assertThat(there.status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(there.competentUnit()).isEqualTo(SUCCESSOR);
        refused("casework/clock-stopped", () -> successor.take(there, "accept", successor.officer));
        CaseSummary running = cases.supplemented(paused.id(), merged.resident.actor());
        assertThat(successor.take(running, "accept", successor.officer).step()).isEqualTo("appraise");
    }

    @Test
    void letsTheTimeGoOnInTheHoursOfTheSuccessorWhereTheUnitHadItsOwn() {
        List<CaseSummary> opened = new ArrayList<>();
        MovableClock.at(Instant.parse("2025-06-26T02:00:00Z"), () -> {
            CaseSummary paused = merged.open(OWN_HOURS, clock.instant(), Channel.ONLINE);
            opened.add(merged.take(paused, "ask-supplement", merged.officer, "Thiếu giấy", UUID.randomUUID()));
            opened.add(merged.open(OWN_HOURS, clock.instant(), Channel.ONLINE));
        });
        CaseSummary other = merged.open();

        moves.follow();
        assertThat(ended.goOn()).isGreaterThanOrEqualTo(2);
        assertThat(ended.goOn()).isZero();

        CaseSummary paused = opened.getFirst();
        CaseSummary running = cases.supplemented(paused.id(), merged.resident.actor());
        assertThat(running.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(running.dueAt()).isAfter(clock.instant());
        assertThat(successor.take(running, "accept", successor.officer).step()).isEqualTo("appraise");
        CaseSummary late = now(opened.getLast());
        assertThat(late.dueAt()).isEqualTo(opened.getLast().dueAt());
        assertThat(visits.of(desk.view(late.id(), successor.officer)).visits()).hasSize(1);
        assertThat(successor.take(late, "accept", successor.officer).step()).isEqualTo("appraise");
        assertThat(hours(paused)).isEqualTo("hai-duong>2025-07-01=standard").isEqualTo(hours(late));
        assertThat(hours(other)).isEqualTo("standard");
        assertThat(database.sql("""
                        select count(*) from journal.entry
                        where verb = 'casework/hours-changed' and :one = any (subject_ids) and :other = any (subject_ids)
                        """)
                        .param("one", paused.id().value())
                        .param("other", late.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void holdsUpNobodyWhereTheHoursOfOneCaseAreNotKnown() {
        MovableClock.at(
                Instant.parse("2025-06-26T02:00:00Z"), () -> merged.open(OWN_HOURS, clock.instant(), Channel.ONLINE));
        CaseSummary known =
                merged.open(CaseTestbed.THREE_DAYS, clock.instant().minus(Duration.ofDays(10)), Channel.ONLINE);
        moves.follow();

        assertThat(apologies.of(successor.head))
                .extracting(ApologiesDue.Waiting::id)
                .contains(known.id());
    }

    @Test
    void takesOpinionsAndWorkOfNoCaseAlong() {
        CaseTestbed elsewhere = new CaseTestbed(cases, clock);
        CaseSummary asking = elsewhere.open();
        UUID asked = consults.ask(
                new ConsultActs.NewConsult(
                        asking.id(),
                        "Có đồng ý không?",
                        List.of(MERGED),
                        Role.SPECIALIST,
                        ConsultTerms.Join.ALL,
                        clock.instant().plusSeconds(90_000),
                        ConsultTerms.Silence.WAIT,
                        null),
                UUID.randomUUID(),
                elsewhere.officer);
        Subject report = new Subject("reporting/submission", UUID.randomUUID());
        UUID posted = work.post(new NewWork(
                "Nộp báo cáo",
                MERGED,
                Role.SPECIALIST,
                null,
                null,
                report,
                "/reports/2",
                null,
                elsewhere.officer.actor()));

        moves.follow();

        UUID item = database.sql("select id from casework.work_item where consult = :consult")
                .param("consult", asked)
                .query(UUID.class)
                .single();
        assertThat(now(asking).competentUnit()).isEqualTo(elsewhere.commune);
        consults.answer(item, Consult.Answer.AGREED, null, successor.specialist);
        assertThat(database.sql("select unit from casework.work_item where id = :id")
                        .param("id", posted)
                        .query(UUID.class)
                        .single())
                .isEqualTo(SUCCESSOR.value());
        work.done(report, successor.specialist.actor());
    }

    @Test
    void waitsForAPersonWhereTheUnitWasDividedOrNothingIsEstablished() {
        CaseTestbed divided = new CaseTestbed(cases, clock, DIVIDED);
        CaseTestbed vanished = new CaseTestbed(cases, clock, VANISHED);
        CaseSummary one = divided.open();
        CaseSummary two = vanished.open();
        Reader head = holder(TAKER, Role.UNIT_HEAD);
        Reader administrator = holder(STRANGER, Role.ADMINISTRATOR);
        moves.follow();

        assertThat(now(one).competentUnit()).isEqualTo(DIVIDED);
        assertThat(stranded(head)).contains(one.id()).doesNotContain(two.id());
        assertThat(stranded(administrator)).contains(one.id(), two.id());
        assertThat(stranded(holder(STRANGER, Role.UNIT_HEAD))).doesNotContain(one.id(), two.id());
        refused("casework/not-a-successor", () -> moves.sort(one.id(), DIVIDED, STRANGER, head));
        refused("casework/no-such-case", () -> moves.sort(two.id(), VANISHED, TAKER, head));
        refused("casework/no-such-case", () -> moves.sort(one.id(), VANISHED, STRANGER, administrator));

        moves.sort(one.id(), DIVIDED, TAKER, head);
        moves.sort(two.id(), VANISHED, STRANGER, administrator);

        assertThat(now(one).competentUnit()).isEqualTo(TAKER);
        assertThat(now(two).competentUnit()).isEqualTo(STRANGER);
        assertThat(now(one).dueAt()).isEqualTo(one.dueAt());
        assertThat(journaled(one)).containsExactly("account");
        assertThat(stranded(administrator)).doesNotContain(one.id(), two.id());
        refused("casework/no-such-case", () -> moves.sort(one.id(), DIVIDED, TAKER, head));
    }

    @Test
    void leavesClosedCasesWhereTheyWere() {
        CaseSummary done = merged.finish(merged.open());

        moves.follow();

        assertThat(now(done).competentUnit()).isEqualTo(MERGED);
    }

    private List<CaseId> stranded(Reader reader) {
        return moves.stranded(reader).stream().map(UnitMoves.Stranded::id).toList();
    }

    private static Reader holder(UnitId unit, Role role) {
        return new Reader(new AccountId(UUID.randomUUID()), role.code(), Set.of(new Reader.Holding(unit, role)));
    }

    private CaseSummary now(CaseSummary seen) {
        return cases.of(seen.subjectType(), seen.subjectId()).orElseThrow();
    }

    private String hours(CaseSummary of) {
        return database.sql("select office_hours from casework.case_file where id = :id")
                .param("id", of.id().value())
                .query(String.class)
                .single();
    }

    private List<UUID> itemUnits(CaseSummary of) {
        return database.sql("select unit from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query((row, number) -> row.getObject("unit", UUID.class))
                .list();
    }

    private List<String> journaled(CaseSummary of) {
        return database.sql("""
                        select actor_kind from journal.entry where verb = 'casework/unit-moved' and :id = any (subject_ids)
                        """)
                .param("id", of.id().value())
                .query((row, number) -> row.getString("actor_kind"))
                .list();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

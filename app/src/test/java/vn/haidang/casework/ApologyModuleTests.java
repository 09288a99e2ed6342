package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Apologies;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.casework.internal.ApologyDrafts;
import vn.haidang.ui.ProblemException;

/** The applicant is told before the time limit ends, once, and the time limit stays. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ApologyModuleTests {

    private static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 3, 16);

    private final ApologyDrafts drafts;
    private final ApologiesDue due;
    private final JdbcClient database;
    private final Apologies apologies;
    private final Cases cases;
    private final MovableClock clock;
    private final CaseTestbed bed;

    ApologyModuleTests(
            ApologyDrafts drafts,
            ApologiesDue due,
            Apologies apologies,
            Cases cases,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.database = database;
        this.due = due;
        this.apologies = apologies;
        this.cases = cases;
        this.clock = clock;
        this.bed = new CaseTestbed(cases, clock);
    }

    @Test
    void standsBeforeTheHeadOneWorkingDayBeforeTheEnd() {
        CaseSummary opened = open();

        moveTo("2026-03-10T02:00:00Z");
        assertThat(waiting(opened)).isEmpty();
        moveTo("2026-03-11T02:00:00Z");
        assertThat(waiting(opened))
                .singleElement()
                .satisfies(one -> assertThat(one.late()).isFalse());
        moveTo("2026-03-13T02:00:00Z");
        assertThat(waiting(opened))
                .singleElement()
                .satisfies(one -> assertThat(one.late()).isTrue());
        assertThat(due.of(bed.specialist)).isEmpty();
        assertThat(due.of(bed.stranger)).isEmpty();
    }

    @Test
    void givesANewDayOnceAndLeavesTheTimeLimit() {
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");

        refused("casework/reason-missing", () -> send(opened, NEXT_MONDAY, " "));
        refused("casework/new-day-too-early", () -> send(opened, LocalDate.of(2026, 3, 12), "Chờ xác minh"));
        refused("casework/new-day-closed", () -> send(opened, LocalDate.of(2026, 3, 14), "Chờ xác minh"));
        refused("casework/new-day-closed", () -> send(opened, LocalDate.of(2062, 3, 16), "Chờ xác minh"));
        send(opened, NEXT_MONDAY, "Chờ xác minh");
        send(opened, NEXT_MONDAY, "Chờ xác minh");
        refused("casework/apologised-already", () -> send(opened, NEXT_MONDAY.plusDays(1), "Chờ xác minh"));
        refused(
                "casework/not-your-clock",
                () -> apologies.send(opened.id(), NEXT_MONDAY, "Chờ xác minh", bed.specialist));
        refused("casework/no-such-case", () -> apologies.send(opened.id(), NEXT_MONDAY, "Chờ", bed.stranger));

        assertThat(waiting(opened)).isEmpty();
        assertThat(cases.get(opened.id(), bed.head).dueAt()).isEqualTo(opened.dueAt());
        assertThat(cases.history(opened.id()))
                .filteredOn(event -> event.verb().equals("apologised"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.toldApplicant()).isTrue();
                    assertThat(event.reason()).isEqualTo("16/03/2026 – Chờ xác minh");
                });
    }

    @Test
    void isNotDueWhileTheClockStandsStill() {
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());

        assertThat(waiting(opened)).isEmpty();
        refused("casework/clock-stopped", () -> send(opened, NEXT_MONDAY, "Chờ xác minh"));
    }

    @Test
    void isDraftedByItselfBeforeTheEndAndGivenToTheHead() {
        CaseSummary opened = open();
        moveTo("2026-03-10T02:00:00Z");
        drafts.writeThoseDue();
        assertThat(letters(opened)).isZero();

        moveTo("2026-03-11T02:00:00Z");
        drafts.writeThoseDue();
        drafts.writeThoseDue();

        assertThat(letters(opened)).isEqualTo(1);
        Apologies.Draft draft = apologies.draft(opened);
        assertThat(draft.newDay()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(draft.reason()).contains("Tiếp nhận hồ sơ");
        send(opened, draft.newDay(), draft.reason());
        assertThat(letters(opened)).isZero();
        drafts.writeThoseDue();
        assertThat(letters(opened)).isZero();
    }

    @Test
    void isTakenAwayWhereItIsNotNeededAnyMore() {
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");
        drafts.writeThoseDue();
        assertThat(letters(opened)).isEqualTo(1);

        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy", UUID.randomUUID());
        drafts.writeThoseDue();

        assertThat(letters(opened)).isZero();
    }

    /** Open work of the head to send the letter of a case. */
    private long letters(CaseSummary opened) {
        return database.sql("""
                        select count(*) from casework.work_item
                        where subject_type = 'casework/apology' and subject_id = :case and done_at is null
                          and role = 'unit-head' and unit = :unit and due_at = :due
                        """)
                .param("case", opened.id().value())
                .param("unit", opened.competentUnit().value())
                .param("due", Objects.requireNonNull(opened.dueAt()).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private CaseSummary open() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        return bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
    }

    private void send(CaseSummary opened, LocalDate newDay, String reason) {
        apologies.send(opened.id(), newDay, reason, bed.head);
    }

    private List<ApologiesDue.Waiting> waiting(CaseSummary opened) {
        return due.of(bed.head).stream()
                .filter(one -> one.id().equals(opened.id()))
                .toList();
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Apologies;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.ui.ProblemException;

/** The applicant is told before the time limit ends, once, and the time limit stays. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ApologyModuleTests {

    private static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 3, 16);

    private final ApologiesDue due;
    private final Apologies apologies;
    private final Cases cases;
    private final MovableClock clock;
    private final CaseTestbed bed;

    ApologyModuleTests(ApologiesDue due, Apologies apologies, Cases cases, MovableClock clock) {
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
        assertThat(waiting(opened)).singleElement().satisfies(one -> assertThat(one.late())
                .isFalse());
        moveTo("2026-03-13T02:00:00Z");
        assertThat(waiting(opened)).singleElement().satisfies(one -> assertThat(one.late())
                .isTrue());
        assertThat(due.of(bed.specialist)).isEmpty();
        assertThat(due.of(bed.stranger)).isEmpty();
    }

    @Test
    void givesANewDayOnceAndLeavesTheTimeLimit() {
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");

        refused("casework/reason-missing", () -> send(opened, NEXT_MONDAY, " "));
        refused("casework/new-day-too-early", () -> send(opened, LocalDate.of(2026, 3, 12), "Chờ xác minh"));
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

    private CaseSummary open() {
        moveTo("2026-03-09T02:00:00Z");
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

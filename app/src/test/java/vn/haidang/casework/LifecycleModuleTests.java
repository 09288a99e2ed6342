package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Role;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Derivation;

@ModuleTest
@Import(CaseTestbed.Issuing.class)
class LifecycleModuleTests {

    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;

    LifecycleModuleTests(Cases cases, MovableClock clock, JdbcClient database) {
        this.cases = cases;
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
    }

    @Test
    void goesFromReceptionToTheResultAndEndsDone() {
        CaseSummary opened = bed.open();

        CaseSummary done = bed.finish(opened);

        assertThat(opened.step()).isEqualTo("receive");
        assertThat(done.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(done.outcome()).isEqualTo("done");
        assertThat(cases.get(done.id(), bed.resident)).isEqualTo(done);
        assertThat(cases.history(done.id()))
                .extracting(Cases.Event::verb)
                .containsExactly("opened", "accepted", "step-done", "step-done", "closed");
    }

    @Test
    void letsNobodyCheckTheirOwnWork() {
        var both = bed.holder("Đỗ Kiêm Nhiệm", Role.SPECIALIST, Role.UNIT_HEAD);
        CaseSummary proposed = bed.take(bed.take(bed.open(), "accept", bed.officer), "propose", both);

        refused("casework/four-eyes", () -> bed.take(proposed, "approve", both));

        assertThat(cases.get(proposed.id(), both)).isEqualTo(proposed);
        assertThat(bed.take(proposed, "approve", bed.head).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void opensANewVisitWhenItGoesBack() {
        CaseSummary proposed = bed.take(bed.take(bed.open(), "accept", bed.officer), "propose", bed.specialist);

        CaseSummary back = bed.take(proposed, "return", bed.head, "Thiếu trích lục", UUID.randomUUID());

        assertThat(back.step()).isEqualTo("appraise");
        assertThat(visits(back.id())).containsExactly("receive", "appraise", "approve", "appraise");
    }

    @Test
    void acceptsActsOnlyFromWhoeverHoldsTheRoleAtTheUnit() {
        CaseSummary opened = bed.open();

        refused("casework/post-vacant", () -> bed.take(opened, "accept", bed.specialist));
        refused("casework/not-your-work", () -> bed.take(opened, "accept", bed.resident));
        refused("casework/no-such-case", () -> bed.take(opened, "accept", bed.stranger));
        refused("casework/no-such-outcome", () -> bed.take(opened, "approve", bed.officer));
        refused("casework/reason-missing", () -> bed.take(opened, "refuse", bed.officer, " ", UUID.randomUUID()));
    }

    @Test
    void answersAForgedCaseAsItAnswersAnUnknownOne() {
        CaseSummary opened = bed.open();
        CaseId unknown = CaseId.next(clock);

        var hidden = problem(() -> cases.get(opened.id(), bed.stranger));
        var missing = problem(() -> cases.get(unknown, bed.stranger));

        assertThat(hidden).isEqualTo(missing);
    }

    @Test
    void stopsTheClockForASupplementAndGoesOnAfterwards() {
        moveTo("2026-03-09T02:00:00Z");
        CaseSummary opened = bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
        Deadline promised = cases.firstPromise(opened.id());

        CaseSummary paused =
                bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy chứng sinh", UUID.randomUUID());
        refused("casework/clock-stopped", () -> bed.take(paused, "accept", bed.officer));
        moveTo("2026-03-11T02:00:00Z");
        CaseSummary resumed = cases.supplemented(opened.id(), bed.resident.actor());

        assertThat(paused.status()).isEqualTo(CaseStatus.PAUSED);
        assertThat(paused.dueAt()).isNull();
        assertThat(resumed.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(promised.due()).isEqualTo(Instant.parse("2026-03-12T17:00:00Z"));
        assertThat(resumed.dueAt()).isEqualTo(Instant.parse("2026-03-16T17:00:00Z"));
        assertThat(cases.deadline(opened.id()).due()).isEqualTo(resumed.dueAt());
        assertThat(cases.firstPromise(opened.id())).isEqualTo(promised);
        refused("casework/no-supplement-asked", () -> cases.supplemented(opened.id(), bed.resident.actor()));
    }

    @Test
    void duesASameDayCaseResumedAfterThreeOnTheNextWorkingDay() {
        moveTo("2026-03-12T02:00:00Z");
        CaseSummary opened = bed.open();
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy chứng sinh", UUID.randomUUID());
        moveTo("2026-03-12T08:30:00Z");

        CaseSummary resumed = cases.supplemented(opened.id(), bed.resident.actor());

        assertThat(opened.dueAt()).isEqualTo(Instant.parse("2026-03-12T10:00:00Z"));
        assertThat(resumed.dueAt()).isEqualTo(Instant.parse("2026-03-13T10:00:00Z"));
    }

    @Test
    void endsWithdrawnWhileTheClockStandsStill() {
        CaseSummary opened = bed.open();
        bed.take(opened, "ask-supplement", bed.officer, "Thiếu giấy chứng sinh", UUID.randomUUID());

        CaseSummary withdrawn = cases.withdraw(opened.id(), bed.resident.actor(), null);

        assertThat(withdrawn.outcome()).isEqualTo("withdrawn");
        assertThat(openPauses(opened.id())).isZero();
        refused("casework/closed", () -> cases.withdraw(opened.id(), bed.resident.actor(), null));
    }

    @Test
    void doesNothingTwiceForOneKey() {
        CaseSummary opened = bed.open();
        UUID key = UUID.randomUUID();

        CaseSummary first = bed.take(opened, "accept", bed.officer, null, key);
        bed.take(first, "propose", bed.specialist);
        CaseSummary again = bed.take(opened, "accept", bed.officer, null, key);

        assertThat(again).isEqualTo(first);
        assertThat(cases.history(opened.id())).hasSize(3);
        refused("casework/key-used-otherwise", () -> bed.take(opened, "refuse", bed.officer, "Khác", key));
    }

    @Test
    void opensOneCaseForOneCode() {
        CaseSummary opened = bed.open();

        refused("casework/code-taken", () -> cases.open(again(opened)));
    }

    @Test
    void promisesADayInAYearWithoutNoticeOnlyProvisionallyAndNamesTheYear() {
        LocalDate received = LocalDate.ofInstant(bed.open().receivedAt(), clock.getZone());
        long days = ChronoUnit.DAYS.between(received, LocalDate.of(2030, 1, 1));
        ClockTerms longest = new ClockTerms(days + "d", "resume", "mặc định", "Luật thử", "standard");

        CaseSummary opened = bed.open(longest, clock.instant(), Channel.ONLINE);

        Deadline promised = cases.firstPromise(opened.id());
        assertThat(opened.dueAt()).isEqualTo(Instant.parse("2030-01-02T17:00:00Z"));
        assertThat(promised.provisional()).isTrue();
        assertThat(promised.unknownYears()).containsExactly(2030);
        assertThat(promised.derivation().lines())
                .extracting(Derivation.Line::code)
                .contains("unknown-year");
        cases.withdraw(opened.id(), bed.resident.actor(), null);
    }

    @Test
    void opensNothingWhereNoDayCanBePromised() {
        long before = everything();

        refused(
                "worktime/office-hours-gap",
                () -> bed.open(CaseTestbed.THREE_DAYS, Instant.parse("2019-12-02T02:00:00Z"), Channel.COUNTER));
        refused(
                "worktime/unknown-office-hours",
                () -> bed.open(
                        new ClockTerms("3wd", "resume", "mặc định", "Luật", "nowhere"),
                        clock.instant(),
                        Channel.COUNTER));

        assertThat(everything()).isEqualTo(before);
    }

    /** Cases, their work and what is told of them, and the journal: whatever an opening writes. */
    private long everything() {
        return database.sql("""
                        select (select count(*) from casework.case_file) + (select count(*) from casework.visit)
                          + (select count(*) from casework.work_item) + (select count(*) from casework.event)
                          + (select count(*) from indicator.delta) + (select count(*) from journal.entry)
                        """).query(Long.class).single();
    }

    private OpenCase again(CaseSummary opened) {
        return new OpenCase(
                CaseId.next(clock),
                "civil-status-same-day",
                opened.code(),
                opened.title(),
                opened.subjectType(),
                UUID.randomUUID(),
                bed.commune,
                bed.commune,
                Channel.ONLINE,
                PartyId.of(bed.applicant),
                "Nguyễn Thị Na",
                CaseTestbed.SAME_DAY,
                clock.instant(),
                false,
                bed.resident.actor());
    }

    private List<@Nullable String> visits(CaseId id) {
        return database.sql(
                        "select step from casework.visit where case_file = :id order by entered_at, left_at nulls last")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    private long openPauses(CaseId id) {
        return database.sql("select count(*) from casework.pause where case_file = :id and to_at is null")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private static String problem(ThrowingCallable act) {
        try {
            act.call();
            return "none";
        } catch (ProblemException refused) {
            return refused.problem().toString();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

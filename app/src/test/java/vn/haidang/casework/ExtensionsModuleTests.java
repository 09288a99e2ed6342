package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Apologies;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.casework.internal.ApologyDrafts;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** How often an applicant may be given a new day is a rule of the day with a source; the time limit stays however often. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class ExtensionsModuleTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 18);

    private final ApologyDrafts drafts;
    private final ApologiesDue due;
    private final Apologies apologies;
    private final Cases cases;
    private final MessageSource messages;
    private final JdbcClient database;
    private final MovableClock clock;
    private final CaseTestbed bed;

    ExtensionsModuleTests(
            ApologyDrafts drafts,
            ApologiesDue due,
            Apologies apologies,
            Cases cases,
            MessageSource messages,
            MovableClock clock,
            JdbcClient database) {
        this.drafts = drafts;
        this.due = due;
        this.apologies = apologies;
        this.cases = cases;
        this.messages = messages;
        this.database = database;
        this.clock = clock;
        this.bed = new CaseTestbed(cases, clock);
    }

    @AfterEach
    void asShipped() {
        clear();
        set("[2018-01-01,)", 1);
    }

    @Test
    void noneMayBeGivenWhereTheRuleSaysSoAndTheRefusalNamesItsSource() {
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");
        drafts.writeThoseDue();
        assertThat(letters(opened)).isEqualTo(1);
        clear();
        set("[2018-01-01,)", 0);

        drafts.writeThoseDue();
        assertThat(letters(opened)).isZero();
        assertThat(isWaiting(opened)).isFalse();
        Problem refusal = refusal(() -> send(opened, MONDAY));

        assertThat(refusal.code()).isEqualTo("casework/apologised-already");
        assertThat(words(refusal))
                .contains("Số lần hẹn lại nhiều nhất")
                .contains("hôm nay là 0")
                .contains("Quy chế thử")
                .contains("suy ra, chưa có văn bản");
    }

    @Test
    void noneMayBeGivenWhereNothingIsEstablished() {
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");
        clear();

        Problem refusal = refusal(() -> send(opened, MONDAY));

        assertThat(refusal.code()).isEqualTo("casework/no-extensions");
        assertThat(words(refusal)).contains("không có giá trị cho hôm nay");
        assertThat(apologies.sent(opened.id())).isEmpty();
    }

    @Test
    void theRuleOfTheDayCounts() {
        clear();
        set("[2018-01-01,2026-03-13)", 1);
        set("[2026-03-13,)", 2);
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");
        send(opened, MONDAY);

        moveTo("2026-03-12T02:00:00Z");
        assertThat(refusal(() -> send(opened, WEDNESDAY)).code()).isEqualTo("casework/apologised-already");
        moveTo("2026-03-13T02:00:00Z");
        assertThat(refusal(() -> send(opened, MONDAY, "Vẫn chờ")).code()).isEqualTo("casework/new-day-too-early");
        send(opened, WEDNESDAY);
        send(opened, WEDNESDAY);

        assertThat(apologies.sent(opened.id()))
                .extracting(CaseClock.Extension::newDay)
                .containsExactly(MONDAY, WEDNESDAY);
        assertThat(refusal(() -> send(opened, WEDNESDAY.plusDays(1))).code()).isEqualTo("casework/apologised-already");
    }

    @Test
    void aSecondLetterIsDraftedBeforeTheFirstNewDayEnds() {
        clear();
        set("[2018-01-01,)", 2);
        CaseSummary opened = open();
        moveTo("2026-03-11T02:00:00Z");
        drafts.writeThoseDue();
        send(opened, WEDNESDAY);
        drafts.writeThoseDue();
        assertThat(letters(opened)).isZero();
        assertThat(isWaiting(opened)).isFalse();

        moveTo("2026-03-17T02:00:00Z");
        drafts.writeThoseDue();

        assertThat(letters(opened)).isEqualTo(1);
        assertThat(isWaiting(opened)).isTrue();
        Apologies.Draft draft = apologies.draft(cases.get(opened.id(), bed.head));
        assertThat(draft.newDay()).isAfter(WEDNESDAY);
        apologies.send(opened.id(), draft.newDay(), draft.reason(), bed.head);
        drafts.writeThoseDue();
        assertThat(letters(opened)).isZero();
        assertThat(isWaiting(opened)).isFalse();
    }

    @Test
    void theTimeLimitAndItsReplayStayThroughTwoOfThem() {
        clear();
        set("[2018-01-01,)", 2);
        CaseSummary opened = open();
        CaseClock before = cases.clock(opened.id(), LocalDate.of(2026, 3, 9));
        moveTo("2026-03-11T02:00:00Z");
        send(opened, MONDAY);
        moveTo("2026-03-13T02:00:00Z");
        send(opened, WEDNESDAY);
        moveTo("2026-03-19T02:00:00Z");

        assertThat(cases.get(opened.id(), bed.head).dueAt()).isEqualTo(opened.dueAt());
        for (int day = 9; day < 20; day++) {
            CaseClock clockThen = cases.clock(opened.id(), LocalDate.of(2026, 3, day));
            assertThat(clockThen.deadline()).isEqualTo(before.deadline());
            assertThat(clockThen.extensions()).hasSize(day < 11 ? 0 : day < 13 ? 1 : 2);
            assertThat(clockThen.cap()).extracting(CaseClock.Cap::times).isEqualTo(2);
        }
    }

    private void clear() {
        database.sql("delete from casework.clock_rule where rule = 'extensions'")
                .update();
    }

    private void set(String validity, int times) {
        database.sql("""
                        insert into casework.clock_rule (rule, validity, times, notice, source, confidence)
                        values ('extensions', cast(:validity as daterange), :times, 'Hẹn lại', 'Quy chế thử', 'I')
                        """).param("validity", validity).param("times", times).update();
    }

    private long letters(CaseSummary opened) {
        return database.sql("""
                        select count(*) from casework.work_item
                        where subject_type = 'casework/apology' and subject_id = :case and done_at is null
                        """)
                .param("case", opened.id().value())
                .query(Long.class)
                .single();
    }

    private boolean isWaiting(CaseSummary opened) {
        return due.of(bed.head).stream().anyMatch(one -> one.id().equals(opened.id()));
    }

    private CaseSummary open() {
        clock.returnTo(Instant.parse("2026-03-09T02:00:00Z"));
        return bed.open(CaseTestbed.THREE_DAYS, clock.instant(), Channel.ONLINE);
    }

    private void send(CaseSummary opened, LocalDate newDay) {
        send(opened, newDay, "Chờ xác minh");
    }

    private void send(CaseSummary opened, LocalDate newDay, String reason) {
        apologies.send(opened.id(), newDay, reason, bed.head);
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private String words(Problem problem) {
        return messages.getMessage(
                problem.messageKey() + ".detail", problem.arguments().toArray(), Locale.of("vi"));
    }

    private static Problem refusal(ThrowingCallable act) {
        var caught = new ProblemException[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, problem -> caught[0] = problem);
        return caught[0].problem();
    }
}

package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

/** Whoever sent a complaint or suggestion takes it back: once, with a reason, and nothing of it is public. */
@ModuleTest
@Import(Applicant.class)
class WithdrawnFeedbackModuleTests {

    private final Feedbacks feedbacks;
    private final Applicant people;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    WithdrawnFeedbackModuleTests(
            Feedbacks feedbacks, Applicant people, Cases cases, JdbcClient jdbc, MovableClock clock) {
        this.feedbacks = feedbacks;
        this.people = people;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void onAMonday() {
        clock.returnTo(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void endsItsClockAndCountsNowhere() {
        Reader reader = people.resident("Nguyễn Thị Rút");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        FeedbackId id = sent(reader);
        refused("publicservice/feedback-no-reason", () -> withdraw(id, " ", reader));
        refused("publicservice/no-such-feedback", () -> withdraw(id, "Thôi", people.resident("Người Khác Hẳn")));
        refused("publicservice/no-such-feedback", () -> withdraw(id, "Thôi", officer));

        withdraw(id, "Đã được giải thích", reader);
        withdraw(id, "Đã được giải thích", reader);

        Feedback withdrawn = feedbacks.mine(id, reader);
        assertThat(withdrawn.state()).isEqualTo("withdrawn");
        assertThat(withdrawn.onTime()).isNull();
        assertThat(withdrawn.canWithdraw()).isFalse();
        CaseSummary seen = theCase(id);
        assertThat(seen.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.history(seen.id()))
                .filteredOn(event -> event.verb().equals("withdrawn"))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("Đã được giải thích"));
        assertThat(openWork(seen)).isZero();
        refused(
                "publicservice/feedback-not-answered",
                () -> feedbacks.decide(new Feedbacks.Decision(id, "Hỏi", "Đáp", "", officer)));
        assertThat(feedbacks.published(id)).isEmpty();
    }

    @Test
    void canBeTakenBackWhileItsSenderIsAskedForMore() {
        Reader reader = people.resident("Nguyễn Thị Chờ");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        FeedbackId id = sent(reader);
        act(id, "ask-more", officer);

        withdraw(id, "Không nhớ rõ", reader);

        assertThat(feedbacks.mine(id, reader).state()).isEqualTo("withdrawn");
        refused(
                "publicservice/nothing-asked",
                () -> feedbacks.more(new Feedbacks.More(id, UUID.randomUUID(), "Quầy 3", reader)));
    }

    @Test
    void takesAnAnswerOffThePublicPage() {
        Reader reader = people.resident("Nguyễn Thị Gỡ");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        FeedbackId id = sent(reader);
        act(id, "accept", officer);
        act(id, "answer", specialist);
        feedbacks.decide(new Feedbacks.Decision(id, "Quầy mở lúc nào?", "Lúc 7:30.", "", officer));
        assertThat(feedbacks.published(id)).isPresent();
        long before = feedbacks.published(PageRequest.first(1)).total();

        refused("publicservice/feedback-ended", () -> withdraw(id, "Thôi", reader));
        var takenBack = new Feedbacks.Withdrawal(id, "Không muốn công khai nữa", true, reader);
        feedbacks.withdraw(takenBack);
        feedbacks.withdraw(takenBack);

        assertThat(feedbacks.published(id)).isEmpty();
        assertThat(feedbacks.published(PageRequest.first(1)).total()).isEqualTo(before - 1);
        assertThat(feedbacks.mine(id, reader).state()).isEqualTo("answered");
        assertThat(feedbacks.mine(id, reader).onTime())
                .as("what was counted stays")
                .isTrue();
        refused(
                "publicservice/feedback-not-allowed",
                () -> feedbacks.decide(new Feedbacks.Decision(id, "Quầy mở lúc nào?", "Lúc 7:30.", "", officer)));
        FeedbackId refused = sent(reader);
        act(refused, "refuse", officer);
        refused("publicservice/feedback-ended", () -> withdraw(refused, "Thôi", reader));
    }

    /** The sender takes it back and the unit answers at the same moment: exactly one of them is first. */
    @Test
    void isWithdrawnOrAnsweredNeverBoth() throws Exception {
        Reader reader = people.resident("Nguyễn Thị Đua");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        for (int round = 0; round < 12; round++) {
            FeedbackId id = sent(reader);
            act(id, "accept", officer);
            CaseSummary seen = theCase(id);
            List<Optional<String>> answers = new ArrayList<>();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Callable<Optional<String>>> acts = List.of(
                        () -> code(() -> withdraw(id, "Thôi", reader)),
                        () -> code(() -> take(seen, "answer", specialist)));
                for (var answer : both.invokeAll(acts)) {
                    answers.add(answer.get());
                }
            }

            boolean withdrawn = Objects.equals(theCase(id).outcome(), "withdrawn");
            assertThat(answers.getFirst().isEmpty()).isEqualTo(withdrawn);
            assertThat(answers.getLast().isEmpty()).isEqualTo(!withdrawn);
            answers.getFirst().ifPresent(code -> assertThat(code).isEqualTo("publicservice/feedback-ended"));
            answers.getLast().ifPresent(code -> assertThat(code).isIn("casework/closed", "casework/changed-meanwhile"));
            Feedback now = feedbacks.mine(id, reader);
            assertThat(now.onTime() == null).isEqualTo(withdrawn);
            assertThat(now.publishBy() == null).isEqualTo(withdrawn);
        }
    }

    private static Optional<String> code(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem().code());
        }
    }

    private FeedbackId sent(Reader by) {
        return feedbacks.send(new Feedbacks.Sending(
                Feedback.Kind.COMPLAINT,
                Feedback.About.UNIT,
                "",
                "",
                people.commune(),
                "",
                "Chờ quá lâu",
                true,
                null,
                UUID.randomUUID(),
                by));
    }

    private void withdraw(FeedbackId id, String reason, Reader by) {
        feedbacks.withdraw(new Feedbacks.Withdrawal(id, reason, false, by));
    }

    private CaseSummary theCase(FeedbackId id) {
        return cases.of("publicservice/feedback", id.value()).orElseThrow();
    }

    private void act(FeedbackId id, String outcome, Reader by) {
        take(theCase(id), outcome, by);
    }

    private void take(CaseSummary seen, String outcome, Reader by) {
        cases.act(new TakeStep(
                seen.id(), seen.version(), String.valueOf(seen.step()), outcome, "Lý do", by, UUID.randomUUID()));
    }

    private long openWork(CaseSummary seen) {
        return jdbc.sql("select count(*) from casework.work_item where case_file = :id and done_at is null")
                .param("id", seen.id().value())
                .query(Long.class)
                .single();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

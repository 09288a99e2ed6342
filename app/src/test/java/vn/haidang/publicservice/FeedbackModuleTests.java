package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.casework.TakeStep;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

/** Complaints and suggestions with their clocks: 2 working days to refuse, 5 to ask, 15 to answer, 2 to publish. */
@ModuleTest
@Import(Applicant.class)
class FeedbackModuleTests {

    private static final String MONDAY = "2026-03-02T02:00:00Z";

    private final Feedbacks feedbacks;
    private final Applicant people;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final Measure measure;

    FeedbackModuleTests(
            Feedbacks feedbacks,
            Applicant people,
            Cases cases,
            JdbcClient jdbc,
            MovableClock clock,
            List<Measure> measures) {
        this.feedbacks = feedbacks;
        this.people = people;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
        this.measure = measures.stream()
                .filter(each -> each.code().value().equals("publicservice/feedback-on-time"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void onAMonday() {
        clock.returnTo(Instant.parse(MONDAY));
    }

    @Test
    void startsEveryClockByItsParameter() {
        Reader reader = people.resident("Nguyễn Thị Na");

        Feedback sent = feedbacks.mine(feedbacks.send(aboutUnit(reader, UUID.randomUUID())), reader);

        assertThat(sent.refuseBy()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(sent.askBy()).isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
        assertThat(sent.dueAt()).isEqualTo(Instant.parse("2026-03-23T17:00:00Z"));
        assertThat(sent.code()).matches("PA-260302-\\d{4}");
        assertThat(cases.firstPromise(sent.caseId()).derivation().lines())
                .anyMatch(line ->
                        line.source() != null && String.valueOf(line.source()).contains("766"));
    }

    @Test
    void takesOneKeyOnce() {
        Reader reader = people.resident("Trần Thị Bình");
        UUID key = UUID.randomUUID();

        FeedbackId first = feedbacks.send(aboutUnit(reader, key));

        assertThat(feedbacks.send(aboutUnit(reader, key))).isEqualTo(first);
        assertThat(feedbacks.mine(reader, PageRequest.first(10)).total()).isEqualTo(1);
    }

    @Test
    void goesFromTheQuestionToThePublicAnswer() {
        Reader reader = people.resident("Lê Thị Cúc");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        FeedbackId id = feedbacks.send(aboutUnit(reader, UUID.randomUUID()));
        refused(() -> feedbacks.more(more(id, reader)), "publicservice/nothing-asked");

        act(id, "ask-more", "Quầy nào, ngày nào?", officer);
        assertThat(feedbacks.mine(id, reader).state()).isEqualTo("waiting");
        moveTo("2026-03-05T02:00:00Z");
        feedbacks.more(more(id, reader));
        assertThat(feedbacks.added(id)).containsExactly("Quầy số 3");
        act(id, "accept", null, officer);
        refused(
                () -> feedbacks.decide(decision(id, "Vì sao?", "Vì.", "", officer)),
                "publicservice/feedback-not-answered");
        act(id, "answer", "Quầy số 3 mở cửa lúc 7:30.", specialist);

        Feedback answered = feedbacks.atDesk(id, officer);
        assertThat(answered.state()).isEqualTo("answered");
        assertThat(answered.onTime()).isTrue();
        assertThat(answered.publishBy()).isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
        assertThat(openWork(id)).isEqualTo(1);
        refused(
                () -> feedbacks.decide(decision(id, "Bà Lê Thị Cúc hỏi", "Mở lúc 7:30", "", officer)),
                "publicservice/feedback-personal");
        assertThat(feedbacks.published(id)).isEmpty();
        feedbacks.decide(decision(id, "Quầy mở lúc nào?", "Lúc 7:30.", "", officer));

        assertThat(feedbacks.published(id).orElseThrow().answer()).isEqualTo("Lúc 7:30.");
        assertThat(openWork(id)).isZero();
        refused(
                () -> feedbacks.decide(decision(id, "Quầy mở lúc nào?", "Lúc 8:00.", "", officer)),
                "publicservice/feedback-decided");
    }

    @Test
    void publishesNothingTheSenderDidNotAgreeTo() {
        Reader reader = people.resident("Vũ Thị Dịu");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        FeedbackId id = feedbacks.send(sending(
                Feedback.About.OFFICIAL,
                "",
                people.commune(),
                "Công chức quầy 2",
                false,
                null,
                UUID.randomUUID(),
                reader));
        act(id, "accept", null, officer);
        act(id, "answer", "Đã nhắc nhở.", specialist);

        refused(() -> feedbacks.decide(decision(id, "Hỏi", "Đáp", "", officer)), "publicservice/feedback-not-allowed");
        feedbacks.decide(decision(id, "", "", "Người gửi không đồng ý", officer));

        assertThat(feedbacks.mine(id, reader).publication()).isEqualTo(Feedback.Publication.WITHHELD);
        assertThat(feedbacks.published(id)).isEmpty();
    }

    @Test
    void countsInTimeOnlyWhatKeptEveryClock() {
        Reader reader = people.resident("Phan Thị Kim");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        FeedbackId refusedLate = feedbacks.send(aboutUnit(reader, UUID.randomUUID()));
        FeedbackId refusedInTime = feedbacks.send(aboutUnit(reader, UUID.randomUUID()));
        FeedbackId askedLate = feedbacks.send(aboutUnit(reader, UUID.randomUUID()));
        FeedbackId answeredLate = feedbacks.send(aboutUnit(reader, UUID.randomUUID()));
        act(answeredLate, "accept", null, officer);
        act(refusedInTime, "refuse", "Không thuộc thẩm quyền", officer);
        moveTo("2026-03-05T02:00:00Z");
        act(refusedLate, "refuse", "Không thuộc thẩm quyền", officer);
        moveTo("2026-03-10T02:00:00Z");
        act(askedLate, "ask-more", "Ngày nào?", officer);
        feedbacks.more(more(askedLate, reader));
        act(askedLate, "accept", null, officer);
        act(askedLate, "answer", "Đã xử lý.", specialist);
        moveTo("2026-03-24T02:00:00Z");
        act(answeredLate, "answer", "Đã xử lý.", specialist);

        assertThat(feedbacks.mine(refusedInTime, reader).onTime()).isTrue();
        assertThat(feedbacks.mine(refusedInTime, reader).state()).isEqualTo("refused");
        for (FeedbackId late : List.of(refusedLate, askedLate, answeredLate)) {
            assertThat(feedbacks.mine(late, reader).onTime()).isFalse();
        }
        assertThat(sum("ended")).isEqualTo(observed("ended")).isGreaterThanOrEqualTo(4);
        assertThat(sum("on-time")).isEqualTo(observed("on-time"));
        assertThat(observed("ended") - observed("on-time")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void answersAStrangerLikeSomebodyAskingForNothing() {
        Reader reader = people.resident("Hoàng Thị Em");
        Reader stranger = people.resident("Đỗ Văn Lạ");
        FeedbackId id = feedbacks.send(aboutUnit(reader, UUID.randomUUID()));

        for (FeedbackId each : List.of(id, new FeedbackId(UUID.randomUUID()))) {
            for (Reader who : List.of(stranger, Reader.ANONYMOUS)) {
                refused(() -> feedbacks.mine(each, who), "publicservice/no-such-feedback");
                refused(() -> feedbacks.atDesk(each, who), "publicservice/no-such-feedback");
                refused(() -> feedbacks.more(more(each, who)), "publicservice/no-such-feedback");
                refused(() -> feedbacks.decide(decision(each, "a", "b", "", who)), "publicservice/no-such-feedback");
            }
        }
        assertThat(feedbacks.desk(stranger, PageRequest.first(10)).total()).isZero();
    }

    @Test
    void knowsOfADossierOnlyWhatTheSenderOrTheDeskMayKnow() {
        Reader owner = people.resident("Ngô Thị Hạnh");
        Reader stranger = people.resident("Bùi Thị Giang");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        people.submitted("1.004873", owner, Device.PHONE);
        String code = jdbc.sql("select dossier_code from publicservice.application where account = :account")
                .param("account", Objects.requireNonNull(owner.account()).value())
                .query(String.class)
                .single();

        refused(() -> feedbacks.send(aboutDossier(code, null, stranger)), "publicservice/feedback-no-dossier");
        Feedback own = feedbacks.mine(feedbacks.send(aboutDossier(code, null, owner)), owner);
        FeedbackId atCounter =
                feedbacks.send(aboutDossier(code, new Feedbacks.Caller("Ngô Thị Hạnh", "0912 345 678"), officer));

        assertThat(own.unit()).isEqualTo(people.commune());
        assertThat(feedbacks.atDesk(atCounter, officer).account()).isNull();
        refused(
                () -> feedbacks.send(aboutDossier(code, new Feedbacks.Caller("Ngô Thị Hạnh", "không có"), officer)),
                "publicservice/feedback-no-caller");
        refused(
                () -> feedbacks.send(aboutDossier(code, new Feedbacks.Caller("Ai đó", "0912345678"), stranger)),
                "publicservice/feedback-no-dossier");
    }

    @Test
    void goesToTheUnitThatIsCompetentForTheDossierNow() {
        Reader reader = people.resident("Ngô Thị Hội");
        ApplicationId id = people.submitted("1.004873", reader, Device.PHONE);
        CaseId dossier =
                cases.of("publicservice/application", id.value()).orElseThrow().id();
        UnitId successor = CommuneDesk.untouched(jdbc, false);
        String code = jdbc.sql("""
                        update casework.case_file set competent_unit = :unit where id = :id returning code
                        """)
                .param("unit", successor.value())
                .param("id", dossier.value())
                .query(String.class)
                .single();

        FeedbackId sent = feedbacks.send(aboutDossier(code, null, reader));

        assertThat(feedbacks.mine(sent, reader).unit()).isEqualTo(successor);
    }

    private Feedbacks.Sending aboutUnit(Reader by, UUID key) {
        return sending(Feedback.About.UNIT, "", people.commune(), "", true, null, key, by);
    }

    private Feedbacks.Sending aboutDossier(String code, Feedbacks.@Nullable Caller caller, Reader by) {
        return sending(Feedback.About.DOSSIER, code, null, "", true, caller, UUID.randomUUID(), by);
    }

    private static Feedbacks.Sending sending(
            Feedback.About about,
            String dossier,
            @Nullable UnitId unit,
            String official,
            boolean mayPublish,
            Feedbacks.@Nullable Caller caller,
            UUID key,
            Reader by) {
        return new Feedbacks.Sending(
                Feedback.Kind.COMPLAINT,
                about,
                dossier,
                "",
                unit,
                official,
                "Chờ quá lâu",
                mayPublish,
                caller,
                key,
                by);
    }

    private static Feedbacks.More more(FeedbackId id, Reader by) {
        return new Feedbacks.More(id, UUID.randomUUID(), "Quầy số 3", by);
    }

    private static Feedbacks.Decision decision(
            FeedbackId id, String question, String answer, String withheld, Reader by) {
        return new Feedbacks.Decision(id, question, answer, withheld, by);
    }

    private void act(FeedbackId id, String outcome, @Nullable String reason, Reader by) {
        CaseSummary seen = cases.of("publicservice/feedback", id.value()).orElseThrow();
        String step = seen.step();
        cases.act(new TakeStep(
                seen.id(), seen.version(), step == null ? "" : step, outcome, reason, by, UUID.randomUUID()));
    }

    private long openWork(FeedbackId id) {
        return jdbc.sql("select count(*) from casework.work_item where subject_id = :id and done_at is null")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private long observed(String component) {
        return measure.observe(new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))).rows().stream()
                .filter(row -> row.component().equals(component))
                .mapToLong(row -> row.amount())
                .sum();
    }

    private long sum(String component) {
        return jdbc.sql("""
                        select (select coalesce(sum(amount), 0) from indicator.delta
                            where measure = 'publicservice/feedback-on-time' and component = :component)
                          + (select coalesce(sum(amount), 0) from indicator.cell
                            where measure = 'publicservice/feedback-on-time' and component = :component)
                        """).param("component", component).query(Long.class).single();
    }

    private void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

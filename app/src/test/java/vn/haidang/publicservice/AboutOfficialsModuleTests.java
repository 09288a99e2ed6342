package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.casework.TakeStep;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.ItemActs;
import vn.haidang.casework.internal.NextWork;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.organization.Units;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

/** Nobody handles a complaint about themselves, nor does anybody in their name; where nobody else could, it goes up. */
@ModuleTest
@Import(Applicant.class)
class AboutOfficialsModuleTests {

    /** How officials come to their work. */
    record Work(Inbox inbox, NextWork next, ItemActs items) {}

    private final Feedbacks feedbacks;
    private final Applicant people;
    private final Accounts accounts;
    private final Units units;
    private final Cases cases;
    private final Work work;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final Measure measure;

    private CommuneDesk desk;

    AboutOfficialsModuleTests(
            Feedbacks feedbacks,
            Applicant people,
            Accounts accounts,
            Units units,
            Cases cases,
            Inbox inbox,
            NextWork next,
            ItemActs items,
            JdbcClient jdbc,
            MovableClock clock,
            List<Measure> measures) {
        this.feedbacks = feedbacks;
        this.people = people;
        this.accounts = accounts;
        this.units = units;
        this.cases = cases;
        this.work = new Work(inbox, next, items);
        this.jdbc = jdbc;
        this.clock = clock;
        this.measure = measures.stream()
                .filter(each -> each.code().value().equals("publicservice/feedback-on-time"))
                .findFirst()
                .orElseThrow();
        this.desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(jdbc, true));
    }

    @BeforeEach
    void aDeskOfItsOwnOnAMonday() {
        clock.returnTo(Instant.parse("2026-03-02T02:00:00Z"));
        desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(jdbc, true));
    }

    @Test
    void keepsItFromWhomItIsAbout() {
        Reader named = official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader colleague = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        FeedbackId id = about("Bà PHAM THI QUAY ở quầy số 2");
        CaseSummary seen = theCase(id);
        UUID item = item(seen);

        assertThat(feedbacks.desk(named, PageRequest.first(10)).total()).isZero();
        refused("publicservice/feedback-about-you", () -> feedbacks.atDesk(id, named));
        refused("casework/about-you", () -> cases.get(seen.id(), named));
        refused("casework/about-you", () -> act(seen, "accept", named));
        refused("casework/about-you", () -> work.items().claim(item, named));
        assertThat(listed(named)).isZero();
        assertThat(work.next().open(named, null)).isEmpty();
        refused("casework/about-them", () -> work.items().assign(item, account(named), head));
        Instant until = Instant.parse("2026-03-03T02:00:00Z");
        refused("casework/about-them", () -> work.items().delegate(item, account(named), until, colleague));
        assertThat(barredInJournal(seen)).isEqualTo(1);

        assertThat(listed(colleague)).isEqualTo(1);
        assertThat(work.next().open(colleague, null)).isPresent();
        assertThat(act(theCase(id), "accept", colleague).step()).isEqualTo("resolve");
    }

    @Test
    void letsNobodyHandleItInTheNameOfWhomItIsAbout() {
        Reader named = official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        Reader.Holding post = new Reader.Holding(desk.unit(), Role.ONE_STOP_OFFICER);
        Reader.StandIn stead = new Reader.StandIn(post, account(named), named.displayName());
        Reader substitute =
                new Reader(new AccountId(UUID.randomUUID()), "Ngô Văn Thay", Set.of(), null, null, Set.of(stead));
        FeedbackId id = about("Phạm Thị Quầy");
        CaseSummary seen = theCase(id);

        refused("casework/about-you", () -> act(seen, "accept", substitute));
        refused("casework/about-you", () -> work.items().claim(item(seen), substitute));
        assertThat(listed(substitute)).isZero();
        assertThat(work.next().open(substitute, null)).isEmpty();

        Reader ownRight =
                new Reader(new AccountId(UUID.randomUUID()), "Ngô Văn Quyền", Set.of(post), null, null, Set.of(stead));
        assertThat(listed(ownRight)).isEqualTo(1);
        assertThat(act(seen, "accept", ownRight).step()).isEqualTo("resolve");
    }

    @Test
    void goesToTheHeadWhereOnlyTheyCouldHandleIt() {
        Reader named = official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        Reader specialist = official(Role.SPECIALIST, "Lê Thị Thẩm");
        FeedbackId id = about("Phạm Thị Quầy");

        assertThat(listed(named)).isZero();
        assertThat(listed(head)).isEqualTo(1);
        act(theCase(id), "accept", head);
        act(theCase(id), "answer", specialist);
        assertThat(listed(named)).as("nor the decision to publish the answer").isZero();
        assertThat(jdbc.sql("select role from casework.work_item where subject_id = :id and done_at is null")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo(Role.UNIT_HEAD.code());
        feedbacks.decide(new Feedbacks.Decision(id, "Vì sao chờ?", "Đã thêm quầy.", "", head));
        refused(
                "publicservice/feedback-about-you",
                () -> feedbacks.decide(new Feedbacks.Decision(id, "a", "b", "", named)));

        var ground = new Ground(List.of(new Ground.Plot(desk.unit(), null, null)));
        DayRange day = new DayRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));
        assertThat(measure.evidence(ground, day, null, EvidencePage.first(10), named)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.path()).startsWith("/feedback/"));
    }

    @Test
    void goesToTheUnitAboveWhereItIsAboutTheHead() {
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        Reader officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        FeedbackId id = about("Ông Đỗ Văn Trưởng");

        var above = units.path(desk.unit(), LocalDate.of(2026, 3, 2));
        assertThat(theCase(id).competentUnit())
                .isEqualTo(above.get(above.size() - 2).id());
        assertThat(feedbacks.desk(officer, PageRequest.first(10)).total()).isZero();
        refused("publicservice/feedback-about-you", () -> feedbacks.atDesk(id, head));
        refused("publicservice/no-such-feedback", () -> feedbacks.atDesk(id, officer));
    }

    @Test
    void keepsNobodyAwayWhereAPostAloneIsNamed() {
        Reader officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");

        FeedbackId id = about("Công chức quầy số 2");

        assertThat(listed(officer)).isEqualTo(1);
        assertThat(act(theCase(id), "accept", officer).step()).isEqualTo("resolve");
    }

    @Test
    void isKeptFromWhomItsHandlerNamesThoughTheSenderGaveAPost() {
        Reader named = official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader colleague = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        Reader stranger = people.officer("Người Nơi Khác", Role.ONE_STOP_OFFICER);
        FeedbackId id = about("Công chức quầy số 2");
        work.items().claim(item(theCase(id)), named);

        refused("publicservice/no-such-feedback", () -> feedbacks.nameOfficial(id, account(named), stranger));
        refused(
                "publicservice/feedback-no-such-official",
                () -> feedbacks.nameOfficial(id, account(stranger), colleague));
        feedbacks.nameOfficial(id, account(named), colleague);
        feedbacks.nameOfficial(id, account(named), colleague);

        assertThat(feedbacks.keptFrom(feedbacks.atDesk(id, colleague))).containsExactly("Phạm Thị Quầy");
        refused("publicservice/feedback-about-you", () -> feedbacks.atDesk(id, named));
        refused("casework/about-you", () -> act(theCase(id), "accept", named));
        assertThat(listed(named)).isZero();
        assertThat(cases.history(theCase(id).id()))
                .filteredOn(event -> event.verb().equals("kept-from"))
                .singleElement()
                .satisfies(event -> assertThat(event.toldApplicant()).isFalse());
        assertThat(act(theCase(id), "accept", colleague).step())
                .as("it was let go of")
                .isEqualTo("resolve");

        act(theCase(id), "answer", official(Role.SPECIALIST, "Lê Thị Thẩm"));
        var telling = new Feedbacks.Decision(id, "Vì sao chờ?", "Bà Phạm Thị Quầy đã xin lỗi.", "", colleague);
        refused("publicservice/feedback-personal", () -> feedbacks.decide(telling));
    }

    @Test
    void goesToTheHeadWhereWhomItsHandlerNamesWasTheOnlyOneAndUpWhereTheyHeadTheUnit() {
        Reader only = official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        FeedbackId id = about("Công chức quầy số 2");

        feedbacks.nameOfficial(id, account(only), only);
        assertThat(listed(only)).isZero();
        assertThat(listed(head)).isEqualTo(1);

        feedbacks.nameOfficial(id, account(head), head);
        assertThat(listed(head)).isZero();
        var above = units.path(desk.unit(), LocalDate.of(2026, 3, 2));
        assertThat(theCase(id).competentUnit())
                .isEqualTo(above.get(above.size() - 2).id());
        refused("publicservice/feedback-about-you", () -> feedbacks.atDesk(id, head));
    }

    private Reader official(Role role, String name) {
        return accounts.reader(desk.official(role, name));
    }

    private FeedbackId about(String official) {
        return people.complainsAbout(official, desk.unit(), feedbacks);
    }

    private CaseSummary theCase(FeedbackId id) {
        return cases.of("publicservice/feedback", id.value()).orElseThrow();
    }

    private CaseSummary act(CaseSummary seen, String outcome, Reader by) {
        return cases.act(new TakeStep(
                seen.id(), seen.version(), String.valueOf(seen.step()), outcome, "Lý do", by, UUID.randomUUID()));
    }

    private UUID item(CaseSummary seen) {
        return jdbc.sql("select id from casework.work_item where case_file = :id and done_at is null")
                .param("id", seen.id().value())
                .query(UUID.class)
                .single();
    }

    /** In the list and in the count of one's inbox. */
    private long listed(Reader reader) {
        InboxFilter all = InboxFilter.of(Inbox.Filter.ALL, "");
        long counted = work.inbox().counts(reader, all).getOrDefault(Inbox.Filter.ALL, -1L);
        assertThat(work.inbox().list(reader, all, null, 50, counted).rows()).hasSize((int) counted);
        return counted;
    }

    private long barredInJournal(CaseSummary seen) {
        return jdbc.sql("select count(*) from journal.entry where verb = 'casework/barred' and :id = any (subject_ids)")
                .param("id", seen.id().value())
                .query(Long.class)
                .single();
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

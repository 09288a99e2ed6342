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
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.casework.TakeStep;
import vn.haidang.casework.internal.ApologiesDue;
import vn.haidang.casework.internal.ApologyDrafts;
import vn.haidang.casework.internal.BulkChoices;
import vn.haidang.casework.internal.BulkRuns;
import vn.haidang.casework.internal.CaseDesk;
import vn.haidang.casework.internal.Colleague;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.ItemDesk;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.casework.internal.Workload;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.LegalDuration;

/** No list, count or choice shows a complaint to whom it is about, or to somebody who would see it in their stead only. */
@ModuleTest
@Import(Applicant.class)
class AboutOfficialsListsModuleTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private final Feedbacks feedbacks;
    private final Applicant people;
    private final Accounts accounts;
    private final Cases cases;
    private final Lists lists;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    private CommuneDesk desk;

    /** Where officials meet cases. */
    record Lists(
            Inbox inbox,
            Workload workload,
            CaseDesk cases,
            ItemDesk items,
            BulkChoices bulk,
            SubCases subCases,
            ApologiesDue apologies,
            ApologyDrafts letters) {}

    AboutOfficialsListsModuleTests(
            Feedbacks feedbacks,
            Applicant people,
            Accounts accounts,
            Cases cases,
            Inbox inbox,
            Workload workload,
            CaseDesk casePages,
            ItemDesk items,
            BulkChoices bulk,
            SubCases subCases,
            ApologiesDue apologies,
            ApologyDrafts letters,
            JdbcClient jdbc,
            MovableClock clock) {
        this.feedbacks = feedbacks;
        this.people = people;
        this.accounts = accounts;
        this.cases = cases;
        this.lists = new Lists(inbox, workload, casePages, items, bulk, subCases, apologies, letters);
        this.jdbc = jdbc;
        this.clock = clock;
        this.desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(jdbc, true));
    }

    @BeforeEach
    void aDeskOfItsOwnOnAMonday() {
        clock.returnTo(MONDAY);
        desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(jdbc, true));
    }

    @Test
    void countsItForNobodyItIsAboutThoughTheyHeadTheUnitNow() {
        AccountId named = desk.official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader colleague = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        Reader specialist = official(Role.SPECIALIST, "Lê Thị Thẩm");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        FeedbackId id = about("Phạm Thị Quầy");
        accounts.appoint(named, desk.unit(), Role.UNIT_HEAD, "Chủ tịch", LocalDate.of(2026, 3, 2), null);
        Reader promoted = accounts.reader(named);

        assertThat(open(head)).isEqualTo(inUnit(head)).isEqualTo(1);
        assertThat(open(promoted)).isEqualTo(inUnit(promoted)).isZero();

        act(theCase(id), "accept", colleague);
        act(theCase(id), "answer", specialist);
        assertThat(done(head)).isEqualTo(2);
        assertThat(done(promoted)).as("nor what was done about it").isZero();
    }

    @Test
    void offersItToNobodyItIsAbout() {
        AccountId named = desk.official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        AccountId colleague = desk.official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        FeedbackId id = about("Phạm Thị Quầy");
        UUID item = item(theCase(id));
        UUID another = item(desk.open(CommuneDesk.Work.THREE_DAYS, "Việc khác"));

        assertThat(lists.items().view(item, head).colleagues())
                .extracting(Colleague::id)
                .contains(colleague)
                .doesNotContain(named);
        assertThat(lists.items().view(another, head).colleagues())
                .extracting(Colleague::id)
                .contains(named);
        assertThat(offered(List.of(another, item), head))
                .contains(colleague.value().toString())
                .doesNotContain(named.value().toString());
        assertThat(offered(List.of(another), head)).contains(named.value().toString());
    }

    @Test
    void isNotThereForWhoeverWouldSeeItInTheirSteadOnly() {
        AccountId named = desk.official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader colleague = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        Reader specialist = official(Role.SPECIALIST, "Lê Thị Thẩm");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        Reader.Holding post = new Reader.Holding(desk.unit(), Role.ONE_STOP_OFFICER);
        var stead = new Reader.StandIn(post, named, "Phạm Thị Quầy");
        Reader substitute = reader("Ngô Văn Thay", Set.of(), stead);
        Reader headToo = reader("Ngô Văn Cả Hai", Set.of(new Reader.Holding(desk.unit(), Role.UNIT_HEAD)), stead);
        FeedbackId id = about("Phạm Thị Quầy");

        assertThat(feedbacks.desk(substitute, PageRequest.first(10)).total()).isZero();
        refused("publicservice/feedback-about-you", () -> feedbacks.atDesk(id, substitute));
        refused("casework/about-you", () -> cases.get(theCase(id).id(), substitute));
        assertThat(feedbacks.desk(headToo, PageRequest.first(10)).total()).isEqualTo(1);
        assertThat(cases.get(theCase(id).id(), headToo).code()).isNotEmpty();
        assertThat(inUnit(headToo)).isEqualTo(open(headToo)).isEqualTo(1);
        assertThat(lists.cases().view(theCase(id).id(), headToo).permission())
                .as("seen in their own right, but not theirs to do in the stead of whom it is about")
                .isEqualTo(CaseDesk.Permission.NOT_YOURS);
        refused("casework/about-you", () -> act(theCase(id), "accept", headToo));

        act(theCase(id), "accept", colleague);
        act(theCase(id), "answer", specialist);
        var publishing = new Feedbacks.Decision(id, "Vì sao chờ?", "Đã thêm quầy.", "", substitute);
        refused("publicservice/feedback-about-you", () -> feedbacks.decide(publishing));
        assertThat(feedbacks.atDesk(id, head).toPublish()).isTrue();
    }

    @Test
    void whatIsAskedForItIsNotThereForThemEither() {
        Reader named = official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader colleague = official(Role.ONE_STOP_OFFICER, "Trần Văn Bên");
        FeedbackId id = about("Phạm Thị Quầy");
        CaseId beneath = lists.subCases()
                .open(
                        new SubCases.NewCase(
                                theCase(id).id(),
                                SubCases.Relation.BESIDE,
                                SubCases.AD_HOC,
                                "Xem lại băng hình ở quầy",
                                desk.unit(),
                                LegalDuration.parse("2wd"),
                                "Quy chế tiếp công dân"),
                        UUID.randomUUID(),
                        colleague);

        assertThat(cases.get(beneath, colleague).title()).isEqualTo("Xem lại băng hình ở quầy");
        refused("casework/about-you", () -> cases.get(beneath, named));
        assertThat(mine(named)).isZero();
    }

    @Test
    void theLetterThatSaysSorryIsNotTheirsToSend() {
        AccountId named = desk.official(Role.ONE_STOP_OFFICER, "Phạm Thị Quầy");
        Reader head = official(Role.UNIT_HEAD, "Đỗ Văn Trưởng");
        FeedbackId id = about("Phạm Thị Quầy");
        accounts.appoint(named, desk.unit(), Role.UNIT_HEAD, "Chủ tịch", LocalDate.of(2026, 3, 2), null);
        Reader promoted = accounts.reader(named);
        clock.moveTo(Objects.requireNonNull(theCase(id).dueAt()).minusSeconds(60));

        lists.letters().writeThoseDue();

        assertThat(lists.apologies().of(head)).hasSize(1);
        assertThat(lists.apologies().of(promoted)).isEmpty();
        assertThat(letters(head)).isEqualTo(1);
        assertThat(mine(promoted)).isZero();
    }

    private static Reader reader(String name, Set<Reader.Holding> posts, Reader.StandIn stead) {
        return new Reader(new AccountId(UUID.randomUUID()), name, posts, null, null, Set.of(stead));
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

    private void act(CaseSummary seen, String outcome, Reader by) {
        cases.act(new TakeStep(
                seen.id(), seen.version(), String.valueOf(seen.step()), outcome, "Lý do", by, UUID.randomUUID()));
    }

    private UUID item(CaseSummary seen) {
        return jdbc.sql("select id from casework.work_item where case_file = :id and done_at is null")
                .param("id", seen.id().value())
                .query(UUID.class)
                .single();
    }

    private Set<String> offered(List<UUID> items, Reader head) {
        var chosen = items.stream().map(item -> new BulkRuns.Chosen(item, 1)).toList();
        return lists.bulk().persons(lists.bulk().items(chosen, head)).keySet();
    }

    private long open(Reader head) {
        return lists.workload().of(desk.unit(), head).stream()
                .mapToLong(Workload.Line::open)
                .sum();
    }

    private long done(Reader head) {
        return lists.workload().of(desk.unit(), head).stream()
                .mapToLong(Workload.Line::done)
                .sum();
    }

    private long inUnit(Reader head) {
        return listed(
                head,
                new InboxFilter(InboxFilter.Scope.UNIT, Inbox.Filter.ALL, InboxFilter.Due.ANY, "", "", "", null, ""));
    }

    private long mine(Reader reader) {
        return listed(reader, InboxFilter.of(Inbox.Filter.ALL, ""));
    }

    /** In the list and in the count. */
    private long listed(Reader reader, InboxFilter filter) {
        long counted = lists.inbox().counts(reader, filter).getOrDefault(Inbox.Filter.ALL, -1L);
        assertThat(lists.inbox().list(reader, filter, null, 50, counted).rows()).hasSize((int) counted);
        return counted;
    }

    private long letters(Reader reader) {
        InboxFilter all = InboxFilter.of(Inbox.Filter.ALL, "");
        return lists.inbox().list(reader, all, null, 50, mine(reader)).rows().stream()
                .filter(row -> row.path().endsWith("/apology"))
                .count();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

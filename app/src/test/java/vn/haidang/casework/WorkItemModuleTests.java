package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.ItemActs;
import vn.haidang.casework.internal.TaskActs;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

/** Taking work, giving it, standing in for each other, and plans of tasks. */
@ModuleTest
@Import(CaseTestbed.Issuing.class)
class WorkItemModuleTests {

    private final Cases cases;
    private final ItemActs items;
    private final TaskActs tasks;
    private final WorkItems work;
    private final Inbox inbox;
    private final Accounts accounts;
    private final MovableClock clock;
    private final JdbcClient database;
    private final CaseTestbed bed;
    private final Reader officer;
    private final Reader specialist;
    private final Reader head;

    WorkItemModuleTests(
            Cases cases,
            ItemActs items,
            TaskActs tasks,
            WorkItems work,
            Inbox inbox,
            Accounts accounts,
            MovableClock clock,
            JdbcClient database) {
        this.cases = cases;
        this.items = items;
        this.tasks = tasks;
        this.work = work;
        this.inbox = inbox;
        this.accounts = accounts;
        this.clock = clock;
        this.database = database;
        this.bed = new CaseTestbed(cases, clock);
        this.officer = appointed("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        this.specialist = appointed("Lê Thị Thẩm", Role.SPECIALIST);
        this.head = appointed("Phạm Văn Duyệt", Role.UNIT_HEAD);
    }

    @Test
    void givesWorkToSomebodyWhateverTheirRole() {
        CaseSummary opened = bed.open();
        UUID item = items.present(opened.id(), head);
        refused("casework/not-your-work", () -> bed.take(opened, "accept", specialist));
        refused("casework/not-yours-to-give", () -> items.assign(item, account(specialist), officer));
        refused("casework/no-such-colleague", () -> items.assign(item, account(bed.stranger), head));

        items.assign(item, account(specialist), head);

        assertThat(listed(specialist, Inbox.Filter.MINE)).contains(item);
        refused("casework/claimed-by-another", () -> bed.take(opened, "accept", officer));
        assertThat(bed.take(opened, "accept", specialist).step()).isEqualTo("appraise");
        assertThat(verbs(opened)).containsExactly("opened", "assigned", "accepted");
    }

    @Test
    void recordsBothNamesWhenASubstituteActs() {
        CaseSummary opened = bed.open();
        UUID item = items.present(opened.id(), officer);
        refused("casework/span-past", () -> items.delegate(item, account(specialist), clock.instant(), officer));
        refused(
                "casework/span-too-long",
                () -> items.delegate(item, account(specialist), clock.instant().plus(Duration.ofDays(93)), officer));

        items.delegate(item, account(specialist), clock.instant().plus(Duration.ofDays(2)), officer);

        assertThat(listed(specialist, Inbox.Filter.MINE)).contains(item);
        bed.take(opened, "accept", specialist);
        Cases.Event accepted = cases.history(opened.id()).getLast();
        assertThat(accepted.actorName()).isEqualTo("Lê Thị Thẩm");
        assertThat(accepted.behalfName()).isEqualTo("Trần Văn Tiếp");
        assertThat(behalfInJournal(opened, "casework/accepted"))
                .containsExactly(account(officer).value());
        assertThat(database.sql("select done_for from casework.work_item where id = :id")
                        .param("id", item)
                        .query(UUID.class)
                        .single())
                .isEqualTo(account(officer).value());
    }

    @Test
    void letsASubstituteDoNothingAfterTheSpanOrOnceRecalled() {
        CaseSummary first = bed.open();
        UUID item = items.present(first.id(), officer);
        items.delegate(item, account(specialist), clock.instant().plus(Duration.ofHours(1)), officer);
        clock.moveBy(Duration.ofHours(1));

        refused("casework/not-your-work", () -> bed.take(first, "accept", specialist));
        assertThat(listed(specialist, Inbox.Filter.ALL)).doesNotContain(item);

        items.delegate(item, account(specialist), clock.instant().plus(Duration.ofHours(1)), officer);
        items.recall(item, officer);
        refused("casework/not-your-work", () -> bed.take(first, "accept", specialist));
        assertThat(bed.take(first, "accept", officer).step()).isEqualTo("appraise");
    }

    @Test
    void letsADeclaredSubstituteDoTheWorkOfTheRoleInTheNameOfItsHolder() {
        Reader substitute = new Reader(
                account(specialist),
                "Lê Thị Thẩm",
                specialist.posts(),
                null,
                null,
                Set.of(new Reader.StandIn(
                        new Reader.Holding(bed.commune, Role.ONE_STOP_OFFICER), account(officer), "Trần Văn Tiếp")));
        CaseSummary queued = bed.open();
        CaseSummary held = bed.open();
        items.claim(items.present(held.id(), officer), officer);

        bed.take(queued, "accept", substitute);
        bed.take(held, "accept", substitute);

        assertThat(cases.history(queued.id()).getLast().behalfName()).isEqualTo("Trần Văn Tiếp");
        assertThat(cases.history(held.id()).getLast().behalfName()).isEqualTo("Trần Văn Tiếp");
    }

    @Test
    void needsAnotherPersonAndAnotherNameToCheck() {
        Reader both = appointed("Đỗ Kiêm Nhiệm", Role.SPECIALIST, Role.UNIT_HEAD);
        Reader standIn = new Reader(
                account(officer),
                "Trần Văn Tiếp",
                officer.posts(),
                null,
                null,
                Set.of(new Reader.StandIn(
                        new Reader.Holding(bed.commune, Role.UNIT_HEAD), account(both), "Đỗ Kiêm Nhiệm")));
        CaseSummary proposed = bed.take(bed.take(bed.open(), "accept", officer), "propose", both);

        refused("casework/four-eyes", () -> bed.take(proposed, "approve", both));
        refused("casework/four-eyes", () -> bed.take(proposed, "approve", standIn));
        assertThat(bed.take(proposed, "approve", head).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void leavesWorkOfAVacantPostInTheQueueOfTheUnit() {
        UnitId unit = new UnitId(UUID.randomUUID());
        CaseTestbed elsewhere = new CaseTestbed(cases, clock, unit);
        Reader only = appointedAt(unit, "Người Duy Nhất", Role.SPECIALIST);
        Reader its = appointedAt(unit, "Thủ Trưởng", Role.UNIT_HEAD);
        CaseSummary opened = elsewhere.open();
        UUID item = items.present(opened.id(), its);

        assertThat(rows(only, Inbox.Filter.QUEUE)).anySatisfy(row -> {
            assertThat(row.item()).isEqualTo(item);
            assertThat(row.vacant()).isTrue();
        });
        assertThat(inbox.next(only)).isEmpty();
        refused("casework/post-vacant", () -> elsewhere.take(opened, "accept", only));
        refused("casework/post-vacant", () -> items.claim(item, only));
        items.assign(item, account(only), its);
        assertThat(elsewhere.take(opened, "accept", only).step()).isEqualTo("appraise");
    }

    @Test
    void goesOnOnlyWhenTheWholePlanIsDone() {
        CaseSummary opened = bed.open();
        UUID key = UUID.randomUUID();
        TaskActs.NewTask survey = task(opened, null, "Đo đạc thực địa");
        refused("casework/not-your-work", () -> tasks.post(survey, UUID.randomUUID(), specialist));

        UUID task = tasks.post(survey, key, officer);
        UUID again = tasks.post(survey, key, officer);
        UUID part = tasks.post(task(opened, task, "Mượn máy đo"), UUID.randomUUID(), specialist);

        assertThat(again).isEqualTo(task);
        refused("casework/key-used-otherwise", () -> tasks.post(task(opened, null, "Khác"), key, officer));
        refused("casework/blocked", () -> bed.take(opened, "accept", officer));
        refused("casework/open-parts", () -> tasks.done(task, null, specialist));
        tasks.done(part, null, specialist);
        tasks.done(task, "Đúng ranh giới", specialist);
        tasks.done(task, "Đúng ranh giới", specialist);
        assertThat(bed.take(opened, "accept", officer).step()).isEqualTo("appraise");
        assertThat(verbs(opened))
                .containsExactly("opened", "task-posted", "task-posted", "task-done", "task-done", "accepted");
    }

    @Test
    void callsOffATaskWithItsPartsAndAllOfThemWhenTheCaseEnds() {
        CaseSummary opened = bed.open();
        UUID task = tasks.post(task(opened, null, "Đo đạc"), UUID.randomUUID(), officer);
        tasks.post(task(opened, task, "Mượn máy"), UUID.randomUUID(), specialist);
        tasks.post(task(opened, null, "Hỏi ý kiến tổ dân phố"), UUID.randomUUID(), officer);

        tasks.cancel(task, officer);
        assertThat(blocks(opened)).isEqualTo(1);
        refused("casework/blocked", () -> bed.take(opened, "accept", officer));
        cases.withdraw(opened.id(), bed.resident.actor(), null);

        assertThat(blocks(opened)).isZero();
        assertThat(openItems(opened)).isZero();
    }

    @Test
    void letsACaseGoBackOrWaitForItsApplicantWhileWorkBesideItIsOpen() {
        CaseSummary opened = bed.open();
        tasks.post(task(opened, null, "Đo đạc"), UUID.randomUUID(), officer);

        CaseSummary paused = bed.take(opened, "ask-supplement", officer, "Thiếu giấy", UUID.randomUUID());

        assertThat(paused.status()).isEqualTo(CaseStatus.PAUSED);
    }

    @Test
    void showsWhatOtherModulesAskInTheSameInbox() {
        Subject report = new Subject("reporting/submission", UUID.randomUUID());
        UUID asked = work.post(new NewWork(
                "Nộp báo cáo tháng 3",
                bed.commune,
                Role.SPECIALIST,
                null,
                clock.instant().plus(Duration.ofDays(3)),
                report,
                "/reports/1",
                null,
                officer.actor()));

        assertThat(rows(specialist, Inbox.Filter.ALL)).anySatisfy(row -> {
            assertThat(row.item()).isEqualTo(asked);
            assertThat(row.path()).isEqualTo("/reports/1");
            assertThat(row.title()).isEqualTo("Nộp báo cáo tháng 3");
        });
        items.claim(asked, specialist);
        assertThat(listed(specialist, Inbox.Filter.MINE)).contains(asked);
        refused("casework/no-such-item", () -> items.claim(asked, bed.stranger));
        work.done(report, specialist.actor());
        assertThat(listed(specialist, Inbox.Filter.ALL)).doesNotContain(asked);
        refused("casework/item-ended", () -> items.claim(asked, specialist));
    }

    private TaskActs.NewTask task(CaseSummary of, @Nullable UUID parent, String title) {
        return new TaskActs.NewTask(of.id(), parent, title, bed.commune, Role.SPECIALIST, null, null);
    }

    private List<Inbox.Row> rows(Reader reader, Inbox.Filter filter) {
        return inbox.list(reader, InboxFilter.of(filter, ""), null, PageRequest.LARGEST, 0)
                .rows();
    }

    private List<UUID> listed(Reader reader, Inbox.Filter filter) {
        return rows(reader, filter).stream().map(Inbox.Row::item).toList();
    }

    private List<String> verbs(CaseSummary of) {
        return cases.history(of.id()).stream().map(Cases.Event::verb).toList();
    }

    private List<UUID> behalfInJournal(CaseSummary of, String verb) {
        return database.sql("select behalf_id from journal.entry where verb = :verb and :id = any (subject_ids)")
                .param("verb", verb)
                .param("id", of.id().value())
                .query((row, number) -> row.getObject("behalf_id", UUID.class))
                .list();
    }

    private int blocks(CaseSummary of) {
        return database.sql("select blocks from casework.case_file where id = :id")
                .param("id", of.id().value())
                .query(Integer.class)
                .single();
    }

    private long openItems(CaseSummary of) {
        return database.sql("select count(*) from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query(Long.class)
                .single();
    }

    private Reader appointed(String name, Role... roles) {
        return appointedAt(bed.commune, name, roles);
    }

    /** An account with posts, as a reader of a unit that is only known here. */
    private Reader appointedAt(UnitId unit, String name, Role... roles) {
        AccountId id = accounts.create(new Accounts.NewAccount("item-" + UUID.randomUUID(), name, null, null));
        Set<Reader.Holding> holdings = new HashSet<>();
        for (Role role : roles) {
            accounts.appoint(id, unit, role, name, LocalDate.of(2025, 7, 1), null);
            holdings.add(new Reader.Holding(unit, role));
        }
        return new Reader(id, name, holdings);
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

package vn.haidang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.internal.BulkRuns;
import vn.haidang.casework.internal.BulkRuns.BulkAct;
import vn.haidang.casework.internal.BulkWork;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxCursor;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.InboxFilter.Due;
import vn.haidang.casework.internal.InboxFilter.Scope;
import vn.haidang.casework.internal.SavedViews;
import vn.haidang.casework.internal.Workload;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.ProblemException;

@ModuleTest
@Import(CaseTestbed.Issuing.class)
class InboxModuleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cases cases;
    private final Inbox inbox;
    private final SavedViews views;
    private final BulkRuns runs;
    private final BulkWork work;
    private final Workload workload;
    private final Accounts accounts;
    private final MovableClock clock;
    private final JdbcClient database;

    private CommuneDesk desk;
    private Reader officer = Reader.ANONYMOUS;
    private Reader colleague = Reader.ANONYMOUS;
    private Reader head = Reader.ANONYMOUS;

    InboxModuleTests(
            Cases cases,
            Inbox inbox,
            SavedViews views,
            BulkRuns runs,
            BulkWork work,
            Workload workload,
            Accounts accounts,
            MovableClock clock,
            JdbcClient database) {
        this.cases = cases;
        this.inbox = inbox;
        this.views = views;
        this.runs = runs;
        this.work = work;
        this.workload = workload;
        this.accounts = accounts;
        this.clock = clock;
        this.database = database;
        this.desk = new CommuneDesk(accounts, cases, clock, UnitId.ofKey("commune-11311-c"));
    }

    @BeforeEach
    void aDeskOfItsOwn() {
        desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, false));
        officer = official(Role.ONE_STOP_OFFICER, "Trần Văn Tiếp");
        colleague = official(Role.ONE_STOP_OFFICER, "Lê Thị Nhận");
        head = official(Role.UNIT_HEAD, "Phạm Văn Duyệt");
    }

    @Test
    void walksTheWholeListForwardsAndBackAndMissesNothing() {
        List<UUID> opened = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            opened.add(open("Việc " + i, clock.instant().minus(Duration.ofHours(i % 5)))
                    .id()
                    .value());
        }
        pause(cases.of("casework/test", subject(opened.get(3))).orElseThrow());

        List<UUID> forwards = new ArrayList<>();
        List<UUID> backwards = new ArrayList<>();
        Inbox.Stretch page = list(officer, all(), null, 5);
        while (true) {
            forwards.addAll(cases(page));
            if (!page.hasNext()) {
                break;
            }
            page = list(
                    officer, all(), InboxCursor.of(InboxCursor.at(page.rows().getLast()), ""), 5);
        }
        while (true) {
            backwards.addAll(0, cases(page));
            if (!page.hasPrevious() || page.rows().isEmpty()) {
                break;
            }
            page = list(
                    officer,
                    all(),
                    InboxCursor.of("", InboxCursor.at(page.rows().getFirst())),
                    5);
        }

        assertThat(forwards).hasSize(22).doesNotHaveDuplicates().isEqualTo(backwards);
        assertThat(forwards).isSubsetOf(opened).doesNotContain(opened.get(3));
        assertThat(cases(list(officer, InboxFilter.of(Inbox.Filter.WAITING, ""), null, 5)))
                .containsExactly(opened.get(3));
        assertThat(dues(list(officer, all(), null, 50))).isSorted();
    }

    @Test
    void narrowsByServiceStepHolderAndWordsAndCountsWhatItLists() {
        CaseSummary birth = open("Đăng ký khai sinh", clock.instant());
        CaseSummary marriage = open("Đăng ký kết hôn", clock.instant());
        claim(marriage, officer);

        assertOnly(birth, new InboxFilter(Scope.OWN, Inbox.Filter.ALL, Due.ANY, "", "Đăng ký khai sinh", "", null, ""));
        assertOnly(marriage, new InboxFilter(Scope.OWN, Inbox.Filter.ALL, Due.ANY, "me", "", "", null, ""));
        assertOnly(birth, new InboxFilter(Scope.OWN, Inbox.Filter.ALL, Due.ANY, "nobody", "", "receive", null, ""));
        assertOnly(marriage, InboxFilter.of(Inbox.Filter.ALL, "dang ky KET hon"));
        assertOnly(birth, InboxFilter.of(Inbox.Filter.ALL, birth.code()));
        assertOnly(null, new InboxFilter(Scope.OWN, Inbox.Filter.ALL, Due.ANY, "", "", "appraise", null, ""));
        assertOnly(null, new InboxFilter(Scope.OWN, Inbox.Filter.ALL, Due.ANY, "forged", "", "", null, ""));
        assertThat(inbox.choices(officer, all()))
                .filteredOn(choice -> choice.kind().equals("service"))
                .extracting(Inbox.Choice::value)
                .containsExactlyInAnyOrder("Đăng ký khai sinh", "Đăng ký kết hôn");
    }

    @Test
    void showsTheWholeUnitToItsHeadAndToNobodyElse() {
        CaseSummary received = open("Đăng ký khai sinh", clock.instant());
        InboxFilter whole = new InboxFilter(Scope.UNIT, Inbox.Filter.ALL, Due.ANY, "", "", "", null, "");

        assertThat(cases(list(head, whole, null, 50)))
                .containsExactly(received.id().value());
        assertThat(cases(list(head, all(), null, 50)))
                .doesNotContain(received.id().value());
        assertThat(cases(list(officer, whole, null, 50))).isEmpty();
        assertThat(inbox.counts(officer, whole).values()).containsOnly(0L);
        assertThatThrownBy(() -> workload.of(desk.unit(), officer)).isInstanceOf(ProblemException.class);
    }

    @Test
    void countsWhatEverybodyHasAndHasDone() {
        CaseSummary one = open("Một", clock.instant());
        open("Hai", clock.instant());
        claim(one, officer);
        CaseSummary three = open("Ba", clock.instant());
        take(three, colleague);

        List<Workload.Line> lines = workload.of(desk.unit(), head);

        assertThat(line(lines, null).open()).isGreaterThanOrEqualTo(1);
        assertThat(line(lines, officer.account()).open()).isEqualTo(1);
        assertThat(line(lines, colleague.account()).done()).isEqualTo(1);
        assertThat(line(lines, head.account()).open()).isZero();
        assertThat(lines.stream().mapToLong(Workload.Line::open).sum())
                .isEqualTo(
                        inbox.counts(head, new InboxFilter(Scope.UNIT, Inbox.Filter.ALL, Due.ANY, "", "", "", null, ""))
                                .get(Inbox.Filter.ALL));
    }

    @Test
    void doesManyAtOnceAndSaysOfEachWhatBecameOfIt() {
        CaseSummary first = open("Một", clock.instant());
        CaseSummary taken = open("Hai", clock.instant());
        CaseSummary stale = open("Ba", clock.instant());
        List<BulkRuns.Chosen> chosen = List.of(chosen(first), chosen(taken), chosen(stale));
        claim(taken, colleague);
        take(stale, colleague);
        UUID key = UUID.randomUUID();

        UUID run = runs.ask(new BulkRuns.Asked(BulkAct.ACCEPT, "accept", null, chosen, key), officer);
        work.begin(run, PATIENCE);
        UUID again = runs.ask(new BulkRuns.Asked(BulkAct.ACCEPT, "accept", null, chosen, key), officer);
        work.begin(again, PATIENCE);

        BulkRuns.Progress progress = runs.progress(run, officer);
        assertThat(again).isEqualTo(run);
        assertThat(progress.finished()).isTrue();
        assertThat(progress.lines())
                .extracting(BulkRuns.Line::problem)
                .containsExactly(null, "problem.casework.claimed-by-another", "problem.casework.changed-meanwhile");
        assertThat(cases.of("casework/test", first.subjectId()).orElseThrow().step())
                .isEqualTo("appraise");
        assertThat(cases.of("casework/test", taken.subjectId()).orElseThrow()).isEqualTo(taken);
        assertThat(cases.history(first.id()))
                .filteredOn(event -> event.verb().equals("accepted"))
                .hasSize(1);
        assertThatThrownBy(() -> runs.progress(run, colleague)).isInstanceOf(ProblemException.class);
    }

    @Test
    void namesNothingToThoseWhoMayNotSeeIt() {
        CaseSummary theirs = open("Bí mật", clock.instant());
        aDeskOfItsOwn();
        List<BulkRuns.Chosen> forged = List.of(chosen(theirs), new BulkRuns.Chosen(UUID.randomUUID(), 1));

        UUID run = runs.ask(new BulkRuns.Asked(BulkAct.CLAIM, null, null, forged, UUID.randomUUID()), officer);
        work.begin(run, PATIENCE);

        List<BulkRuns.Line> lines = runs.progress(run, officer).lines();
        assertThat(lines).extracting(BulkRuns.Line::title).containsOnly("");
        assertThat(lines).extracting(BulkRuns.Line::code).containsOnly("");
        assertThat(lines)
                .extracting(BulkRuns.Line::problem)
                .doesNotContainNull()
                .hasSize(2);
        assertThat(lines.getFirst().problem()).isEqualTo(lines.getLast().problem());
    }

    @Test
    void letsTheHeadGiveManyToOnePersonAndOthersNot() {
        CaseSummary one = open("Một", clock.instant());
        CaseSummary two = open("Hai", clock.instant());
        List<BulkRuns.Chosen> chosen = List.of(chosen(one), chosen(two));
        AccountId person = colleague.account();

        UUID refused = runs.ask(new BulkRuns.Asked(BulkAct.ASSIGN, null, person, chosen, UUID.randomUUID()), officer);
        work.begin(refused, PATIENCE);
        UUID given = runs.ask(new BulkRuns.Asked(BulkAct.ASSIGN, null, person, chosen, UUID.randomUUID()), head);
        work.begin(given, PATIENCE);

        assertThat(runs.progress(refused, officer).refused()).isEqualTo(2);
        assertThat(runs.progress(given, head).refused()).isZero();
        assertThat(cases(list(colleague, InboxFilter.of(Inbox.Filter.MINE, ""), null, 50)))
                .containsExactlyInAnyOrder(one.id().value(), two.id().value());
    }

    @Test
    void keepsViewsForOneselfOrForTheUnit() {
        views.save("Của tôi", "filter=late", null, officer);
        views.save("Chung", "q=khai+sinh", desk.unit(), officer);

        assertThat(views.of(officer)).extracting(SavedViews.View::name).containsExactly("Chung", "Của tôi");
        assertThat(views.of(colleague)).extracting(SavedViews.View::name).containsExactly("Chung");
        UUID shared = views.of(colleague).getFirst().id();
        assertThatThrownBy(() -> views.delete(shared, colleague)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> views.save("Chung", "", null, officer)).isInstanceOf(ProblemException.class);

        views.delete(shared, officer);

        assertThat(views.of(colleague)).isEmpty();
    }

    private void assertOnly(@Nullable CaseSummary expected, InboxFilter filter) {
        List<UUID> listed = cases(list(officer, filter, null, 50));
        assertThat(listed)
                .isEqualTo(expected == null ? List.of() : List.of(expected.id().value()));
        assertThat(inbox.counts(officer, filter).get(filter.tab())).isEqualTo(listed.size());
    }

    private static Workload.Line line(List<Workload.Line> lines, @Nullable AccountId person) {
        return lines.stream()
                .filter(each -> Objects.equals(each.person(), person))
                .findFirst()
                .orElseThrow();
    }

    private Inbox.Stretch list(Reader reader, InboxFilter filter, @Nullable InboxCursor cursor, int size) {
        return inbox.list(reader, filter, cursor, size, 0);
    }

    private static InboxFilter all() {
        return InboxFilter.of(Inbox.Filter.ALL, "");
    }

    private static List<UUID> cases(Inbox.Stretch page) {
        return page.rows().stream()
                .map(Inbox.Row::caseId)
                .filter(Objects::nonNull)
                .map(CaseId::value)
                .toList();
    }

    private static List<Instant> dues(Inbox.Stretch page) {
        return page.rows().stream()
                .map(Inbox.Row::dueAt)
                .filter(Objects::nonNull)
                .toList();
    }

    private BulkRuns.Chosen chosen(CaseSummary of) {
        UUID item = database.sql("select id from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
        return new BulkRuns.Chosen(item, of.version());
    }

    private void claim(CaseSummary of, Reader by) {
        UUID run = runs.ask(new BulkRuns.Asked(BulkAct.CLAIM, null, null, List.of(chosen(of)), UUID.randomUUID()), by);
        work.begin(run, PATIENCE);
        assertThat(runs.progress(run, by).refused()).isZero();
    }

    private void take(CaseSummary of, Reader by) {
        cases.act(new TakeStep(of.id(), of.version(), "receive", "accept", null, by, UUID.randomUUID()));
    }

    private void pause(CaseSummary of) {
        cases.act(new TakeStep(
                of.id(), of.version(), "receive", "ask-supplement", "Thiếu giấy", officer, UUID.randomUUID()));
    }

    private UUID subject(UUID id) {
        return database.sql("select subject_id from casework.case_file where id = :id")
                .param("id", id)
                .query((row, number) -> row.getObject("subject_id", UUID.class))
                .single();
    }

    private Reader official(Role role, String name) {
        return accounts.reader(desk.official(role, name));
    }

    private CaseSummary open(String title, Instant filedAt) {
        return desk.open(CommuneDesk.Work.THREE_DAYS, title, filedAt);
    }
}

package vn.haidang.casework.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.internal.HolderlessWork;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.JournalEntries;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.identity.WaysIn;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** Officials come, get posts and lose them; the work they hold is told before and goes back after. */
@WebTest
class StaffChangePageTests {

    private static final String UNIT = "commune-11635-c";
    private static final UnitId HERE = UnitId.ofKey(UNIT);
    private static final LocalDate BEGAN = LocalDate.of(2025, 7, 1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final HolderlessWork holderless;
    private final AccessKeys keys;
    private final JdbcClient database;
    private final Clock clock;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private UnitId at = HERE;
    private AccountId administrator;

    @SuppressWarnings("NullAway.Init")
    StaffChangePageTests(
            MockMvcTester pages,
            Accounts accounts,
            Cases cases,
            HolderlessWork holderless,
            AccessKeys keys,
            JdbcClient database,
            Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.holderless = holderless;
        this.keys = keys;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void anAdministrator() {
        administrator = accounts.create(new Accounts.NewAccount("admin-" + UUID.randomUUID(), "Quản Trị", null, null));
        accounts.appoint(administrator, HERE, Role.ADMINISTRATOR, "Quản trị " + mark, BEGAN, null);
    }

    @Test
    void aNewOfficialIsShownBeforeTheyAreSaved() {
        var username = "moi." + mark;
        assertThat(post("/admin/officials/new", "username", "")).hasStatus(422);
        var shown = look(username, "Hà Thị Mới");

        assertThatPage(shown)
                .isVietnamese()
                .hasHeading("Xem trước khi lưu")
                .contains("Tài khoản mới")
                .contains("Giữ vị trí từ");
        assertThat(accounts.byUsername(username)).isEmpty();

        assertThat(save(shown)).hasRedirectedUrl("/admin/officials?done=1");
        var account = accounts.byUsername(username).orElseThrow();
        assertThat(accounts.reader(account.id()).holds(Role.ONE_STOP_OFFICER, HERE))
                .isTrue();
        assertThat(JournalEntries.verbsAbout(database, account.id()))
                .containsExactly("identity/account-created", "identity/appointed");
        assertThatPage(get("/admin/officials?q=" + username)).contains("Hà Thị Mới");
        assertThatPage(get("/admin/officials/" + account.id().value())).contains("chưa đăng nhập được");
        assertThatPage(look(username, "Hà Thị Mới")).contains("không có gì để thay đổi");
    }

    @Test
    void aTableComesInWholeOrNotAtAllAndTheSecondTimeChangesNothing() {
        var good = "bang." + mark + ".1,Lý Văn Một,," + UNIT + ",specialist,Chuyên viên " + mark + ",2026-01-01,\n"
                + "bang." + mark + ".2,Lý Văn Hai,," + UNIT + ",unit-head,Trưởng phòng " + mark + ",2026-01-01,\n";
        var bad = table(good
                + "bang." + mark + ".3,Lý Văn Ba,,commune-none,specialist,x,2026-01-01,\n"
                + "bang." + mark + ".4,Lý Văn Bốn,," + UNIT + ",resident,x,2026-01-01,\n"
                + "bang." + mark + ".7,Lý Văn Bảy,," + UNIT + ",specialist,x,2026-01-01,2025-01-01\n"
                + "Bảng 5,Lý Văn Năm,," + UNIT + ",specialist,x,2026-01-01,\n"
                + "bang." + mark + ".6,,," + UNIT + ",specialist,x,2026-01-01,\n");

        assertThat(bad).hasStatus(422);
        assertThatPage(bad)
                .hasErrorSummary("file")
                .contains("Không có đơn vị “commune-none”")
                .contains("Không có vai trò “resident”")
                .contains("Ngày kết thúc phải sau ngày bắt đầu")
                .contains("không dùng làm tên đăng nhập")
                .contains("Người mới cần có họ và tên");
        assertThat(page(bad).select("table.hd-table tbody tr")).hasSize(5);
        assertThat(accounts.byUsername("bang." + mark + ".1")).isEmpty();

        assertThat(save(table(good))).hasStatus3xxRedirection();
        assertThat(accounts.byUsername("bang." + mark + ".2").orElseThrow().official())
                .isTrue();
        var before = JournalEntries.acts(database);
        assertThatPage(table(good)).contains("không có gì để thay đổi");
        assertThat(JournalEntries.acts(database)).isEqualTo(before);
    }

    @Test
    void whoeverLosesTheirPostLosesTheWorkAndTheQueueGetsIt() {
        var leaving = official("roi." + mark);
        var opened = open();
        claim(opened, leaving);
        assertThat(holder(opened)).isEqualTo(leaving.value());

        var shown = end(leaving, "");
        assertThatPage(shown).contains("Việc đang làm sẽ trở lại hàng chờ").contains("Giữ vị trí đến hết");
        assertThat(page(shown).select("#moved-staff td").text()).isEqualTo("1");
        assertThat(holder(opened)).as("only shown").isEqualTo(leaving.value());
        assertThat(accounts.reader(leaving).official()).isTrue();

        assertThat(save(shown)).hasStatus3xxRedirection();
        assertThat(holder(opened)).isNull();
        assertThat(accounts.reader(leaving).official()).isFalse();
        assertThat(JournalEntries.verbsAbout(database, leaving))
                .contains("identity/appointment-ends", "casework/holder-left");
        assertThat(database.sql("select verb from casework.event where case_file = :id order by id desc limit 1")
                        .param("id", opened.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("returned");
        assertThatPage(get("/admin/posts?show=vacant&unit=" + UNIT)).contains("Vị trí roi." + mark);
    }

    @Test
    void whoeverMayNotActAnyMoreLosesTheWorkAndTheQueueGetsIt() {
        at = UnitId.ofKey("commune-10543-c"); // where no other test has officials
        var officer = official("quyen." + mark);
        open();
        var opened = open();
        claim(opened, officer);
        var all = page(get("/admin/roles/one-stop-officer"))
                .select("input[name=action][checked]")
                .eachAttr("value");
        var fewer =
                all.stream().filter(action -> !action.equals("casework/act")).toList();

        var shown = role(fewer);
        assertThatPage(shown)
                .contains("Việc đang làm sẽ trở lại hàng chờ")
                .contains("Việc trong hàng chờ mà không còn ai làm được");
        assertThat(holder(opened)).as("only shown").isEqualTo(officer.value());
        try {
            assertThat(saveRole(shown)).hasRedirectedUrl("/admin/roles?done=1");
            assertThat(holder(opened)).isNull();
            assertThat(JournalEntries.verbsAbout(database, officer)).contains("casework/holder-left");
        } finally {
            saveRole(role(all));
        }
        claim(opened, officer);
        var harmless = role(all.stream()
                .filter(action -> !action.equals("casework/open-case"))
                .toList());
        assertThat(page(harmless).select("#moved-staff"))
                .as("they may act all the same")
                .isEmpty();
    }

    @Test
    void whatEndsLaterReturnsOnItsDay() {
        var leaving = official("sau." + mark);
        var opened = open();
        claim(opened, leaving);

        assertThat(save(end(leaving, "2026-03-31"))).hasStatus3xxRedirection();
        assertThat(holder(opened)).isEqualTo(leaving.value());
        database.sql("""
                        update identity.holding set valid = daterange(lower(valid), '2026-03-02') where account = :account
                        """).param("account", leaving.value()).update();
        assertThat(holderless.settleToday()).isPositive();
        assertThat(holder(opened)).isNull();
    }

    @Test
    void whatChangedMeanwhileIsShownAgain() {
        var leaving = official("cung." + mark);
        var opened = open();
        var shown = end(leaving, "");
        claim(opened, leaving);

        assertThat(save(shown)).hasStatus(409);
        assertThat(accounts.reader(leaving).official()).isTrue();
    }

    @Test
    void aClosedAccountLosesPostsWorkKeysAndEveryWayIn() {
        var leaving = official("dong." + mark);
        var opened = open();
        claim(opened, leaving);
        var key = keys.make(leaving, "Lịch", KeyDoor.FEED, Set.of("casework/read"), Duration.ofDays(3));
        var path = "/admin/officials/" + leaving.value();
        WaysIn.give(database, leaving);
        assertThat(WaysIn.count(database, leaving)).isEqualTo(3);
        assertThatPage(get(path)).contains("Xem việc đóng tài khoản");

        var shown = post(path + "/close");
        assertThatPage(shown)
                .contains("Đóng tài khoản, không đăng nhập được nữa")
                .contains("Giữ vị trí đến hết")
                .contains("Việc đang làm sẽ trở lại hàng chờ");
        assertThat(accounts.findReader(leaving)).as("only shown").isPresent();

        assertThat(post(path + "/close/save", "token", "another")).hasStatus(409);
        assertThat(accounts.findReader(leaving)).as("not as it was shown").isPresent();

        var saved = post(page(shown).select("main form").attr("action"), "token", token(shown));
        assertThat(saved).hasRedirectedUrl("/admin/officials?done=1");
        assertThat(accounts.findReader(leaving)).isEmpty();
        assertThat(WaysIn.count(database, leaving)).isZero();
        assertThat(holder(opened)).isNull();
        assertThat(keys.of(leaving)).allMatch(each -> each.id().equals(key.id()) && each.revokedAt() != null);
        assertThat(JournalEntries.verbsAbout(database, leaving))
                .contains("identity/appointment-ends", "identity/key-revoked", "identity/account-closed");
        assertThatPage(get(path)).doesNotContain("Xem việc đóng tài khoản");
        assertThatPage(post(path + "/close")).contains("không có gì để thay đổi");
    }

    @Test
    void nobodyGivesThemselvesAPassword() {
        assertThat(post("/admin/officials/" + administrator.value() + "/close")).hasStatus(403);
        assertThat(post("/admin/officials/" + administrator.value() + "/close/save"))
                .hasStatus(403);
        assertThat(post("/admin/officials/" + administrator.value() + "/password"))
                .hasStatus(403);
        assertThat(post("/admin/officials/" + administrator.value() + "/reset", "reason", "x"))
                .hasStatus(403);
    }

    private MvcTestResult look(String username, String name) {
        return post(
                "/admin/officials/new",
                "username",
                username,
                "name",
                name,
                "unit",
                UNIT,
                "role",
                "one-stop-officer",
                "title",
                "Công chức " + mark,
                "from",
                "2026-01-01",
                "last",
                "");
    }

    private MvcTestResult table(String lines) {
        return pages.post()
                .multipart()
                .uri("/admin/officials/import")
                .file(new MockMultipartFile(
                        "file",
                        "can-bo.csv",
                        "text/csv",
                        ("username,name,email,unit,role,title,valid_from,valid_to\n" + lines).getBytes(UTF_8)))
                .with(SignedIn.withForm(administrator))
                .exchange();
    }

    private MvcTestResult end(AccountId of, String last) {
        var post = database.sql("select post from identity.holding where account = :id")
                .param("id", of.value())
                .query(String.class)
                .single();
        return post("/admin/officials/" + of.value() + "/end", "post", post, "last", last);
    }

    private MvcTestResult save(MvcTestResult shown) {
        var form = page(shown);
        return post(
                "/admin/officials/save",
                "rows",
                form.select("input[name=rows]").val(),
                "token",
                form.select("input[name=token]").val());
    }

    private MvcTestResult role(List<String> actions) {
        return pages.post()
                .uri("/admin/roles/one-stop-officer")
                .with(SignedIn.withForm(administrator))
                .param("action", actions.toArray(String[]::new))
                .exchange();
    }

    private MvcTestResult saveRole(MvcTestResult shown) {
        return pages.post()
                .uri("/admin/roles/save")
                .with(SignedIn.withForm(administrator))
                .param(
                        "edit",
                        page(shown).select("input[name=edit]").eachAttr("value").toArray(String[]::new))
                .param("token", token(shown))
                .exchange();
    }

    private static String token(MvcTestResult shown) {
        return page(shown).select("input[name=token]").val();
    }

    private AccountId official(String username) {
        var account = accounts.create(new Accounts.NewAccount(username, "Người " + username, null, null));
        accounts.appoint(account, at, Role.ONE_STOP_OFFICER, "Vị trí " + username, BEGAN, null);
        return account;
    }

    private void claim(CaseSummary opened, AccountId by) {
        assertThat(pages.post()
                        .uri("/desk/cases/" + opened.id().value() + "/claim")
                        .with(SignedIn.withForm(by))
                        .exchange())
                .hasStatus3xxRedirection();
    }

    private @org.jspecify.annotations.Nullable UUID holder(CaseSummary of) {
        return database.sql("select claimed_by from casework.work_item where case_file = :id and done_at is null")
                .param("id", of.id().value())
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject("claimed_by", UUID.class)))
                .single()
                .orElse(null);
    }

    private CaseSummary open() {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "Đăng ký khai sinh",
                "casework/test",
                UuidCreator.getTimeOrderedEpoch(),
                at,
                at,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("same-day@15:00", "resume", "mặc định", "Luật Hộ tịch 60/2014/QH13", "standard"),
                clock.instant(),
                false,
                Actor.SYSTEM));
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(SignedIn.as(administrator)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = pages.post().uri(path).with(SignedIn.withForm(administrator));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), UTF_8));
    }
}

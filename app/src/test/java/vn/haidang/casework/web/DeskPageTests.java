package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.CommuneDesk;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

@WebTest
class DeskPageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11311-c");
    private static final UnitId ELSEWHERE = UnitId.ofKey("commune-11359-c");
    private static final int INBOX_CEILING = 12;
    private static final int CASE_CEILING = 14;

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final JdbcClient database;
    private final Clock clock;

    DeskPageTests(MockMvcTester pages, Accounts accounts, Cases cases, JdbcClient database, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void listsTheWorkOfTheRoleAndCountsIt() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);

        MvcTestResult inbox = get("/desk?q=" + opened.code(), officer);

        assertThat(inbox).hasStatusOk();
        assertThatPage(inbox)
                .isVietnamese()
                .hasHeading("Việc cần làm")
                .contains(opened.code())
                .hasLink("Đăng ký khai sinh", "/desk/cases/" + opened.id().value())
                .hasTag("Hạn hôm nay");
        assertThatPage(get("/desk?filter=mine&q=" + opened.code(), officer)).contains("Không có việc nào ở đây");
        assertThatPage(get("/desk?q=khong-co-dau", officer)).contains("Không có việc nào khớp");
    }

    @Test
    void explainsTheDayAndOffersTheOutcomes() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);

        MvcTestResult page = get(path(opened), officer);

        assertThat(page).hasStatusOk();
        assertThatPage(page)
                .hasHeading("Đăng ký khai sinh")
                .contains("Vì sao là ngày này?")
                .has("input[type=radio][name=outcome][value=accept]")
                .has("input[type=radio][name=outcome][value=ask-supplement]")
                .has("textarea[name=reason]")
                .has("input[name=key]")
                .has("details.hd-fold[data-wide=yes]:not([open]) .hd-timeline")
                .has("details.hd-fold[data-wide=yes]:not([open]) .hd-flow")
                .hasNo("details.hd-fold form, details.hd-fold #clock")
                .hasSummaryRow("Mã hồ sơ", opened.code());
        assertThat(readsOf(opened)).isEqualTo(1);
    }

    @Test
    void recordsAnOutcomeAndLeadsToTheNext() {
        official(Role.SPECIALIST, HERE);
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);

        MvcTestResult acted = act(opened, officer, "accept", "");

        assertThat(acted).hasStatus3xxRedirection().hasRedirectedUrl(path(opened) + "?done=1");
        assertThatPage(get(path(opened) + "?done=1", officer))
                .contains("Đã ghi")
                .contains("Bước này do vai trò khác thực hiện")
                .hasNo("input[name=outcome]");
    }

    @Test
    void asksForTheOutcomeAndForTheReason() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);

        MvcTestResult none = act(opened, officer, "", "Tôi đã viết điều này");
        MvcTestResult silent = act(opened, officer, "ask-supplement", " ");

        assertThat(none).hasStatus(422);
        assertThatPage(none).hasErrorSummary("outcome").hasField("reason", "Tôi đã viết điều này");
        assertThat(silent).hasStatus(422);
        assertThatPage(silent).hasErrorSummary("reason");
    }

    @Test
    void tellsTheSecondOfficerWhatHappenedAndKeepsWhatWasTyped() {
        AccountId first = official(Role.ONE_STOP_OFFICER, HERE);
        AccountId second = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);
        act(opened, first, "accept", "");

        MvcTestResult late = act(opened, second, "refuse", "Không đúng thẩm quyền");

        assertThat(late).hasStatus(409);
        assertThatPage(late)
                .contains("vừa được người khác xử lý")
                .contains("Từ lúc bạn mở hồ sơ đã có")
                .contains("Tiếp nhận hồ sơ")
                .hasField("reason", "Không đúng thẩm quyền");
    }

    @Test
    void answersAForgedIdLikeAnUnknownOne() {
        AccountId stranger = official(Role.ONE_STOP_OFFICER, ELSEWHERE);
        CaseSummary opened = open(HERE);

        assertThat(get(path(opened), stranger)).hasStatus(404);
        assertThat(get("/desk/cases/" + UUID.randomUUID(), stranger)).hasStatus(404);
        assertThat(act(opened, stranger, "accept", "")).hasStatus(404);
        assertThatPage(get("/desk?q=" + opened.code(), stranger)).doesNotContain(opened.title());
    }

    @Test
    void takesWorkAndReturnsIt() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        AccountId colleague = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);

        assertThat(post(path(opened) + "/claim", officer)).hasStatus3xxRedirection();
        assertThatPage(get(path(opened), colleague))
                .contains("đã nhận việc này")
                .hasNo("input[name=outcome]");
        assertThat(act(opened, colleague, "accept", "")).hasStatus(409);
        assertThat(post(path(opened) + "/return", officer)).hasStatus3xxRedirection();
        assertThatPage(get(path(opened), colleague)).has("input[name=outcome]");
    }

    @Test
    void asksNoMoreStatementsForMoreRows() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary one = open(HERE);
        get("/desk", officer);
        long few = StatementCount.least(() -> get("/desk", officer));
        for (int i = 0; i < 12; i++) {
            open(HERE);
        }
        long many = StatementCount.least(() -> get("/desk", officer));
        get(path(one), officer);
        long page = StatementCount.least(() -> get(path(one), officer));

        assertThat(few)
                .isPositive(); // and one more when the tables of procedures are looked at anew, every five seconds
        assertThat(many).isLessThanOrEqualTo(few + 1).isLessThanOrEqualTo(INBOX_CEILING);
        assertThat(page).isPositive().isLessThanOrEqualTo(CASE_CEILING);
    }

    @Test
    void letsProgramsOpenFindAndComplete() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);

        MvcTestResult opened = json("/api/casework/cases", officer, """
                {"procedure": "standard", "unit": "%s", "title": "Thử", "variables": {"amount": 3, "kind": "a"}}
                """.formatted(HERE.value()));
        String id = text(opened, "$.id");
        MvcTestResult items = get("/api/casework/cases/" + id + "/work-items", officer);
        MvcTestResult done = json("/api/casework/work-items/" + text(items, "$[0].id") + "/complete", officer, """
                {"outcome": "accept", "variables": {"checked": true}}
                """);

        assertThat(opened).hasStatus(201);
        for (MvcTestResult answer : List.of(opened, items, done)) {
            assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(done).hasStatusOk().bodyJson().extractingPath("$.step").isEqualTo("appraise");
        assertThat(database.sql("select declared::text from casework.case_file where id = cast(:id as uuid)")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .contains("amount", "checked");
        assertThat(json("/api/casework/cases", officer, "{\"procedure\": \"standard\"}"))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void tellsProgramsWhatCouldNotBeRead() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);

        assertThat(json("/api/casework/cases", officer, "{\"unit\": \"nowhere\"}"))
                .hasStatus(400);
        assertThat(json("/api/casework/cases", officer, "null")).hasStatus(400);
        assertThat(json("/api/casework/cases", officer, "{\"procedure\"")).hasStatus(400);
        assertThat(get("/api/casework/cases/nothing/work-items", officer)).hasStatus(400);
        assertThat(pages.post()
                        .uri("/api/casework/cases")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{}")
                        .with(SignedIn.withForm(officer))
                        .accept(MediaType.APPLICATION_JSON)
                        .exchange())
                .hasStatus(415)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void asksProgramsForTheSameRightsAndTokensAsEverybody() {
        AccountId nobody =
                accounts.create(new Accounts.NewAccount("nobody-" + UUID.randomUUID(), "Trần Văn Không", null, null));
        String items = "/api/casework/cases/" + UUID.randomUUID() + "/work-items";

        assertThat(get(items, nobody)).hasStatus(403).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json("/api/casework/cases", nobody, "{}")).hasStatus(403);
        assertThat(pages.get().uri(items).exchange()).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(pages.post()
                        .uri("/api/casework/cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(SignedIn.as(official(Role.ONE_STOP_OFFICER, HERE)))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void findsAnEncodedPathAndNoneThatGoesOn() {
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);

        assertThat(pages.get()
                        .uri(URI.create("/%64esk/cases/" + opened.id().value()))
                        .with(SignedIn.as(officer))
                        .exchange())
                .hasStatusOk();
        assertThat(get("/desk/cases/" + opened.id().value() + "/nothing", officer))
                .hasStatus(404);
    }

    @Test
    void letsTheHeadStopTheClockWithReasonAndBasisAndLetItGoOn() {
        AccountId head = official(Role.UNIT_HEAD, HERE);
        AccountId officer = official(Role.ONE_STOP_OFFICER, HERE);
        CaseSummary opened = open(HERE);
        assertThatPage(get(path(opened), officer)).hasNo("a[href$=/clock]");
        assertThatPage(get(path(opened), head)).hasLink("Tạm dừng thời hạn", path(opened) + "/clock");
        assertThat(get(path(opened) + "/clock", officer)).hasStatus(403);
        assertThatPage(get(path(opened) + "/clock", head)).isVietnamese().hasHeading("Tạm dừng thời hạn");

        MvcTestResult silent = clock(opened, head, "stop", " ", "");
        MvcTestResult stopped = clock(opened, head, "stop", "Chờ kết luận giám định", "Điều 20 NĐ 118/2025");

        assertThat(silent).hasStatus(422);
        assertThatPage(silent).hasErrorSummary("reason", "basis");
        assertThat(stopped).hasStatus3xxRedirection();
        assertThatPage(get(path(opened), officer))
                .hasTag("Tạm dừng thời hạn")
                .contains("Đồng hồ đang dừng theo quyết định của thủ trưởng")
                .contains("Chờ kết luận giám định")
                .contains("Căn cứ: Điều 20 NĐ 118/2025")
                .hasNo("input[name=outcome]");
        CaseSummary seen = cases.of("casework/test", opened.subjectId()).orElseThrow();
        assertThatPage(get(path(opened), head)).hasLink("Cho đồng hồ chạy tiếp", path(opened) + "/clock");
        assertThat(clock(seen, head, "go-on", "", "")).hasStatus3xxRedirection();
        assertThatPage(get(path(opened), officer)).has("input[name=outcome]");
        assertThat(clock(seen, head, "go-on", "", "")).hasStatus(409);
    }

    private MvcTestResult clock(CaseSummary seen, AccountId by, String act, String reason, String basis) {
        return pages.post()
                .uri(path(seen) + "/clock/" + act)
                .with(SignedIn.withForm(by))
                .param("version", String.valueOf(seen.version()))
                .param("reason", reason)
                .param("basis", basis)
                .param("key", UUID.randomUUID().toString())
                .exchange();
    }

    private CaseSummary open(UnitId unit) {
        return desk(unit).open(CommuneDesk.Work.SAME_DAY, "Đăng ký khai sinh");
    }

    private AccountId official(Role role, UnitId unit) {
        return desk(unit).official(role, "Trần Văn Tiếp");
    }

    private CommuneDesk desk(UnitId unit) {
        return new CommuneDesk(accounts, cases, clock, unit);
    }

    private long readsOf(CaseSummary summary) {
        return database.sql("""
                        select count(*) from journal.entry e
                        where e::text like '%casework/desk%' and e::text like '%' || :id || '%'
                        """)
                .param("id", summary.id().value().toString())
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(String path, AccountId by) {
        return pages.get().uri(path).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult post(String path, AccountId by) {
        return pages.post().uri(path).with(SignedIn.withForm(by)).exchange();
    }

    private MvcTestResult act(CaseSummary seen, AccountId by, String outcome, String reason) {
        return pages.post()
                .uri(path(seen) + "/act")
                .with(SignedIn.withForm(by))
                .param("version", String.valueOf(seen.version()))
                .param("step", String.valueOf(seen.step()))
                .param("outcome", outcome)
                .param("reason", reason)
                .param("key", UUID.randomUUID().toString())
                .exchange();
    }

    private MvcTestResult json(String path, AccountId by, String body) {
        return pages.post()
                .uri(path)
                .with(SignedIn.withForm(by))
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult result, String path) {
        try {
            return JsonPath.read(result.getMvcResult().getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(CaseSummary summary) {
        return "/desk/cases/" + summary.id().value();
    }
}

package vn.haidang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
class InboxPageTests {

    private static final int CEILING = 14;

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final JdbcClient database;
    private final Clock clock;
    private CommuneDesk desk;

    InboxPageTests(MockMvcTester pages, Accounts accounts, Cases cases, JdbcClient database, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
        this.desk = new CommuneDesk(accounts, cases, clock, UnitId.ofKey("commune-11311-c"));
    }

    @BeforeEach
    void aDeskOfItsOwn() {
        desk = new CommuneDesk(accounts, cases, clock, CommuneDesk.untouched(database, true));
    }

    @Test
    void leadsThroughTheListByPlacesAndNotByNumbers() {
        AccountId officer = official(Role.ONE_STOP_OFFICER);
        for (int i = 0; i < 53; i++) {
            open("Việc " + i);
        }

        MvcTestResult first = get("/desk", officer);
        String next = assertThatPage(first).document().select("a[rel=next]").attr("href");
        MvcTestResult second = get(next, officer);

        assertThatPage(first).contains("Đang xem 1–50 trong 53 việc");
        assertThatPage(second)
                .contains("Đang xem 51–53 trong 53 việc")
                .has("a[rel=prev]")
                .hasNo("a[rel=next]");
        assertThat(assertThatPage(second).document().select("[data-row]")).hasSize(3);
        assertThat(get("/desk?after=forged", officer)).hasStatusOk();
    }

    @Test
    void offersChoicesWhenAskedAndKeepsThemUnderAName() {
        AccountId officer = official(Role.ONE_STOP_OFFICER);
        open("Đăng ký khai sinh");

        assertThatPage(get("/desk", officer)).hasNo("select[name=service]");
        assertThatPage(get("/desk?panel=open", officer))
                .has("select[name=service]")
                .contains("Đăng ký khai sinh (1)");
        MvcTestResult saved = pages.post()
                .uri("/desk/views")
                .with(SignedIn.withForm(officer))
                .param("name", "Khai sinh")
                .param("service", "Đăng ký khai sinh")
                .param("share", desk.unit().value().toString())
                .exchange();
        assertThat(saved).hasStatus3xxRedirection();
        String view = assertThatPage(get("/desk", official(Role.ONE_STOP_OFFICER)))
                .contains("Đồng nghiệp chia sẻ")
                .document()
                .selectXpath("//a[text()='Khai sinh']")
                .attr("href");
        assertThatPage(get(view, officer)).contains("Đang xem 1–1 trong 1 việc");
        assertThat(pages.post()
                        .uri("/desk/views")
                        .with(SignedIn.withForm(officer))
                        .param("name", " ")
                        .exchange())
                .hasStatus(422);
    }

    @Test
    void asksBeforeManyAreCompletedAndThenSaysWhatBecameOfEach() {
        AccountId officer = official(Role.ONE_STOP_OFFICER);
        CaseSummary one = open("Một");
        open("Hai");
        var boxes = assertThatPage(get("/desk", officer))
                .document()
                .select("input[name=item]")
                .eachAttr("value");

        MvcTestResult asked = bulk(officer, "accept", boxes.toArray(String[]::new));
        assertThatPage(asked).hasHeading("Ghi kết quả cho 2 việc").has("input[type=radio][value=accept]");
        assertThat(cases.of("casework/test", one.subjectId()).orElseThrow()).isEqualTo(one);
        MvcTestResult unsure = pages.post()
                .uri("/desk/bulk")
                .with(SignedIn.withForm(officer))
                .param("act", "accept")
                .param("sure", "yes")
                .param("item", boxes.toArray(String[]::new))
                .exchange();
        assertThat(unsure).hasStatus(422);
        MvcTestResult done = pages.post()
                .uri("/desk/bulk")
                .with(SignedIn.withForm(officer))
                .param("act", "accept")
                .param("sure", "yes")
                .param("value", "accept")
                .param("item", boxes.toArray(String[]::new))
                .exchange();

        assertThat(done).hasStatus3xxRedirection();
        String run = String.valueOf(done.getResponse().getRedirectedUrl());
        assertThatPage(get(run, officer)).contains("Đã xử lý 2 trong 2 việc").hasTag("Đã xong");
        assertThat(get(run, official(Role.ONE_STOP_OFFICER))).hasStatus(404);
        assertThat(bulk(officer, "claim")).hasRedirectedUrl("/desk?done=nothing");
        assertThat(bulk(officer, "claim", "forged")).hasRedirectedUrl("/desk?done=nothing");
    }

    @Test
    void showsTheHeadWhoHasHowMuchAndLeadsToTheRows() {
        AccountId officer = official(Role.ONE_STOP_OFFICER);
        AccountId head = official(Role.UNIT_HEAD);
        open("Một");
        open("Hai");

        var page = assertThatPage(get("/desk/workload", head)).hasHeading("Khối lượng việc của đơn vị");
        assertThat(page.document().select(".hd-queues [aria-current=page]").eachAttr("href"))
                .as("one place in the menu, and that is this page")
                .containsExactly("/desk/workload");
        String rows = page.document().select("tbody td a").attr("href");

        assertThatPage(get(rows, head)).contains("trong 2 việc").has("button[value=assign]");
        assertThat(get("/desk/workload", officer)).hasStatus(403);
        assertThat(get("/desk/workload?unit=" + UUID.randomUUID(), head)).hasStatus(403);
    }

    @Test
    void letsSingleKeysBeTurnedOff() {
        AccountId officer = official(Role.ONE_STOP_OFFICER);
        open("Một");

        assertThatPage(get("/desk", officer)).has("form[data-shortcuts=on]").has("main a[href='/desk/work/new']");
        MvcTestResult off = pages.post()
                .uri("/desk/shortcuts")
                .with(SignedIn.withForm(officer))
                .param("keys", "off")
                .exchange();
        assertThat(off).hasStatus(303).cookies().containsCookie("hd-shortcuts");
        assertThatPage(pages.get()
                        .uri("/desk")
                        .cookie(new Cookie("hd-shortcuts", "off"))
                        .with(SignedIn.as(officer))
                        .exchange())
                .has("form[data-shortcuts=off]");
    }

    @Test
    void asksNoMoreForDeepPagesAndForMoreRows() {
        AccountId head = official(Role.UNIT_HEAD);
        open("Một");
        get("/desk?scope=unit&panel=open", head);
        long few = StatementCount.least(() -> get("/desk?scope=unit&panel=open", head));
        for (int i = 0; i < 20; i++) {
            open("Việc " + i);
        }
        long many = StatementCount.least(() -> get("/desk?scope=unit&panel=open", head));

        assertThat(many).isLessThanOrEqualTo(few + 1).isLessThanOrEqualTo(CEILING);
    }

    private MvcTestResult bulk(AccountId by, String act, String... items) {
        return pages.post()
                .uri("/desk/bulk")
                .with(SignedIn.withForm(by))
                .param("act", act)
                .param("item", items)
                .exchange();
    }

    private MvcTestResult get(String path, AccountId by) {
        return pages.get().uri(URI.create(path)).with(SignedIn.as(by)).exchange();
    }

    private AccountId official(Role role) {
        return desk.official(role, "Trần Văn Tiếp");
    }

    private CaseSummary open(String title) {
        return desk.open(CommuneDesk.Work.THREE_DAYS, title);
    }
}

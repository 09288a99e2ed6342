package vn.haidang.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

/** What a role may do changes by the page or by a table; who gains and who loses is told before. */
@WebTest
class RoleChangePageTests {

    private static final String UNIT = "commune-11635-c";
    private static final LocalDate BEGAN = LocalDate.of(2025, 7, 1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final JdbcClient database;
    private final MessageSource messages;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Role role = new Role("clerk-" + mark.replaceAll("[0-9]", "x"));
    private AccountId administrator;
    private AccountId clerk;

    @SuppressWarnings("NullAway.Init")
    RoleChangePageTests(MockMvcTester pages, Accounts accounts, JdbcClient database, MessageSource messages) {
        this.pages = pages;
        this.accounts = accounts;
        this.database = database;
        this.messages = messages;
    }

    @BeforeEach
    void aRoleOfOurOwn() {
        database.sql("insert into identity.role (code, name, name_en) values (:code, 'Văn thư', 'Clerk')")
                .param("code", role.code())
                .update();
        administrator = accounts.create(new Accounts.NewAccount("admin-" + UUID.randomUUID(), "Quản Trị", null, null));
        accounts.appoint(administrator, UnitId.ofKey(UNIT), Role.ADMINISTRATOR, "Quản trị " + mark, BEGAN, null);
        clerk = accounts.create(new Accounts.NewAccount("clerk-" + mark, "Vi Văn Thư " + mark, null, null));
        accounts.appoint(clerk, UnitId.ofKey(UNIT), role, "Văn thư " + mark, BEGAN, null);
    }

    @AfterEach
    void asItWas() {
        database.sql("delete from identity.declared_grant").update();
    }

    @Test
    void whoGainsAndWhoLosesIsToldBeforeAndHoldsAtOnceAfter() {
        assertThat(get("/admin/targets", clerk)).hasStatus(403);

        var shown = look(role, "plan/administer", "casework/workload");
        assertThatPage(shown)
                .isVietnamese()
                .hasHeading("Xem trước khi lưu")
                .contains("Được thêm “Quản trị chỉ tiêu”: 1 người")
                .contains("Vi Văn Thư " + mark);
        assertThat(get("/admin/targets", clerk)).as("only shown").hasStatus(403);

        assertThat(save(shown)).hasRedirectedUrl("/admin/roles?done=1");
        assertThat(get("/admin/targets", clerk)).hasStatusOk();
        assertThat(told()).containsExactly("identity/role-changed");
        assertThatPage(look(role, "plan/administer", "casework/workload")).contains("không có gì để thay đổi");

        var less = look(role, "casework/workload");
        assertThatPage(less).contains("Mất “Quản trị chỉ tiêu”: 1 người").contains("Vi Văn Thư " + mark);
        assertThat(save(less)).hasStatus3xxRedirection();
        assertThat(get("/admin/targets", clerk)).hasStatus(403);
        assertThat(decided()).as("what is shipped needs no decision").isEqualTo(1);
    }

    @Test
    void whatAnotherAdministratorSavedMeanwhileIsShownAgain() {
        var first = look(role, "plan/administer");
        var second = look(role, "worktime/administer");
        assertThat(save(first)).hasStatus3xxRedirection();

        var answer = save(second);
        assertThat(answer).hasStatus(409);
        assertThatPage(answer).contains("Dữ liệu đã thay đổi trong lúc bạn xem").contains("Quản trị lịch");
        assertThat(get("/admin/calendar", clerk)).hasStatus(403);
        assertThat(save(answer)).hasStatus3xxRedirection();
        assertThat(get("/admin/calendar", clerk)).hasStatusOk();
        assertThat(get("/admin/targets", clerk))
                .as("what the first one saved stays")
                .hasStatusOk();
    }

    @Test
    void thePowerToChangeRolesNeverGoesFromTheLastWhoHasIt() {
        var shown = look(Role.ADMINISTRATOR, "ui/administer");
        assertThatPage(shown).contains("Không lưu được").contains("Quản trị đơn vị và sáp nhập");
        assertThat(page(shown).select("form[action=/admin/roles/save]")).isEmpty();

        var forged = post("/admin/roles/save", "edit", "administrator -identity/administer", "token", "0.0");
        assertThat(forged).hasStatus(409);
        assertThatPage(forged).contains("identity/last-administrator");
        assertThat(get("/admin/roles", administrator)).hasStatusOk();

        assertThat(save(look(role, "identity/administer"))).hasStatus3xxRedirection();
        assertThat(page(post("/admin/roles/administrator", "action", "ui/administer"))
                        .select("form[action=/admin/roles/save]"))
                .as("somebody else has it now")
                .hasSize(1);
    }

    @Test
    void aTableComesInWholeOrNotAtAllAndLeavesOtherRolesAlone() {
        var bad = table(role.code() + ",plan/administer\nnobody-here,plan/administer\n" + role.code() + ",plan/fly\n");
        assertThat(bad).hasStatus(422);
        assertThatPage(bad)
                .hasErrorSummary("file")
                .contains("Không có vai trò “nobody-here”")
                .contains("Không có việc “plan/fly”");

        var good = table(role.code() + ",plan/administer\n" + role.code() + ",casework/workload\n");
        assertThat(page(good).select("#lines tbody tr")).hasSize(2);
        assertThat(save(good)).hasStatus3xxRedirection();
        assertThat(get("/admin/targets", clerk)).hasStatusOk();
        assertThatPage(table(role.code() + ",plan/administer\n" + role.code() + ",casework/workload\n"))
                .contains("không có gì để thay đổi");
    }

    @Test
    void whatIsForgedIsRefused() {
        assertThat(post("/admin/roles/save", "edit", "resident +identity/administer", "token", ""))
                .as("nothing of it is a change")
                .hasStatus3xxRedirection();
        assertThat(decided()).isZero();
        assertThat(post("/admin/roles/save", "edit", "x; drop", "token", "")).hasStatus(400);
        assertThat(post("/admin/roles/" + role.code(), "action", "no/such")).hasStatus(400);
        assertThat(get("/admin/roles/resident", administrator)).hasStatus(404);
        assertThat(get("/admin/roles", clerk)).hasStatus(403);
    }

    @Test
    void everyActionHasWordsInBothLanguages() {
        var actions = database.sql("select distinct action from identity.role_action where role <> 'resident'")
                .query((row, number) -> row.getString("action"))
                .list();
        for (var language : List.of("vi", "en")) {
            assertThat(actions)
                    .allSatisfy(action -> assertThat(messages.getMessage(
                                    "identity.action." + action.replace('/', '.'),
                                    null,
                                    java.util.Locale.forLanguageTag(language)))
                            .isNotBlank());
        }
    }

    private MvcTestResult look(Role of, String... actions) {
        var request = pages.post().uri("/admin/roles/" + of.code()).with(SignedIn.withForm(administrator));
        return request.param("action", actions).exchange();
    }

    private MvcTestResult save(MvcTestResult shown) {
        var form = page(shown);
        return pages.post()
                .uri("/admin/roles/save")
                .with(SignedIn.withForm(administrator))
                .param("edit", form.select("input[name=edit]").eachAttr("value").toArray(String[]::new))
                .param("token", form.select("input[name=token]").val())
                .exchange();
    }

    private MvcTestResult table(String lines) {
        return pages.post()
                .multipart()
                .uri("/admin/roles/import")
                .file(new MockMultipartFile(
                        "file", "vai-tro.csv", "text/csv", ("role,action\n" + lines).getBytes(UTF_8)))
                .with(SignedIn.withForm(administrator))
                .exchange();
    }

    private List<String> told() {
        return database.sql(
                        "select e.verb from journal.entry e where e.subject_ids @> array[:role]::uuid[] order by e.id")
                .param("role", UuidCreator.getNameBasedSha1(role.code()))
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    private long decided() {
        return database.sql("select count(*) from identity.declared_grant")
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(String path, AccountId by) {
        return pages.get().uri(path).with(SignedIn.as(by)).exchange();
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

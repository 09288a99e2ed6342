package vn.haidang.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.identity.SignedIn;
import vn.haidang.identity.internal.second.SecondFactorPolicy;
import vn.haidang.organization.UnitId;

/** Administrators found roles of their own, and withdraw those that nobody holds and nothing needs. */
@WebTest
class NewRolePageTests {

    private static final String UNIT = "commune-11635-c";
    private static final LocalDate BEGAN = LocalDate.of(2025, 7, 1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Roles roles;
    private final SecondFactorPolicy policy;
    private final JdbcClient database;
    private final String code = "van-thu-" + UUID.randomUUID().toString().substring(0, 8);
    private AccountId administrator;

    @SuppressWarnings("NullAway.Init")
    NewRolePageTests(
            MockMvcTester pages, Accounts accounts, Roles roles, SecondFactorPolicy policy, JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
        this.roles = roles;
        this.policy = policy;
        this.database = database;
    }

    @BeforeEach
    void anAdministrator() {
        administrator = accounts.create(new Accounts.NewAccount("admin-" + UUID.randomUUID(), "Quản Trị", null, null));
        accounts.appoint(administrator, UnitId.ofKey(UNIT), Role.ADMINISTRATOR, "Quản trị " + code, BEGAN, null);
    }

    @AfterEach
    void asItWas() {
        database.sql("delete from identity.declared_grant").update();
        database.sql("delete from casework.procedure_step where procedure = :code")
                .param("code", code)
                .update();
        database.sql("delete from casework.procedure where code = :code")
                .param("code", code)
                .update();
    }

    @Test
    void aRoleIsFoundedAsItWasShownAndWorksAtOnce() {
        var shown = look(code, "plan/administer", "casework/workload");
        assertThatPage(shown).isVietnamese().hasHeading("Xem trước khi lưu").contains("Vai trò mới");
        assertThat(page(shown).select("#lines tbody tr")).hasSize(3);
        assertThatPage(get("/admin/roles", administrator)).as("only shown").doesNotContain(code);

        assertThat(save(shown)).hasRedirectedUrl("/admin/roles?done=1");
        assertThat(save(shown)).as("a second press changes nothing").hasRedirectedUrl("/admin/roles?done=1");
        assertThatPage(get("/admin/roles", administrator)).contains("Văn thư " + code);
        assertThat(told()).containsExactly("identity/role-founded");
        assertThat(page(get("/admin/officials/new", administrator)).select("#role option[value=" + code + "]"))
                .hasSize(1);

        var clerk = appointed();
        assertThat(get("/admin/targets", clerk)).hasStatusOk();
        assertThat(get("/admin/calendar", clerk)).hasStatus(403);
        assertThat(policy.roles())
                .as("what only administrators do asks for more than a password")
                .contains(new Role(code));
        assertThatPage(look(code, "plan/administer")).hasErrorSummary("code").contains("đã dùng");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "Văn thư", "2-van-thu", "van--thu", "van-thu-", "van_thu", "new", "save", "specialist"})
    void aCodeThatReadsBadlyOrIsTakenIsRefused(String bad) {
        var answer = look(bad, "plan/administer");
        assertThat(answer).hasStatus(422);
        assertThatPage(answer).hasErrorSummary("code");
        assertThat(post("/admin/roles/save", "edit", bad + " = Tên | Name", "token", "")
                        .getResponse()
                        .getStatus())
                .as("forged: a bad request, or nothing of it is a change")
                .isIn(400, 303);
        assertThat(database.sql("select count(*) from identity.role where name = 'Tên'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRoleSomebodyHoldsCannotVanish() {
        assertThat(save(look(code, "plan/administer"))).hasStatus3xxRedirection();
        var clerk = appointed();
        var shown = post(path("/withdraw"));
        assertThatPage(shown).contains("Vai trò này đang hoặc sắp có người giữ");
        assertThat(page(shown).select("main form")).isEmpty();
        assertThatPage(post(path("/withdraw/save"), "token", "x")).contains("identity/role-held");
        assertThat(get("/admin/targets", clerk)).hasStatusOk();

        database.sql("update identity.holding set valid = daterange(lower(valid), '2026-01-01') where account = :id")
                .param("id", clerk.value())
                .update();
        var possible = post(path("/withdraw"));
        assertThatPage(possible).contains("Bỏ theo 1 vị trí chưa có người");
        assertThat(post(path("/withdraw/save"), "token", "another"))
                .as("not as it was shown")
                .hasStatus(409);
        assertThat(withdraw(possible)).hasRedirectedUrl("/admin/roles?done=1");
        assertThatPage(get("/admin/roles", administrator)).doesNotContain(code);
        assertThat(roles.all()).doesNotContain(new Role(code));
        assertThat(roles.name(new Role(code), Locale.ENGLISH))
                .as("old acts keep its name")
                .isEqualTo("Clerk " + code);
        assertThat(told()).containsExactly("identity/role-founded", "identity/role-withdrawn");
        assertThatPage(get("/admin/posts?show=vacant&unit=" + UNIT, administrator))
                .doesNotContain("Vị trí " + code);
        assertThat(post(path("/withdraw"))).hasStatus(404);
        assertThatPage(look(code, "plan/administer")).hasErrorSummary("code");
    }

    @Test
    void aRoleThatAProcedureNeedsStays() {
        assertThat(save(look(code, "casework/act"))).hasStatus3xxRedirection();
        assertThat(policy.roles()).as("what specialists do does not").doesNotContain(new Role(code));
        database.sql("""
                        insert into casework.procedure (code, version, name, name_en, validity, work_file, source, confidence)
                        values (:code, 1, 'Cấp dấu', 'Seal', daterange('2026-01-01', null), false, 'x', 'I')
                        """).param("code", code).update();
        database.sql("""
                        insert into casework.procedure_step
                          (procedure, version, ordinal, step, name, name_en, role, unit_rule, on_paper)
                        values (:code, 1, 1, 'one', 'Một', 'One', :code, 'competent', false)
                        """).param("code", code).update();
        var shown = post(path("/withdraw"));
        assertThatPage(shown)
                .contains("Vẫn còn quy trình hoặc việc cần đến vai trò này")
                .contains("Cấp dấu");
        assertThat(page(shown).select("main form")).isEmpty();
        assertThatPage(post(
                        path("/withdraw/save"),
                        "token",
                        page(shown).select("input[name=token]").val()))
                .contains("identity/role-named");
        assertThatPage(get("/admin/roles", administrator)).contains(code);
    }

    @Test
    void aShippedRoleIsNotWithdrawn() {
        assertThatPage(post("/admin/roles/specialist/withdraw")).contains("identity/role-shipped");
        assertThatPage(post("/admin/roles/specialist/withdraw/save", "token", ""))
                .contains("identity/role-shipped");
        assertThat(page(get("/admin/roles/specialist", administrator)).select("form[action$=withdraw]"))
                .isEmpty();
    }

    @Test
    void aTableFoundsRolesWholeOrNotAtAll() {
        var bad = table(code + ",plan/administer,Văn thư,\n"
                + "nobody-here,plan/administer,,\n"
                + "specialist,plan/administer,Tên khác,\n"
                + "Xấu Xí,plan/administer,Xấu,Ugly\n");
        assertThat(bad).hasStatus(422);
        assertThatPage(bad)
                .contains("Hãy nhập tên tiếng Anh")
                .contains("Không có vai trò “nobody-here”")
                .contains("Vai trò này đã có tên")
                .contains("Mã vai trò có từ 2 đến 40 ký tự");

        var lines = code + ",plan/administer,Văn thư,Clerk\n" + code + ",casework/workload,,\n";
        var good = table(lines);
        assertThat(page(good).select("#lines tbody tr")).hasSize(3);
        assertThat(save(good)).hasStatus3xxRedirection();
        assertThat(get("/admin/targets", appointed())).hasStatusOk();
        assertThatPage(table(lines)).contains("không có gì để thay đổi");
    }

    private AccountId appointed() {
        var clerk = accounts.create(new Accounts.NewAccount("clerk-" + UUID.randomUUID(), "Vi Văn Thư", null, null));
        accounts.appoint(clerk, UnitId.ofKey(UNIT), new Role(code), "Vị trí " + code, BEGAN, null);
        return clerk;
    }

    private String path(String rest) {
        return "/admin/roles/" + code + rest;
    }

    private MvcTestResult look(String as, String... actions) {
        return pages.post()
                .uri("/admin/roles/new")
                .with(SignedIn.withForm(administrator))
                .param("code", as)
                .param("name", "Văn thư " + code)
                .param("name_en", "Clerk " + code)
                .param("action", actions)
                .exchange();
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

    private MvcTestResult withdraw(MvcTestResult shown) {
        return post(
                page(shown).select("main form").attr("action"),
                "token",
                page(shown).select("input[name=token]").val());
    }

    private MvcTestResult table(String lines) {
        return pages.post()
                .multipart()
                .uri("/admin/roles/import")
                .file(new MockMultipartFile(
                        "file", "vai-tro.csv", "text/csv", ("role,action,name,name_en\n" + lines).getBytes(UTF_8)))
                .with(SignedIn.withForm(administrator))
                .exchange();
    }

    private List<String> told() {
        return database.sql(
                        "select e.verb from journal.entry e where e.subject_ids @> array[:role]::uuid[] order by e.id")
                .param("role", UuidCreator.getNameBasedSha1(code))
                .query((row, number) -> row.getString("verb"))
                .list();
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

package vn.haidang.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import vn.haidang.identity.internal.Grants;
import vn.haidang.organization.UnitId;

/** However it is tried, the city keeps somebody who can change officials, posts and roles, on every day to come. */
@WebTest
class LastAdministratorPageTests {

    private static final String UNIT = "commune-11635-c";
    private static final UnitId HERE = UnitId.ofKey(UNIT);
    private static final LocalDate BEGAN = LocalDate.of(2025, 7, 1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Grants grants;
    private final Roles roles;
    private final JdbcClient database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Role role = new Role("chief-" + mark);
    private AccountId chief;
    private AccountId deputy;

    @SuppressWarnings("NullAway.Init")
    LastAdministratorPageTests(
            MockMvcTester pages, Accounts accounts, Grants grants, Roles roles, JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.database = database;
    }

    /** One administrator in all the city, and somebody who stands in for them meanwhile. */
    @BeforeEach
    void onlyOne() {
        database.sql("insert into identity.role (code, name, name_en) values (:code, 'Trưởng', 'Chief')")
                .param("code", role.code())
                .update();
        database.sql("""
                        insert into identity.declared_grant (role, action, granted, declared_at)
                        values ('administrator', 'identity/administer', false, now()),
                          (:role, 'identity/administer', true, now()), (:role, 'ui/administer', true, now())
                        """).param("role", role.code()).update();
        grants.forget();
        roles.forget();
        chief = official("chief." + mark, role, null);
        deputy = official("deputy." + mark, Role.SPECIALIST, null);
        database.sql("""
                        insert into identity.substitute (id, principal, substitute, unit, role, valid, declared_at)
                        values (:id, :chief, :deputy, :unit, :role, daterange('2025-07-01', '2035-01-01'), now())
                        """)
                .param("id", UUID.randomUUID())
                .param("chief", chief.value())
                .param("deputy", deputy.value())
                .param("unit", HERE.value())
                .param("role", role.code())
                .update();
    }

    @AfterEach
    void asItWas() {
        database.sql("delete from identity.declared_grant").update();
        grants.forget();
    }

    @Test
    void thePostOfTheLastAdministratorDoesNotEnd() {
        refusedInBothLanguages("/admin/officials/" + chief.value() + "/end", "post", post(chief), "last", "");
        refusedInBothLanguages("/admin/officials/" + chief.value() + "/end", "post", post(chief), "last", "2027-01-31");
        refused(table(""), "Đây là người quản trị cuối cùng");
        var forged = "[{\"username\":\"chief." + mark + "\",\"name\":\"\",\"email\":\"\",\"unit\":\"" + UNIT
                + "\",\"role\":\"" + role.code() + "\",\"title\":\"Vị trí chief." + mark
                + "\",\"from\":\"2025-07-01\",\"until\":\"2027-01-31\"}]";
        refusedInBothLanguages("/admin/officials/save", "rows", forged, "token", "0");
        assertThat(accounts.reader(chief).holds(role, HERE)).isTrue();
    }

    @Test
    void theAccountOfTheLastAdministratorDoesNotClose() {
        refusedInBothLanguages("/admin/officials/" + chief.value() + "/close");
        refusedInBothLanguages("/admin/officials/" + chief.value() + "/close/save", "token", "0");
        assertThat(accounts.findReader(chief)).isPresent();
    }

    @Test
    void theRoleOfTheLastAdministratorIsNotEmptied() {
        var shown = send(null, "/admin/roles/" + role.code(), "action", "ui/administer");
        assertThat(shown).hasStatusOk();
        assertThat(words(shown)).contains("Không lưu được: sẽ không còn ai sửa được vai trò");
        refusedInBothLanguages("/admin/roles/save", "edit", role.code() + " -identity/administer", "token", "0.0");
        assertThat(grants.holders("identity/administer")).containsExactly(role);
    }

    @Test
    void whoeverLeavesSoonerIsNoSecondAdministrator() {
        var second = official("second." + mark, role, LocalDate.of(2026, 7, 1));
        refusedInBothLanguages("/admin/officials/" + chief.value() + "/close");
        database.sql("update identity.holding set valid = daterange(lower(valid), null) where account = :id")
                .param("id", second.value())
                .update();
        assertThat(send(null, "/admin/officials/" + chief.value() + "/close"))
                .as("now there is another, for good")
                .hasStatusOk();
    }

    @Test
    void theUnitOfTheLastAdministratorDoesNotEnd() {
        database.sql("""
                        insert into identity.declared_grant (role, action, granted, declared_at)
                        values (:role, 'organization/administer', true, now())
                        """).param("role", role.code()).update();
        grants.forget();
        refusedInBothLanguages("/admin/units/reorganise", ending(UNIT));
        assertThat(send(null, "/admin/units/reorganise", ending("commune-11329-c")))
                .as("where they do not sit")
                .hasStatusOk();

        var elsewhere = accounts.create(new Accounts.NewAccount("other." + mark, "Người khác", null, null));
        accounts.appoint(elsewhere, UnitId.ofKey("commune-11329-c"), role, "Vị trí khác " + mark, BEGAN, null);
        var shown = send(null, "/admin/units/reorganise", ending(UNIT));
        assertThat(shown).as("now there is another elsewhere").hasStatusOk();

        database.sql("delete from identity.holding where account = :id")
                .param("id", elsewhere.value())
                .update();
        var page = Jsoup.parse(new String(shown.getResponse().getContentAsByteArray(), UTF_8));
        refusedInBothLanguages(
                "/admin/units/save",
                "reform",
                page.select("input[name=reform]").val(),
                "token",
                page.select("input[name=token]").val(),
                "key",
                UUID.randomUUID().toString());
        assertThat(database.sql("select upper_inf(valid) from organization.unit where id = :id")
                        .param("id", HERE.value())
                        .query(Boolean.class)
                        .single())
                .as("it lives on")
                .isTrue();
    }

    private static String[] ending(String unit) {
        return new String[] {
            "on",
            "2029-01-01",
            "from",
            unit,
            "how",
            "whole",
            "to1",
            "commune-11311-c",
            "symbol",
            "9/NQ",
            "issuer",
            "Hội đồng",
            "paper",
            "Sắp xếp thử",
            "source",
            "Công báo thử"
        };
    }

    private void refusedInBothLanguages(String path, String... parameters) {
        refused(send(null, path, parameters), "Đây là người quản trị cuối cùng");
        refused(send(new Cookie("language", "en"), path, parameters), "This is the last administrator");
    }

    private static void refused(MvcTestResult answer, String words) {
        assertThat(answer).hasStatus(409);
        assertThat(words(answer)).contains(words).contains("identity/last-administrator");
    }

    private AccountId official(String username, Role of, @Nullable LocalDate until) {
        var account = accounts.create(new Accounts.NewAccount(username, "Người " + username, null, null));
        accounts.appoint(account, HERE, of, "Vị trí " + username, BEGAN, until);
        return account;
    }

    private String post(AccountId of) {
        return database.sql("select post from identity.holding where account = :id")
                .param("id", of.value())
                .query(String.class)
                .single();
    }

    private MvcTestResult table(String rest) {
        return pages.post()
                .multipart()
                .uri("/admin/officials/import")
                .file(new MockMultipartFile(
                        "file",
                        "can-bo.csv",
                        "text/csv",
                        ("username,name,email,unit,role,title,valid_from,valid_to\nchief." + mark + ",,," + UNIT + ","
                                        + role.code() + ",Vị trí chief." + mark + ",2025-07-01,2027-01-31\n" + rest)
                                .getBytes(UTF_8)))
                .with(SignedIn.withForm(deputy))
                .exchange();
    }

    private MvcTestResult send(@Nullable Cookie language, String path, String... parameters) {
        var request = pages.post().uri(path).with(SignedIn.withForm(deputy));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return (language == null ? request : request.cookie(language)).exchange();
    }

    private static String words(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), UTF_8))
                .text();
    }
}

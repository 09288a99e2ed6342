package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.JournalEntries;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.organization.UnitId;

@WebTest
class SignInPageTests {

    private static final String PASSWORD = "hải đăng Hòn Dáu";

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    SignInPageTests(MockMvcTester pages, Accounts accounts, JdbcClient jdbc) {
        this.pages = pages;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Test
    void showsAForm() {
        assertThatPage(pages.get().uri("/sign-in?next=/plan").exchange())
                .isVietnamese()
                .hasHeading("Đăng nhập")
                .has("input[name=username][autocomplete=username]")
                .has("input[name=password][type=password]")
                .has("input[name=_csrf]")
                .hasField("next", "/plan");
    }

    @Test
    void leadsResidentsToTheirPageAndOfficialsToTheirDesk() {
        var resident = account();
        var official = account();
        accounts.appoint(
                id(official),
                UnitId.ofKey("commune-11311-c"),
                Role.SPECIALIST,
                "Chuyên viên " + official,
                LocalDate.of(2025, 7, 1),
                null);

        assertThat(send(resident, PASSWORD, "")).hasStatus(303).hasRedirectedUrl("/my");
        assertThat(send(official, PASSWORD, "")).hasStatus(303).hasRedirectedUrl("/desk");
    }

    @Test
    void leadsBackToWhereOneCameFromButNeverElsewhere() {
        assertThat(send(account(), PASSWORD, "/plan?year=2026")).hasRedirectedUrl("/plan?year=2026");
        assertThat(send(account(), PASSWORD, "//evil.example/")).hasRedirectedUrl("/my");
        assertThat(send(account(), PASSWORD, "https://evil.example/")).hasRedirectedUrl("/my");
    }

    @Test
    void answersAWrongPasswordLikeAnUnknownName() {
        var known = send(account(), "wrong", "");
        var unknown = send("nobody " + UUID.randomUUID(), "wrong", "");

        assertThat(known).hasStatus(422);
        assertThat(unknown).hasStatus(422);
        assertThatPage(known).hasErrorSummary("username").contains("Tên đăng nhập hoặc mật khẩu chưa đúng");
        assertThatPage(unknown).hasErrorSummary("username").contains("Tên đăng nhập hoặc mật khẩu chưa đúng");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThatPage(send("", "x", "")).hasErrorSummary("username");
        assertThatPage(send("x", "", "")).hasErrorSummary("password");
    }

    @Test
    void saysHowLongToWaitAfterTooManyAttempts() {
        var username = account();
        for (int i = 0; i < 10; i++) {
            send(username, "wrong " + i, "");
        }

        var stopped = send(username, PASSWORD, "");

        assertThat(stopped).hasStatus(429).headers().containsHeader("Retry-After");
        assertThatPage(stopped).contains("Đã thử quá nhiều lần. Hãy chờ 2 phút");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var forged = pages.post().uri("/sign-in").param("username", "x").param("password", "y");

        assertThat(forged.exchange()).hasStatus(403);
    }

    @Test
    void givesTheSessionAnotherIdAtSignIn() {
        var username = account();
        var before = cookie(pages.get().uri("/sign-in").exchange());

        var after = cookie(pages.post()
                .uri("/sign-in")
                .cookie(before)
                .with(csrf())
                .param("username", username)
                .param("password", PASSWORD)
                .exchange());

        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(pages.get().uri("/my").cookie(before)).hasStatus3xxRedirection();
        assertThat(pages.get().uri("/my").cookie(after)).hasStatusOk();
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var signedIn = send(account(), PASSWORD, "");
        var secure = pages.post()
                .uri("/sign-in")
                .secure(true)
                .with(csrf())
                .param("username", account())
                .param("password", PASSWORD)
                .exchange();

        assertThat(signedIn.getResponse().getHeader("Set-Cookie"))
                .contains("haidang=", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(secure.getResponse().getHeader("Set-Cookie")).contains("Secure");
    }

    @Test
    void endsTheSessionAtSignOut() {
        var username = account();
        var cookie = cookie(send(username, PASSWORD, ""));

        var out = pages.post().uri("/sign-out").cookie(cookie).with(csrf()).exchange();

        assertThat(out).hasStatus3xxRedirection().hasRedirectedUrl("/");
        assertThat(pages.get().uri("/my").cookie(cookie)).hasStatus3xxRedirection();
        assertThat(JournalEntries.verbsAbout(jdbc, id(username)))
                .containsSubsequence("identity/signed-in", "identity/signed-out");
    }

    @Test
    void leadsVisitorsToSignInAndBack() {
        assertThat(pages.get().uri("/my").exchange()).hasRedirectedUrl("/sign-in?next=%2Fmy");
    }

    @Test
    void asksNobodyTwice() {
        assertThat(pages.get().uri("/sign-in?next=/plan").with(SignedIn.as(id(account()))))
                .hasRedirectedUrl("/plan");
    }

    @Test
    void showsHealthToAllAndMetricsToOperatorsOnly() {
        var resident = id(account());
        var operator = id(account());
        accounts.appoint(
                operator,
                UnitId.ofKey("city-31"),
                Role.OPERATOR,
                "Vận hành " + operator.value(),
                LocalDate.of(2025, 1, 1),
                null);

        assertThat(pages.get().uri("/actuator/health")).hasStatusOk().bodyText().doesNotContain("components");
        assertThat(pages.get().uri("/actuator/prometheus").exchange()).hasStatus(401);
        assertThat(pages.get()
                        .uri("/actuator/prometheus")
                        .with(SignedIn.as(resident))
                        .exchange())
                .hasStatus(403);
        assertThat(pages.get()
                        .uri("/actuator/prometheus")
                        .with(SignedIn.as(operator))
                        .exchange())
                .hasStatusOk();
    }

    private MvcTestResult send(String username, String password, String next) {
        return pages.post()
                .uri("/sign-in")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("test " + username);
                    return request;
                })
                .param("username", username)
                .param("password", password)
                .param("next", next)
                .exchange();
    }

    private String account() {
        var username = "page-" + UUID.randomUUID();
        accounts.create(new Accounts.NewAccount(username, "Nguyễn Thị Thử", null, PASSWORD));
        return username;
    }

    private AccountId id(String username) {
        return accounts.byUsername(username).orElseThrow().id();
    }

    private static Cookie cookie(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("haidang"));
    }
}

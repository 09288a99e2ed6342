package vn.haidang.identity.internal.second;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.JournalEntries;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.AccountRows;
import vn.haidang.identity.internal.Passwords;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

@WebTest
class SecondFactorPageTests {

    private static final String PASSWORD = "hải đăng Long Châu";
    private static final UnitId CITY = UnitId.ofKey("city-31");

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final AccountRows rows;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final Passwords passwords;

    SecondFactorPageTests(
            MockMvcTester pages,
            Accounts accounts,
            SecondFactors factors,
            AccountRows rows,
            Passwords passwords,
            JdbcClient jdbc,
            MovableClock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.factors = factors;
        this.rows = rows;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody at a browser. */
    private final class Browser {

        final String username = "second-" + UUID.randomUUID();
        final AccountId account = accounts.create(new Accounts.NewAccount(username, "Đào Thị Khóa", null, PASSWORD));
        Cookie cookie = new Cookie("haidang", "none");

        Browser as(Role role) {
            accounts.appoint(account, CITY, role, "Vị trí " + account.value(), LocalDate.of(2025, 7, 1), null);
            return this;
        }

        MvcTestResult get(String path) {
            return kept(pages.get().uri(path).cookie(cookie).exchange());
        }

        MvcTestResult post(String path, String... parameters) {
            var request = pages.post().uri(path).cookie(cookie).with(csrf()).remoteAddress("second " + username);
            for (int i = 0; i < parameters.length; i += 2) {
                request = request.param(parameters[i], parameters[i + 1]);
            }
            return kept(request.exchange());
        }

        MvcTestResult signIn() {
            return post("/sign-in", "username", username, "password", PASSWORD);
        }

        /** Sets an authenticator up and gives back its secret and the recovery codes. */
        List<String> enrol() {
            var secret = page(get("/sign-in/second/new"))
                    .select("code.hd-secret")
                    .text()
                    .replace(" ", "");
            assertThat(post("/sign-in/second/new", "code", code(secret))).hasRedirectedUrl("/sign-in/second/codes");
            var all = new ArrayList<>(List.of(secret));
            all.addAll(page(get("/sign-in/second/codes")).select("#codes code").eachText());
            return all;
        }

        private MvcTestResult kept(MvcTestResult answer) {
            var fresh = answer.getResponse().getCookie("haidang");
            if (fresh != null) {
                cookie = fresh;
            }
            return answer;
        }
    }

    @Test
    void whoeverMustHaveASecondFactorSetsItUpBeforeTheyMayDoAnything() {
        var chief = new Browser().as(Role.ADMINISTRATOR);

        assertThat(chief.signIn()).hasStatus(303).hasRedirectedUrl("/sign-in/second/new");
        assertThat(chief.get("/admin/calendar").getResponse().getRedirectedUrl())
                .startsWith("/sign-in");
        assertThat(chief.get("/my").getResponse().getRedirectedUrl()).startsWith("/sign-in");
        assertThat(chief.get("/sign-in/second/new")).hasStatusOk();
        assertThat(chief.post("/sign-in/second/new", "code", "000000")).hasStatus(422);
        var kept = chief.enrol();
        assertThat(kept).hasSize(11);
        assertThat(chief.get("/admin/calendar").getResponse().getRedirectedUrl())
                .startsWith("/sign-in");

        assertThat(chief.post("/sign-in/second/codes")).hasRedirectedUrl("/admin/officials");
        assertThat(chief.get("/admin/calendar")).hasStatusOk();
        assertThat(JournalEntries.verbsAbout(jdbc, chief.account))
                .containsSubsequence(
                        "identity/password-accepted",
                        "identity/second-factor-refused",
                        "identity/second-factor-enrolled",
                        "identity/recovery-codes-made",
                        "identity/signed-in");
    }

    @Test
    void aCodeLetsInOnce() {
        var official = enrolled();
        var code = code(official.secret);

        official.browser.signIn();
        assertThat(official.browser.get("/desk").getResponse().getRedirectedUrl())
                .startsWith("/sign-in");
        assertThat(official.browser.post("/sign-in/second", "code", code)).hasRedirectedUrl("/desk");

        official.browser.post("/sign-out");
        official.browser.signIn();
        assertThat(official.browser.post("/sign-in/second", "code", code)).hasStatus(422);
        clock.moveBy(Duration.ofSeconds(30));
        assertThat(official.browser.post("/sign-in/second", "code", code(official.secret)))
                .hasRedirectedUrl("/desk");
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTyped() {
        var official = enrolled();
        var code = official.codes.getFirst();

        official.browser.signIn();
        assertThat(official.browser.post(
                        "/sign-in/second", "code", code.toLowerCase().replace("-", " ")))
                .hasRedirectedUrl("/desk");
        official.browser.post("/sign-out");
        official.browser.signIn();
        assertThat(official.browser.post("/sign-in/second", "code", code)).hasStatus(422);
        assertThat(factors.of(official.browser.account).codes()).isEqualTo(9);
    }

    @Test
    void fiveWrongCodesStopEvenTheRightOne() {
        var official = enrolled();
        official.browser.signIn();
        for (int i = 0; i < SecondFactors.LIMIT.attempts(); i++) {
            assertThat(official.browser.post("/sign-in/second", "code", "wrong" + i))
                    .hasStatus(422);
        }

        assertThat(official.browser.post("/sign-in/second", "code", code(official.secret)))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");
        clock.moveBy(Duration.ofMinutes(4));
        assertThat(official.browser.post("/sign-in/second", "code", code(official.secret)))
                .hasRedirectedUrl("/desk");
    }

    @Test
    void anAnswerOfNoPasskeyLetsNobodyIn() {
        var official = enrolled();
        official.browser.signIn();
        official.browser.get("/sign-in/second");

        for (var answer : List.of("", "{}", "{\"id\":\"x\"}", "null", "[1]", "x".repeat(5))) {
            assertThat(official.browser
                            .post("/sign-in/second/passkey", "answer", answer)
                            .getResponse()
                            .getStatus())
                    .as(answer)
                    .isIn(422, 429);
        }
        assertThat(official.browser.get("/desk").getResponse().getRedirectedUrl())
                .startsWith("/sign-in");
    }

    @Test
    void halfASignInIsWorthNothingAfterAQuarterOfAnHour() {
        var official = enrolled();
        official.browser.signIn();
        clock.moveBy(Duration.ofMinutes(15));

        assertThat(official.browser.get("/sign-in/second")).hasRedirectedUrl("/sign-in");
        assertThat(official.browser.post("/sign-in/second", "code", code(official.secret)))
                .hasStatus(401);
    }

    @Test
    void aSessionThatBeganWithAPasswordStopsWhenAPostAsksForMore() {
        var browser = new Browser().as(Role.SPECIALIST);
        assertThat(browser.signIn()).hasRedirectedUrl("/desk");
        assertThat(browser.get("/desk")).hasStatusOk();

        browser.as(Role.ADMINISTRATOR);
        clock.moveBy(Duration.ofSeconds(2));
        awaitDoubt();

        assertThat(browser.post("/my/notifications/read")).hasStatus(403);
        assertThat(browser.get("/desk").getResponse().getRedirectedUrl()).startsWith("/sign-in");
        assertThat(browser.signIn()).hasRedirectedUrl("/sign-in/second/new");
    }

    @Test
    void anAdministratorTakesAwayWhatWasLost() {
        var official = enrolled();
        assertThat(official.browser.get("/my/security")).hasStatusOk();

        factors.reset(official.browser.account, Actor.SYSTEM, "Mất điện thoại");
        awaitDoubt();

        assertThat(official.browser.get("/my/security").getResponse().getRedirectedUrl())
                .startsWith("/sign-in");
        assertThat(official.browser.signIn()).hasRedirectedUrl("/desk");
        assertThat(factors.of(official.browser.account).any()).isFalse();
        assertThat(JournalEntries.verbsAbout(jdbc, official.browser.account)).contains("identity/second-factor-reset");
    }

    @Test
    void theLastOneOfSomebodyWhoMustHaveOneStays() {
        var chief = new Browser().as(Role.ADMINISTRATOR);
        chief.signIn();
        chief.enrol();
        chief.post("/sign-in/second/codes");

        assertThat(chief.post("/my/security/remove", "what", "authenticator")).hasStatus(409);
        assertThat(factors.of(chief.account).any()).isTrue();
    }

    @Test
    void neitherSecretsNorCodesAreInTheDatabase() {
        var official = enrolled();

        var all = jdbc.sql("""
                        select t::text from identity.authenticator t where account = :account
                        union all select t::text from identity.recovery_code t where account = :account
                        union all select words::text from identity.session t
                        """)
                .param("account", official.browser.account.value())
                .query(String.class)
                .list();

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(all)
                .noneMatch(row -> row.contains(official.secret)
                        || official.codes.stream()
                                .anyMatch(code -> row.contains(code) || row.contains(code.replace("-", ""))));
    }

    @Test
    void aPasswordSomebodyElseGaveIsChangedFirst() {
        var browser = new Browser().as(Role.SPECIALIST);
        rows.password(browser.account, passwords.hash(PASSWORD), true);

        assertThat(browser.signIn()).hasRedirectedUrl("/sign-in/password");
        assertThat(browser.get("/desk").getResponse().getRedirectedUrl()).startsWith("/sign-in");
        assertThat(browser.post("/sign-in/password", "password", "ngắn", "again", "ngắn"))
                .hasStatus(422);
        assertThat(browser.post("/sign-in/password", "password", PASSWORD, "again", PASSWORD))
                .hasStatus(422);
        var own = "một câu của riêng tôi";
        assertThat(browser.post("/sign-in/password", "password", own, "again", own))
                .hasRedirectedUrl("/desk");
        assertThat(browser.get("/desk")).hasStatusOk();
        assertThat(browser.signIn()).as("the given one is worth nothing").hasStatus(422);
        assertThat(browser.post("/sign-in", "username", browser.username, "password", own))
                .hasRedirectedUrl("/desk");
        assertThat(new Browser().get("/sign-in/password")).hasRedirectedUrl("/sign-in");
    }

    private record Enrolled(Browser browser, String secret, List<String> codes) {}

    /** An official who has an authenticator because they like to. */
    private Enrolled enrolled() {
        var browser = new Browser().as(Role.SPECIALIST);
        browser.signIn();
        var kept = browser.enrol();
        browser.post("/sign-in/second/codes");
        clock.moveBy(Duration.ofSeconds(60));
        return new Enrolled(browser, kept.getFirst(), kept.subList(1, kept.size()));
    }

    /** A session is believed for a second of the machine. */
    private static void awaitDoubt() {
        org.awaitility.Awaitility.await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
    }

    private String code(String secret) {
        return Totp.code(decoded(secret), Totp.step(clock.instant()), Totp.DIGITS);
    }

    private static byte[] decoded(String secret) {
        var bytes = new byte[secret.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : secret.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(
                new String(requireNonNull(answer.getResponse().getContentAsByteArray()), StandardCharsets.UTF_8));
    }
}

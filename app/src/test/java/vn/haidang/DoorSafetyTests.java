package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.JournalEntries;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

/** What every door keeps: no forged form, no word of the inside, no way to another site, no person in a log. */
@WebTest
class DoorSafetyTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");

    private final MockMvcTester pages;
    private final Doors doors;
    private final Accounts accounts;
    private final Applications applications;
    private final JdbcClient database;
    private final Applicant people;

    DoorSafetyTests(
            MockMvcTester pages,
            Accounts accounts,
            Applications applications,
            JdbcClient database,
            ApplicationContext context) {
        this.pages = pages;
        this.doors = Doors.of(context);
        this.accounts = accounts;
        this.applications = applications;
        this.database = database;
        this.people = doors.people();
    }

    @Test
    void refusesEveryChangeWithoutAToken() {
        var officer = doors.official(Role.ONE_STOP_OFFICER);
        var paths = new ArrayList<>(doors.patterns(RequestMethod.POST));
        // programs of this machine move it, without a session; a form cannot, since it takes JSON only
        assertThat(paths.remove("/clock")).isTrue();
        paths.add("/sign-out");
        var before = JournalEntries.acts(database);
        for (var path : paths) {
            for (var type : List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON)) {
                var answer = pages.post()
                        .uri(VARIABLE.matcher(path)
                                .replaceAll(found -> UUID.randomUUID().toString()))
                        .with(SignedIn.as(officer))
                        .contentType(type)
                        .accept(MediaType.APPLICATION_JSON)
                        .content(type.equals(MediaType.APPLICATION_JSON) ? "{}" : "")
                        .exchange();
                assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(403);
            }
        }
        assertThat(paths).hasSizeGreaterThan(10);
        assertThat(JournalEntries.acts(database)).isEqualTo(before);
    }

    @Test
    void putsTheHeadersOnEveryAnswer() {
        var resident = Objects.requireNonNull(people.resident("Mai Thị Đầu").account());
        var sheet = Jsoup.parse(DoorAnswer.body(pages.get().uri("/").exchange()))
                .select("link[rel=stylesheet]")
                .attr("href");
        for (var path : List.of(
                "/",
                "/services",
                "/plan",
                sheet,
                "/assets/none.css",
                "/nowhere",
                "/my",
                "/desk",
                "/lookup",
                "/services/nothing",
                "/api/casework/cases/x/work-items",
                "/actuator/health",
                "/actuator/prometheus",
                "/figures/a/b?from=x")) {
            for (var who : new AccountId[] {null, resident}) {
                var response = (who == null
                                ? pages.get().uri(path)
                                : pages.get().uri(path).with(SignedIn.as(who)))
                        .exchange()
                        .getResponse();
                assertThat(response.getHeader("Content-Security-Policy"))
                        .as(path)
                        .contains("default-src 'none'");
                assertThat(response.getHeader("X-Content-Type-Options"))
                        .as(path)
                        .isEqualTo("nosniff");
                assertThat(response.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
                assertThat(response.getHeader("Referrer-Policy")).as(path).isEqualTo("same-origin");
            }
        }
        var reader = people.resident("Mai Thị Tệp");
        var id = people.submitted(DoorCity.SERVICE, reader, Device.PHONE);
        var file = applications.get(id, reader).files().getFirst().file().value();
        var download = pages.get()
                .uri("/my/applications/" + id.value() + "/files/" + file)
                .with(SignedIn.as(Objects.requireNonNull(reader.account())))
                .exchange()
                .getResponse();
        assertThat(download.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(download.getHeaders("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(download.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.getHeader("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/\r\nLocation: https://evil.example",
                "///evil.example",
                " //evil.example",
                "https:evil.example"
            })
    void leadsToNoOtherSite(String place) {
        var password = "Mật khẩu của riêng tôi 2026";
        var name = "leads-" + UUID.randomUUID();
        accounts.create(new Accounts.NewAccount(name, "Mai Thị Lối", null, password));
        var entered = pages.post()
                .uri("/sign-in")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .remoteAddress("198.51.101.1")
                .param("username", name)
                .param("password", password)
                .param("next", place)
                .exchange();
        var switched = pages.get()
                .uri("/language")
                .param("to", "en")
                .param("back", place)
                .exchange();

        assertThat(entered).hasStatus3xxRedirection();
        for (var answer : List.of(entered, switched)) {
            assertThat(answer.getResponse().getRedirectedUrl()).matches("/(?![/\\\\])[^\\r\\n\\t\\\\]*");
        }
    }

    @Test
    void showsTheMachinesToOperatorsOnly() {
        for (var path : List.of("/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump")) {
            assertThat(status(path, null)).as(path).isEqualTo(401);
            assertThat(status(path, people.resident("Mai Thị Máy").account()))
                    .as(path)
                    .isEqualTo(403);
            assertThat(status(path, doors.official(Role.ADMINISTRATOR)))
                    .as(path)
                    .isEqualTo(403);
            assertThat(status(path, doors.official(Role.UNIT_HEAD))).as(path).isEqualTo(403);
            assertThat(status(path, doors.official(Role.OPERATOR))).as(path).isIn(200, 404);
        }
        assertThat(status("/actuator/health", null)).isEqualTo(200);
        assertThat(status("/actuator/env", doors.official(Role.OPERATOR))).isEqualTo(404);
    }

    @Test
    void writesNoPersonIntoTheLog() {
        var mark = UUID.randomUUID().toString().replaceAll("[0-9-]", "").concat("qxz");
        var password = "Mật khẩu kín " + mark;
        var logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            var reader = people.resident("Người Kín " + mark);
            var account = Objects.requireNonNull(reader.account());
            var id = people.submitted(DoorCity.SERVICE, reader, Device.PHONE);
            signIn("nguoi-kin-" + mark, password, "198.51.102.1");
            for (var path : List.of("", "/receipt", "/result", "/files/x", "/supplement")) {
                pages.get()
                        .uri("/my/applications/" + id.value() + path)
                        .with(SignedIn.as(account))
                        .exchange();
            }
            pages.get()
                    .uri("/figures/x/y?unit=Người Kín " + mark + "&from=" + mark)
                    .exchange();
            pages.get().uri("/services?q=Người Kín " + mark + " 031190012345").exchange();
            pages.post()
                    .uri("/apply/" + DoorCity.SERVICE)
                    .with(SignedIn.withForm(account))
                    .param("unit", "Người Kín " + mark)
                    .exchange();
            lookUp("Người Kín " + mark, "031190012345", "198.51.102.2");
            LoggerFactory.getLogger("vn.haidang.walk").warn("the walk is over");
        } finally {
            logger.detachAppender(lines);
        }
        var said = lines.list.stream()
                .map(line -> line.getFormattedMessage() + " " + line.getMDCPropertyMap() + " "
                        + ThrowableProxyUtil.asString(line.getThrowableProxy()))
                .toList();
        assertThat(said).anyMatch(line -> line.contains("the walk is over"));
        assertThat(said)
                .noneMatch(line -> line.contains(mark)
                        || line.contains("Người Kín")
                        || line.contains("0912345678")
                        || Pattern.compile("(?<![0-9a-f])0[0-9]{11}(?![0-9a-f])")
                                .matcher(line)
                                .find());
    }

    @Test
    void slowsDownWhoeverGuesses() {
        var name = "guessed-" + UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(name, "wrong " + i, "198.51.103.1")).hasStatus(422);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(lookUp("H24.1-260302-0001", "GUESS" + i, "198.51.103.2")).hasStatus(404);
        }
        for (MvcTestResult last : List.of(
                signIn(name, "wrong again", "198.51.103.1"), lookUp("H24.1-260302-0001", "GUESS", "198.51.103.2"))) {
            assertThat(last).hasStatus(429);
            assertThat(String.valueOf(last.getResponse().getHeader("Retry-After")))
                    .matches("[1-9][0-9]*");
        }
        assertThat(lookUp("H24.1-260302-0001", "GUESS", "198.51.103.3")).hasStatus(404);
    }

    private MvcTestResult signIn(String name, String password, String from) {
        return pages.post()
                .uri("/sign-in")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .remoteAddress(from)
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult lookUp(String code, String secret, String from) {
        return pages.post()
                .uri("/lookup")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .remoteAddress(from)
                .param("code", code)
                .param("secret", secret)
                .exchange();
    }

    private int status(String path, @Nullable AccountId who) {
        var request = pages.get().uri(path).accept(MediaType.APPLICATION_JSON, MediaType.ALL);
        return (who == null ? request : request.with(SignedIn.as(who)))
                .exchange()
                .getResponse()
                .getStatus();
    }
}

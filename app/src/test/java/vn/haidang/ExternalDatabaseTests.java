package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A city on a PostgreSQL of its own, made as docs/operations/external-database.md says, with two nodes as processes: one behind
 * its own certificate, one behind a proxy.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalDatabaseTests {

    private static final String PASSWORD = "ngọn hải đăng ở cửa sông";

    @TempDir
    static Path folder;

    private ExternalServer server;
    private Certificate certificate;
    private ProgramProcess first;
    private ProgramProcess second;
    private String firstAddress;
    private String secondAddress;
    private HttpClient visitor;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void startTwoNodes() throws Exception {
        server = ExternalServer.start(folder.resolve("server"));
        certificate = Certificate.in(folder.resolve("tls"));
        visitor = HttpClient.newBuilder().sslContext(certificate.trusting()).build();

        var firstPort = ProgramProcess.freePort();
        firstAddress = "https://127.0.0.1:" + firstPort;
        first = ProgramProcess.start(node(
                "first",
                firstPort,
                Map.of(
                        "HAIDANG_TLS_CERTIFICATE", certificate.certificate().toString(),
                        "HAIDANG_TLS_KEY", certificate.key().toString())));
        waitFor(first, firstAddress);

        copyKeys();
        var secondPort = ProgramProcess.freePort();
        secondAddress = "http://127.0.0.1:" + secondPort;
        second = ProgramProcess.start(node("second", secondPort, Map.of("HAIDANG_TRUSTED_PROXIES", "127.0.0.1")));
        waitFor(second, secondAddress);
    }

    @AfterAll
    void stop() {
        try (var database = server;
                var one = first;
                var two = second) {
            assertThat(database.settings()).hasSize(3);
        }
    }

    @Test
    void hasNoDemoNoServerOfItsOwnAndNoDoorToTheClock() throws Exception {
        assertThat(folder.resolve("first/pg")).doesNotExist();
        assertThat(folder.resolve("first/keys/demo-password")).doesNotExist();
        assertThat(first.words()).doesNotContain("Demo city");
        assertThat(server.count("select count(*) from identity.account where username <> 'quan-tri'"))
                .isZero();
        assertThat(server.count("select count(*) from casework.case_file")).isZero();
        assertThat(server.count("select count(*) from organization.unit")).isGreaterThan(500);
        assertThat(get(firstAddress + "/services?q=khai+sinh").statusCode()).isEqualTo(200);
        var moved = visitor.send(
                HttpRequest.newBuilder(URI.create(firstAddress + "/clock"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"2030-01-01T00:00:00+07:00\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(moved.statusCode()).isBetween(400, 404);
    }

    @Test
    void keepsItsThreeRolesApart() throws Exception {
        assertThat(server.ask("select tableowner from pg_tables where schemaname = 'journal' and tablename = 'seal'"))
                .isEqualTo("haidang_owner");
        try (var app = server.app();
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table public.mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("update journal.entry set verb = 'none'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void speaksThroughTlsOnly() throws Exception {
        var page = get(firstAddress + "/sign-in");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(first.words()).contains("Haidang is ready: https://");
        var clear = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(firstAddress.replace("https", "http")))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(clear.statusCode()).isEqualTo(400);
    }

    @Test
    void believesTheProxyInFrontAndNobodyElse() throws Exception {
        var forwarded = HttpRequest.newBuilder(URI.create(secondAddress + "/sign-in"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.5")
                .build();
        try (var stranger = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            assertThat(visitor.send(forwarded, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Strict-Transport-Security"))
                    .isPresent();
            assertThat(get(secondAddress + "/sign-in").headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
            assertThat(stranger.send(forwarded, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void tellsAnOpenPageOfOneNodeWhatHappenedOnAnother() throws Exception {
        var stream = visitor.send(
                HttpRequest.newBuilder(URI.create(secondAddress + "/figures/changes"))
                        .build(),
                BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(":listening");

            server.execute("""
                    insert into indicator.delta (measure, component, unit, day, breakdown, member, known_on, amount)
                    select 'casework/work-file-online', 'denominator', id, '2026-03-02', '', '', '2026-03-02', 0
                    from organization.unit limit 1
                    """);

            CompletableFuture.runAsync(() -> readUntil(lines, "event:change")).get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void getsItsFirstOfficialByAVerbThatWritesItDown() throws Exception {
        var settings = node("first", 1, Map.of("HAIDANG_BIND", "127.0.0.1"));

        var made = ProgramProcess.run(settings, PASSWORD + "\n", "first-official", "quan-tri", "Nguyễn Văn An");

        assertThat(made.code()).as(made.out() + made.err()).isZero();
        assertThat(made.out()).contains("quan-tri").doesNotContain(PASSWORD);
        assertThat(server.count("select count(*) from identity.account")).isEqualTo(1);
        assertThat(server.count("select count(*) from journal.entry where verb in ('identity/account-created',"
                        + " 'identity/appointed', 'identity/first-official-made')"))
                .isEqualTo(3);
        assertThat(signIn("quan-tri"))
                .as("an administrator sets up a second factor first")
                .contains("Thiết lập bước xác nhận thứ hai");
        var verified = ProgramProcess.run(settings, "", "verify-journal");
        assertThat(verified.out()).contains("The journal is whole");
    }

    @Test
    void refusesInOneLineWhatCannotBe() {
        var clock = node("third", 1, Map.of("HAIDANG_CLOCK", "2026-03-02T08:00:00+07:00", "HAIDANG_BIND", "127.0.0.1"));
        refused(clock, 1, "HAIDANG_CLOCK is refused with an external database");

        var ownerless = new HashMap<>(clock);
        ownerless.remove("HAIDANG_CLOCK");
        ownerless.remove("HAIDANG_DATABASE_OWNER_URL");
        refused(ownerless, 1, "HAIDANG_DATABASE_OWNER_URL is missing");

        refused(node("third", 1, Map.of()), 1, "HAIDANG_BIND=0.0.0.0 is open to others");
    }

    private static void refused(Map<String, String> settings, int code, String words) {
        var ended = ProgramProcess.run(settings, "");
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(code);
        assertThat(ended.err().strip()).startsWith("haidang: ").contains(words);
        assertThat(ended.err().strip().lines()).hasSize(1);
    }

    private Map<String, String> node(String name, int port, Map<String, String> more) {
        var settings = new HashMap<>(server.settings());
        settings.put("HAIDANG_HOME", folder.resolve(name).toString());
        settings.put("HAIDANG_PORT", Integer.toString(port));
        settings.put("HAIDANG_BIND", "0.0.0.0");
        settings.putAll(more);
        return settings;
    }

    private String signIn(String username) throws Exception {
        try (var browser = HttpClient.newBuilder()
                .sslContext(certificate.trusting())
                .cookieHandler(new CookieManager())
                .build()) {
            var page = browser.send(request("/sign-in").build(), BodyHandlers.ofString());
            var token = Jsoup.parse(page.body())
                    .select("form[action=/sign-in] input[name=_csrf]")
                    .val();
            var entered = browser.send(
                    request("/sign-in")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + "&username="
                                    + username + "&password=" + encoded(PASSWORD)))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(entered.statusCode()).isBetween(302, 303);
            var next = entered.headers().firstValue("Location").orElseThrow();
            return browser.send(request(next.replace(firstAddress, "")).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(firstAddress + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return visitor.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private void waitFor(ProgramProcess program, String address) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    if (!program.isAlive()) {
                        throw new IllegalStateException(program.words());
                    }
                    return get(address + "/actuator/health").statusCode() == 200;
                });
    }

    private static void readUntil(BufferedReader lines, String wanted) {
        try {
            for (var line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
                assertThat(line).as("the stream goes on").isNotNull();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copyKeys() throws IOException {
        var to = Files.createDirectories(folder.resolve("second/keys"));
        try (var keys = Files.list(folder.resolve("first/keys"))) {
            for (var key : keys.toList()) {
                Files.copy(key, to.resolve(key.getFileName()));
            }
        }
    }
}

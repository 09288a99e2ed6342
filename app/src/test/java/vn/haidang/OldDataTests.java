package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/**
 * Data that an earlier version wrote opens with this one. The archive is a backup of a small city that ran commit aef2116 of
 * 22/11/2026 at 02/03/2026: cases in every state, an application with its paper and its result, a draft; nobody in it is real.
 */
@Tag("long")
class OldDataTests {

    private static final String ARCHIVE = "/old/city-aef2116.zip.xz";
    private static final String PASSWORD = "chỉ để đo";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void dataOfAnEarlierVersionIsMigratedAndItsPagesOpenAndItsProofsHold() throws Exception {
        var archive = folder.resolve("old.zip");
        try (var packed = new XZInputStream(Objects.requireNonNull(OldDataTests.class.getResourceAsStream(ARCHIVE)))) {
            Files.copy(packed, archive);
        }
        var port = ProgramProcess.freePort();
        var settings = Map.of(
                "HAIDANG_HOME",
                folder.resolve("home").toString(),
                "HAIDANG_PORT",
                Integer.toString(port),
                "HAIDANG_DEMO",
                "off",
                "HAIDANG_CLOCK",
                "2026-03-09T09:00:00+07:00");
        var err = new ByteArrayOutputStream();
        assertThat(new Restore(settings).run(List.of(archive.toString()), new PrintStream(err), new PrintStream(err)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();

        var base = URI.create("http://127.0.0.1:" + port);
        try (var program = ProgramProcess.start(settings)) {
            waitFor(program, base);
            try (var visitor = visitor()) {
                for (var path :
                        List.of("/", "/services?q=khai+sinh", "/services/1.001193", "/plan", "/units", "/journal")) {
                    opens(visitor, base, path);
                }
            }
            try (var desk = signedIn(base, "old-desk")) {
                var inbox = opens(desk, base, "/desk");
                var cases = Jsoup.parse(inbox).select("a[href^=/desk/cases/]").eachAttr("href");
                assertThat(cases).isNotEmpty();
                for (var one : cases) {
                    opens(desk, base, one);
                }
            }
            try (var resident = signedIn(base, "old-resident")) {
                var mine = opens(resident, base, "/my");
                var links = Jsoup.parse(mine)
                        .select("a[href^=/my/applications/], a[href^=/apply/]")
                        .eachAttr("href");
                assertThat(links).isNotEmpty();
                for (var link : links) {
                    opens(resident, base, link);
                }
            }
            assertThat(ProgramProcess.run(settings, "", "verify-journal").out()).contains("The journal is whole");
            assertThat(ProgramProcess.run(settings, "", "verify-indicators").out())
                    .contains("Every figure equals its records");
        }
    }

    private static String opens(HttpClient browser, URI base, String path) throws Exception {
        var answer = get(browser, base.resolve(path));
        for (int moved = 0; answer.statusCode() / 100 == 3 && moved < 3; moved++) {
            answer = get(
                    browser,
                    base.resolve(answer.headers().firstValue("Location").orElseThrow()));
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpClient signedIn(URI base, String username) throws Exception {
        var browser = visitor();
        var token = Jsoup.parse(opens(browser, base, "/sign-in"))
                .select("input[name=_csrf]")
                .first();
        var fields = "_csrf=" + Objects.requireNonNull(token).val() + "&username=" + username + "&password="
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        var entered = browser.send(
                HttpRequest.newBuilder(base.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.discarding());
        assertThat(entered.statusCode()).isBetween(302, 303);
        return browser;
    }

    private static void waitFor(ProgramProcess program, URI base) {
        try (var http = visitor()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        if (!program.isAlive()) {
                            throw new IllegalStateException(program.words());
                        }
                        return get(http, base.resolve("/actuator/health")).statusCode() == 200;
                    });
        }
    }

    private static HttpClient visitor() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}

package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks around a resident is said plainly, and nothing they gave is lost. This city is hurt, so it is its own. */
class MishapsJourney {

    private static final int TRIES = 200;

    /** It may have come back before the page asked. */
    private static final int KILLS = 10;

    private static Haidang city;

    @TempDir
    private Path papers;

    @BeforeAll
    static void aCityOfItsOwn() {
        city = Haidang.start(Haidang.MONDAY_MORNING, Map.of());
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void aProgramThatCallsItselfPdfIsRefused() {
        try (var visit = Visit.to(city, Device.PHONE).signIn("lan")) {
            var page = proofOfBirth(visit);
            upload(page, Paper.disguisedProgram());

            assertThat(page.locator(".govuk-error-summary").innerText())
                    .contains("PDF")
                    .contains("chương trình")
                    .doesNotContain("application/");
            assertThat(codes(page)).containsExactly("files/type-not-allowed");
            assertThat(page.locator(".hd-files__file").count()).isZero();
            visit.forgiveRefusals();
            visit.look("refused-program");
        }
    }

    @Test
    void aBombIsRefusedWhetherPackedOrPainted() {
        try (var visit = Visit.to(city, Device.DESKTOP).signIn("minh")) {
            var page = proofOfBirth(visit);
            page.locator("input[type=radio][value=notification]").check();
            for (var bomb : List.of(Paper.packedBomb("don.docx"), Paper.packedBomb("anh.png"), Paper.paintedBomb())) {
                upload(page, bomb);

                assertThat(codes(page)).as(bomb.name()).containsExactly("files/archive-bomb");
                assertThat(page.locator(".hd-files__file").count()).isZero();
                assertThat(page.locator("input[type=radio][value=notification]").isChecked())
                        .isTrue();
            }
            visit.forgiveRefusals();
            visit.look("refused-bomb");
        }
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedWhileItIsStillComing() throws IOException {
        try (var visit = Visit.to(city, Device.DESKTOP).signIn("lan")) {
            var page = proofOfBirth(visit);
            var cookies = page.context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));

            var answer = HugeUpload.send(URI.create(page.url()), cookies);

            assertThat(answer)
                    .startsWith("HTTP/1.1 303")
                    .contains("Location: " + URI.create(page.url()).getPath() + "?too-large=1")
                    .doesNotContain("Exception");
            page.navigate(page.url() + "?too-large=1");
            assertThat(page.locator("[data-error-summary]").count()).isEqualTo(1);
            assertThat(page.evaluate("() => document.activeElement.hasAttribute('data-error-summary')"))
                    .isEqualTo(true);
            assertThat(visit.open("/my").locator("h1").innerText()).contains("Lan");
        }
    }

    /** What was chosen is weighed before anything is sent; the page stays as it is and says so. */
    @Test
    void filesThatAreTooLargeAreNotSentAndTheAnswersStay() throws IOException {
        try (var visit = Visit.to(city, Device.PHONE).signIn("lan")) {
            var page = proofOfBirth(visit);
            var posts = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    posts.add(request.url());
                }
            });
            page.locator("input[type=radio][value=witness]").check();
            for (var files : List.of(large(21), large(18, 18, 19))) {
                page.locator("input[type=file]").setInputFiles(files);
                page.locator("form[enctype] button.govuk-button:not(.govuk-button--secondary)")
                        .last()
                        .click();

                var field = page.locator("input[type=file]");
                var summary = page.locator("[data-error-summary]");
                assertThat(summary.innerText()).contains("Chưa gửi gì", "20 MB", "54 MB");
                assertThat(summary.evaluate("it => it === document.activeElement"))
                        .isEqualTo(true);
                assertThat(summary.locator("a").getAttribute("href")).isEqualTo("#" + field.getAttribute("id"));
                assertThat(field.getAttribute("aria-describedby")).contains(field.getAttribute("id") + "-error");
                assertThat(page.locator(".govuk-error-message").innerText()).contains("Chưa gửi gì");
                assertThat(page.locator("input[type=radio][value=witness]").isChecked())
                        .isTrue();
                visit.look("unsent-too-large");
            }
            assertThat(posts).isEmpty();

            upload(page, Paper.pdf("vua.pdf", "Small enough"));
            assertThat(page.locator(".hd-files__file").innerText()).contains("vua.pdf");
            assertThat(page.locator("input[type=radio][value=witness]").isChecked())
                    .isTrue();
        }
    }

    @Test
    void withoutScriptsTheServerRefusesThemAndTheAnswersStandThereAgain() throws IOException {
        try (var visit = Visit.withoutScriptsTo(city, Device.PHONE).signIn("minh")) {
            var page = proofOfBirth(visit);
            page.locator("input[type=radio][value=witness]").check();
            page.locator("input[type=file]").setInputFiles(large(60));
            visit.press("form[enctype] p > button.govuk-button--secondary");

            page.waitForURL(Pattern.compile(".*[?]too-large=1"));
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("Tệp gửi lên quá lớn");
            assertThat(page.locator("input[type=radio][value=witness]").isChecked())
                    .isTrue();
        }
    }

    private Path[] large(int... megabytes) throws IOException {
        var files = new Path[megabytes.length];
        for (int i = 0; i < files.length; i++) {
            files[i] = papers.resolve(megabytes[i] + "-" + i + ".pdf");
            try (var file = new RandomAccessFile(files[i].toFile(), "rw")) {
                file.setLength(megabytes[i] * 1024L * 1024);
            }
        }
        return files;
    }

    @Test
    void aDeadDatabaseIsSaidPlainlyAndComesBack() throws IOException {
        try (var visit = Visit.to(city, Device.PHONE).signIn("minh")) {
            var page = visit.page();
            run("kill", "-9", Long.toString(database()));
            var answer = page.navigate("/my");
            for (int tries = 0; answer.status() == 200 && tries < KILLS; tries++) {
                run("kill", "-9", Long.toString(database()));
                answer = page.navigate("/my");
            }
            assertThat(answer.status())
                    .as("the page without a database was seen")
                    .isEqualTo(503);
            assertThat(visit.words()).contains("ui/database-away").doesNotContain("Exception");
            visit.forgiveRefusals();
            visit.look("problem-no-database");
            for (int tries = 0; answer.status() != 200 && tries < TRIES; tries++) {
                page.waitForTimeout(250);
                answer = page.navigate("/my");
            }
            assertThat(answer.status()).isEqualTo(200);
            assertThat(page.locator("h1").innerText()).contains("Minh");
        }
    }

    @Test
    void aFullDiskRefusesTheFileAndKeepsTheRest() throws IOException {
        try (var visit = Visit.to(city, Device.DESKTOP).signIn("hoa")) {
            var page = proofOfBirth(visit);
            var large = Paper.pdf("lon.pdf", "x".repeat(3_000_000));
            run("prlimit", "--pid", Long.toString(city.pid()), "--fsize=1000000:");
            try {
                page.locator("input[type=radio][value=notification]").check();
                upload(page, large);
            } finally {
                run("prlimit", "--pid", Long.toString(city.pid()), "--fsize=unlimited:");
            }
            assertThat(visit.words()).contains("ui/upload-not-stored").doesNotContain("Exception");
            assertThat(page.locator(".hd-files__file").count()).isZero();
            visit.forgiveRefusals();
            visit.look("problem-full-disk");

            page = proofOfBirth(visit);
            upload(page, large);
            assertThat(page.locator(".hd-files__file").innerText()).contains("lon.pdf");
        }
    }

    @Test
    void whoIsSignedInStaysSoWhenTheProgramIsKilled() {
        try (var visit = Visit.to(city, Device.PHONE).signIn("hoa")) {
            city.killAndStartAgain();

            assertThat(visit.open("/my").locator("h1").innerText()).contains("Hoa");
        }
    }

    private static Page proofOfBirth(Visit visit) {
        var page = visit.open("/apply/" + Resident.BIRTH);
        visit.press("form[action='/apply/" + Resident.BIRTH + "'] button");
        return visit.open(URI.create(page.url()).getPath().replaceFirst("[^/]+$", "birth-proof"));
    }

    private static void upload(Page page, Paper paper) {
        page.locator("input[type=file]").setInputFiles(paper.payload());
        page.locator("button[name='turn'], form[enctype] p > button.govuk-button--secondary")
                .last()
                .click();
        page.waitForLoadState();
    }

    private static List<String> codes(Page page) {
        return page.locator(".govuk-error-summary [data-code]").all().stream()
                .map(error -> error.getAttribute("data-code"))
                .toList();
    }

    private static long database() throws IOException {
        try (var files = Files.walk(city.home())) {
            Path mark = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(mark).getFirst().strip());
        }
    }

    private static void run(String... command) throws IOException {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

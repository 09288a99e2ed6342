package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What breaks around a resident is said plainly, and nothing they gave is lost. This city is hurt, so it is its own. */
class MishapsJourney {

    private static final int TRIES = 200;

    /** It may have come back before the page asked. */
    private static final int KILLS = 10;

    private static Haidang city;

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

package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A phone on a ferry: the network goes, work goes on, and nothing that was typed is lost. */
class PhoneJourney {

    private static final String KEPT = "() => document.querySelector('[data-keep]').ariaPressed === 'true'";
    private static final String SELDOM_ASKED = "1.008004";
    private static final String LISTED = "() => document.querySelector('[data-phone]').dataset.listed === 'yes'";

    /** Of all that a store of the phone has, as if time had passed. */
    private static final String CHANGE = """
            ([store, change]) => new Promise(done => {
              const opening = indexedDB.open('haidang');
              opening.onsuccess = () => {
                const entries = opening.result.transaction(store, 'readwrite').objectStore(store);
                entries.getAll().onsuccess = ({ target }) => target.result.forEach(each => entries.put({ ...each, ...change }));
                entries.transaction.oncomplete = () => {
                  opening.result.close();
                  done();
                };
              };
            })""";

    private static final String ROWS = "n => document.querySelectorAll('[data-rows] li').length === n";

    @Test
    void questionsAreAnsweredWithoutANetworkAndSentWhenItIsBack() {
        City.nextWorkingDayAt("09:10");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var page = begun(visit);
            String first = page.url();
            page.locator("[data-keep]").click();
            page.waitForFunction(KEPT);
            visit.look("phone-kept");

            away(page);
            page.locator("[name='child.full-name']").fill("Phạm Minh Châu");
            visit.press("form[enctype] .govuk-button");
            page.waitForURL("**/child-sex");
            page.locator("[name='child.sex'][value=female]").check();
            visit.press("form[enctype] .govuk-button");
            page.waitForURL("**/child-birth-date");
            page.navigate(first);
            page.waitForFunction(
                    "() => document.querySelector(\"[name='child.full-name']\").value === 'Phạm Minh Châu'");
            page.navigate("/offline");
            assertThat(page.locator("h1").innerText()).isEqualTo("Đang mất mạng");
            page.waitForFunction(ROWS, 2);

            page.context().setOffline(false);
            page.evaluate("() => window.dispatchEvent(new Event('online'))");
            page.waitForFunction(
                    "() => document.querySelector('[data-rows]').innerText.match(/Đã gửi/g)?.length === 2");
            visit.forgiveRefusals();
            visit.look("phone-sent");
            visit.open(URI.create(first).getPath());
            assertThat(page.locator("[name='child.full-name']").inputValue()).isEqualTo("Phạm Minh Châu");
        }
    }

    @Test
    void withoutANetworkThePhoneSpeaksTheLanguageLastReadOnIt() {
        City.nextWorkingDayAt("09:15");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var page = begun(visit);
            page.waitForFunction(LISTED);
            visit.press("[data-language]");
            page.waitForSelector("html[lang=en]");
            page.waitForFunction(LISTED);
            away(page);
            page.navigate("/my");
            assertThat(page.locator("h1").innerText()).isEqualTo("No network");
        }
    }

    @Test
    void nothingOfAPersonStaysOnThePhoneAfterSigningOut() {
        City.nextWorkingDayAt("09:20");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var page = begun(visit);
            String path = kept(page);
            visit.open("/my");
            visit.press("form[action='/sign-out'] button >> visible=true");

            away(page);
            page.navigate(path);
            assertThat(page.locator("h1").innerText()).isEqualTo("Đang mất mạng");
            assertThat(page.content()).doesNotContain("Phạm Thị Hoa");
            visit.forgiveRefusals();
        }
    }

    @Test
    void whatOnePersonHasWaitingIsNeitherShownToTheNextNorSentInTheirName() {
        City.nextWorkingDayAt("09:24");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var page = begun(visit);
            String path = kept(page);
            away(page);
            page.locator("[name='child.full-name']").fill("Phạm Minh Châu");
            visit.press("form[enctype] .govuk-button");
            page.waitForURL("**/child-sex");

            // the session ends, nobody signs out, and the phone goes to somebody else
            page.context().clearCookies();
            page.context().setOffline(false);
            visit.signIn("minh");
            begun(visit);
            page.waitForFunction(LISTED);
            assertThat(page.locator("[data-rows] li").count()).isZero();
            away(page);
            page.navigate(path);
            assertThat(page.locator("h1").innerText()).isEqualTo("Đang mất mạng");
            page.waitForFunction(LISTED);
            assertThat(page.locator("[data-rows] li").count()).isZero();

            page.context().clearCookies();
            page.context().setOffline(false);
            visit.signIn("hoa");
            visit.open(path);
            page.waitForFunction("() => document.querySelector('[data-rows]').innerText.includes('Đã gửi')");
            visit.open(path);
            assertThat(page.locator("[name='child.full-name']").inputValue()).isEqualTo("Phạm Minh Châu");
            visit.forgiveRefusals();
        }
    }

    @Test
    void pagesStaySevenDaysWithTheStyleSheetsOfTheirTimeAndUntilTheyAreHandedIn() {
        City.nextWorkingDayAt("09:26");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var page = begun(visit);
            String path = kept(page);

            page.evaluate(
                    "() => caches.open('shell-before').then(each => each.put('/assets/before.css', new Response('')))");
            page.evaluate(CHANGE, List.of("kept", Map.of("shell", "shell-before")));
            away(page);
            page.navigate(path);
            page.waitForFunction(LISTED);
            assertThat(page.evaluate("() => caches.has('shell-before')")).isEqualTo(true);
            page.context().setOffline(false);
            visit.open(path);
            page.waitForFunction(KEPT);
            page.waitForFunction("() => caches.has('shell-before').then(there => !there)");

            page.evaluate(CHANGE, List.of("kept", Map.of("at", 0)));
            away(page);
            page.navigate(path);
            assertThat(page.locator("h1").innerText()).isEqualTo("Đang mất mạng");
            page.context().setOffline(false);
            visit.forgiveRefusals();
        }
        try (var visit = Visit.on(Device.PHONE).signIn("minh")) {
            var page = visit.open("/apply/" + SELDOM_ASKED);
            visit.press("form[action='/apply/" + SELDOM_ASKED + "'] button");
            page.waitForSelector("[data-keep]");
            String path = kept(page);
            new Resident(visit).answer(Paper.pdf("don.pdf", "Kept")).handIn();

            page.waitForFunction("path => caches.match(path).then(there => !there)", path);
        }
    }

    @Test
    void whatWaitedForMoreThanSevenDaysIsNeitherShownNorSent() {
        City.nextWorkingDayAt("09:28");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var page = begun(visit);
            String path = kept(page);
            away(page);
            page.locator("[name='child.full-name']").fill("Phạm Minh Quên");
            visit.press("form[enctype] .govuk-button");
            page.waitForURL("**/child-sex");
            page.evaluate(CHANGE, List.of("waiting", Map.of("at", 0)));

            page.context().setOffline(false);
            visit.open(path);
            page.waitForFunction(LISTED);
            assertThat(page.locator("[data-rows] li").count()).isZero();
            visit.open(path);
            assertThat(page.locator("[name='child.full-name']").inputValue()).isNotEqualTo("Phạm Minh Quên");
            visit.forgiveRefusals();
        }
    }

    @Test
    void aPhotoIsMadeSmallerBeforeItIsSent() throws IOException {
        City.nextWorkingDayAt("09:30");
        try (var visit = Visit.on(Device.PHONE).signIn("minh")) {
            var page = begun(visit);
            visit.open(URI.create(page.url()).getPath().replaceFirst("[^/]+$", "birth-proof"));
            byte[] photo = photo();
            var input = page.locator("input[type=file]");
            input.setInputFiles(new FilePayload("chung-sinh.png", "image/png", photo));
            page.waitForFunction("() => document.querySelector('.hd-file-list li')?.innerText.includes('.jpg')");

            assertThat(((Number) input.evaluate("each => each.files[0].size")).longValue())
                    .isLessThan(photo.length / 2);
            assertThat(page.locator("[id$='-camera']").first().isVisible()).isTrue();
            visit.look("phone-photo");
        }
    }

    /** The worker is told of it a moment later than the page. */
    private static void away(Page page) {
        page.context().setOffline(true);
        page.waitForFunction("() => fetch('/assets/none', { cache: 'no-store' }).then(() => false, () => true)");
    }

    private static Page begun(Visit visit) {
        var page = visit.open("/apply/" + Resident.BIRTH);
        visit.press("form[action='/apply/" + Resident.BIRTH + "'] button");
        page.waitForSelector("[data-keep]");
        return page;
    }

    /** Noise, so that it does not shrink by itself. */
    private static byte[] photo() throws IOException {
        var picture = new BufferedImage(2600, 1900, BufferedImage.TYPE_INT_RGB);
        var random = new Random(227);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, 0x808080 + random.nextInt(0x101010));
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /** Keeps the form on the phone and says where it lies. */
    private static String kept(Page page) {
        page.locator("[data-keep]").click();
        page.waitForFunction(KEPT);
        return URI.create(page.url()).getPath();
    }
}

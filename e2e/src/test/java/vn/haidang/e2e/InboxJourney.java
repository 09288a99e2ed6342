package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A day at the desk without a mouse: by single keys, by Tab and Enter alone, with many files at once, and as the head sees it. */
class InboxJourney {

    private static final String SAME_DAY = "2.000635";
    private static final String STANDS_ON = "document.activeElement";

    @Test
    void anOfficialWorksThroughTheListWithoutAMouse() {
        City.nextWorkingDayAt("08:20");
        handedInBy("minh");
        handedInBy("hoa");
        try (var officer = Official.at(Device.DESKTOP, Official.ONE_STOP)) {
            Page page = officer.visit().open("/desk");
            officer.look("inbox");

            page.keyboard().press("j");
            String first = focusedLink(page);
            page.keyboard().press("j");
            assertThat(focusedLink(page)).isNotEqualTo(first);
            page.keyboard().press("k");
            assertThat(focusedLink(page)).isEqualTo(first).startsWith("/desk/cases/");
            page.keyboard().press("x");
            assertThat(page.locator("[data-row] input:checked").count()).isEqualTo(1);
            page.keyboard().press("a");
            assertThat(page.locator("[data-row] input:not(:checked)").count()).isZero();
            page.keyboard().press("/");
            page.keyboard().type("jkx");
            assertThat(page.locator("input[type=search][name=q]").inputValue()).isEqualTo("jkx");

            page = officer.visit().open("/desk");
            page.keyboard().press("j");
            page.keyboard().press("o");
            page.waitForURL("**/desk/cases/**");
            assertThat(page.url()).endsWith(first);
        }
    }

    @Test
    void everythingIsReachedByTabAndEnterWithoutScripts() {
        City.nextWorkingDayAt("08:40");
        handedInBy("minh");
        try (var visit = Visit.withoutScripts(Device.DESKTOP).signIn(Official.ONE_STOP)) {
            Page page = visit.open("/desk");
            tabTo(page, "input[name=item]");
            page.keyboard().press("Space");
            tabTo(page, "button[value=claim]");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/bulk/**");
            assertThat(visit.words()).contains("Đã xử lý 1 trong 1 việc", "Đã xong");
            visit.look("bulk-without-scripts");
        }
    }

    @Test
    void manyAreGivenAtOnceByTheHeadAndEachSaysWhatBecameOfIt() {
        City.nextWorkingDayAt("09:00");
        handedInBy("minh");
        handedInBy("hoa");
        try (var head = Official.at(Device.DESKTOP, Official.HEAD);
                var phone = Official.at(Device.PHONE, Official.HEAD)) {
            head.visit().open("/desk/workload");
            head.look("workload");
            phone.visit().open("/desk/workload");
            phone.look("workload");
            phone.visit().open("/desk?scope=unit&panel=open");
            phone.look("inbox-of-the-unit");

            Page page = head.visit().open("/desk?scope=unit&step=receive&due=");
            page.locator("[data-row]").first().waitFor();
            page.keyboard().press("a");
            int rows = page.locator("[data-row] input:checked").count();
            assertThat(rows).isPositive();
            head.visit().press("button[value=assign]");
            head.look("bulk-asks");
            page.locator("input[name=value]").first().check();
            head.visit().press("main form button");
            page.waitForFunction("document.querySelector('[data-progress]').dataset.progress === 'done'");
            assertThat(head.words()).contains("Đã xử lý " + rows + " trong " + rows + " việc");
            head.look("bulk-done");
        }
    }

    @Test
    void aNarrowedListIsKeptUnderANameAndShortcutsCanBeTurnedOff() {
        City.nextWorkingDayAt("09:20");
        handedInBy("minh");
        try (var officer = Official.at(Device.PHONE, Official.ONE_STOP)) {
            Page page = officer.visit().open("/desk?filter=today&panel=open");
            officer.look("inbox-narrowed");
            page.locator("section details summary").click();
            page.locator("input[name=name]").fill("Hôm nay");
            officer.visit().press("form[action='/desk/views'] button");
            page.locator("section a", new Page.LocatorOptions().setHasText("Hôm nay"))
                    .click();
            assertThat(page.url()).contains("filter=today");

            officer.visit().open("/desk/shortcuts");
            officer.look("shortcuts");
            page.locator("input[name=keys][value=off]").check();
            officer.visit().press("form[action='/desk/shortcuts'] button");
            page = officer.visit().open("/desk");
            page.keyboard().press("j");
            assertThat(page.evaluate(STANDS_ON + ".tagName")).isEqualTo("BODY");
        }
    }

    private static String focusedLink(Page page) {
        return String.valueOf(page.evaluate(STANDS_ON + ".getAttribute('href')"));
    }

    /** Presses Tab until the keyboard stands on it; a page that needs more than this is no page for a keyboard. */
    private static void tabTo(Page page, String selector) {
        Function<String, Boolean> stands =
                wanted -> page.locator(wanted + ":focus").count() > 0;
        for (int i = 0; i < 120 && !stands.apply(selector); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(stands.apply(selector)).as(selector + " by Tab").isTrue();
    }

    private static void handedInBy(String username) {
        try (var visit = Visit.on(Device.DESKTOP).signIn(username)) {
            new Resident(visit).apply(SAME_DAY, Paper.pdf("don.pdf", "Request"));
        }
    }
}

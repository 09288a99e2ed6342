package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's way through the city on one device. Every page is looked at: axe finds nothing to say against it, nothing
 * sticks out sideways, and the browser's console stays silent. A picture of each is kept under {@code target/pictures}.
 */
public final class Visit implements AutoCloseable {

    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Device device;
    private final Haidang city;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private final boolean scripts;

    private Visit(Haidang city, Device device, boolean scripts) {
        this.device = device;
        this.city = city;
        this.scripts = scripts;
        this.context = device.open(city.address(), scripts);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visit on(Device device) {
        return new Visit(City.HAIDANG, device, true);
    }

    static Visit withoutScripts(Device device) {
        return new Visit(City.HAIDANG, device, false);
    }

    static Visit withoutScriptsTo(Haidang city, Device device) {
        return new Visit(city, device, false);
    }

    static Visit to(Haidang city, Device device) {
        return new Visit(city, device, true);
    }

    /** Signs in with a demo account, where the person stands or from the link in the header. */
    Visit signIn(String username) {
        if (!page.url().contains("/sign-in")) {
            open("/sign-in");
        }
        page.locator("[name=username]").fill(username);
        page.locator("[name=password]").fill(city.password());
        press("form[action='/sign-in'] button");
        assertThat(page.url()).as(username + " is signed in").doesNotContain("/sign-in");
        return this;
    }

    /** Presses what sends a form or leads on, and waits for the next page. */
    void press(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }

    /** Sends once more, to the letter, what this browser sent before, as a nervous finger or a repeating network does. */
    APIResponse repeat(Request sent) {
        return context.request()
                .fetch(
                        sent.url(),
                        RequestOptions.create()
                                .setMethod(sent.method())
                                .setHeader("Content-Type", sent.headerValue("content-type"))
                                .setData(sent.postDataBuffer()));
    }

    /** What the page says, as a person reads it. */
    String words() {
        return page.locator("main").innerText();
    }

    /** Noise the browser makes about an answer that a journey provokes, such as a refusal. */
    void forgiveRefusals() {
        complaints.removeIf(complaint -> complaint.startsWith("Failed to load resource"));
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the city; fails unless the page is there. */
    Page open(String path) {
        var answer = page.navigate(path);
        assertThat(answer).isNotNull();
        assertThat(answer.status()).as(path).isEqualTo(200);
        return page;
    }

    /** A busy machine now and then cannot draw a long page, which says nothing of the page: it is asked once more. */
    private void keep(Path picture) {
        var whole = new Page.ScreenshotOptions().setFullPage(true).setPath(picture);
        try {
            page.screenshot(whole);
        } catch (PlaywrightException failed) {
            if (!String.valueOf(failed.getMessage()).contains("Unable to capture screenshot")) {
                throw failed;
            }
            page.screenshot(whole);
        }
    }

    /** Examines the page as it stands and keeps a picture under this name. */
    void look(String name) {
        keep(Path.of("target", "pictures", name + "-" + device.name().toLowerCase(java.util.Locale.ROOT) + ".png"));

        if (!scripts) {
            return;
        }
        var barriers = new AxeBuilder(page)
                .withTags(STANDARD).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget().toString())
                                        .toList())
                        .toList();
        assertThat(barriers).as("axe on " + page.url()).isEmpty();
        assertThat(Heard.stumbles(page)).as("heard on " + page.url()).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url() + " fits the width of the " + device)
                .isLessThanOrEqualTo(device.width());
        assertThat(complaints).as("console on " + page.url()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}

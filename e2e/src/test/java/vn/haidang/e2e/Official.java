package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody at a desk of the commune. */
final class Official implements AutoCloseable {

    static final String ONE_STOP = "mot-cua";
    static final String SPECIALIST = "thu-ly";
    static final String HEAD = "lanh-dao";

    private final Visit visit;
    private final Page page;

    private Official(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static Official at(Device device, String username) {
        return new Official(Visit.on(device).signIn(username));
    }

    Visit visit() {
        return visit;
    }

    /** Whether the case is in this official's work, on the next request. */
    boolean sees(String code) {
        visit.open("/desk?filter=all&q=" + code);
        return page.locator(".hd-table a[href^='/desk/cases/']").count() == 1;
    }

    /** Opens the case from the list of work. */
    Official open(String code) {
        assertThat(sees(code)).as(code + " is on the desk").isTrue();
        visit.press(".hd-table a[href^='/desk/cases/']");
        return this;
    }

    /** Records an outcome of the step that is open; what the page then says is left to see. */
    Official record(String outcome, String reason) {
        page.locator("input[name=outcome][value='" + outcome + "']").check();
        page.locator("textarea[name=reason]").fill(reason);
        if (outcome.equals("ask-supplement") && page.locator("input[name=papers]").count() > 0) {
            if (!page.locator("input[name=papers]").first().isVisible()) {
                page.locator("details:has(input[name=papers]) summary").first().click();
            }
            page.locator("input[name=papers]").first().check();
        }
        visit.press("form[action$='/act'] button");
        return this;
    }

    /** The case and what stands beside it. */
    String words() {
        return page.locator(".hd-desk").innerText();
    }

    String url() {
        return page.url();
    }

    Official look(String name) {
        visit.look(name);
        return this;
    }

    @Override
    public void close() {
        visit.close();
    }
}

package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever uses no mouse finds, answers and hands in by keys alone, and sees at every step where they are. */
class KeyboardJourney {

    private static final String SELDOM_ASKED = "1.008004";
    private static final int FARTHEST = 120;
    private static final Paper PAPER = Paper.pdf("don.pdf", "By keyboard");

    /**
     * Of what has the focus: a name by which it is known here, and whether a person sees that it has it. A shadow or a frame that it
     * has anyway says nothing, so it is held against a copy of itself without the focus.
     */
    private static final String HERE = """
            () => {
              const here = document.activeElement;
              const shown = here.matches('input[type=radio], input[type=checkbox]') ? here.nextElementSibling : here;
              const looks = one => ['', '::before', '::after'].map(part => {
                const style = getComputedStyle(one, part || null);
                const outline = style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2
                    || style.outlineColor === 'rgba(0, 0, 0, 0)' ? '' : style.outlineColor;
                return outline + style.boxShadow + style.backgroundColor;
              });
              const copy = shown.cloneNode(true);
              shown.after(copy);
              const plain = looks(copy);
              copy.remove();
              const ring = looks(shown).some((look, part) => look !== plain[part]);
              const box = shown.getBoundingClientRect();
              const inSight = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
              return {
                tag: here.tagName.toLowerCase(),
                type: here.type ?? '',
                name: here.name ?? '',
                value: here.value ?? '',
                checked: here.checked ?? false,
                seen: ring && inSight,
                words: (here.innerText || here.getAttribute('aria-label') || here.id).trim(),
              };
            }""";

    private record Focus(String tag, String type, String name, String value, boolean checked) {

        static Focus of(Page page) {
            var here = (Map<?, ?>) page.evaluate(HERE);
            assertThat(here.get("seen"))
                    .as("the focus is seen at %s on %s", here, page.url())
                    .isEqualTo(true);
            return new Focus(
                    word(here, "tag"),
                    word(here, "type"),
                    word(here, "name"),
                    word(here, "value"),
                    Boolean.TRUE.equals(here.get("checked")));
        }

        private static String word(Map<?, ?> here, String part) {
            return String.valueOf(here.get(part));
        }
    }

    @Test
    void aDossierIsHandedInWithoutAMouse() {
        City.nextWorkingDayAt("09:40");
        try (var visit = Visit.on(Device.DESKTOP)) {
            var page = visit.open("/services/" + SELDOM_ASKED);
            // From the beginning: asked for at the moment of the key, the browser sometimes opens its own chooser
            // instead.
            page.onFileChooser(chooser -> chooser.setFiles(PAPER.payload()));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("govuk-skip-link");
            Focus.of(page);
            pressed(page, "Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
            to(page, "a[href='/apply/" + SELDOM_ASKED + "']");
            follow(page);

            to(page, "[name=username]");
            page.keyboard().type("hoa");
            to(page, "[name=password]");
            page.keyboard().type(City.HAIDANG.password());
            follow(page);
            to(page, "form[action='/apply/" + SELDOM_ASKED + "'] button");
            follow(page);

            withNothingAnsweredTheSummaryHasTheFocusAndLeadsToItsField(page);
            for (int pages = 0; !page.url().endsWith("/check"); pages++) {
                assertThat(pages).as("pages of questions, at " + page.url()).isLessThan(40);
                answer(page);
            }
            to(page, "form[action$='/submit'] button");
            follow(page);
            assertThat(page.url()).endsWith("/receipt");
            assertThat(page.locator("h1").innerText()).isNotBlank();
        }
    }

    private static void withNothingAnsweredTheSummaryHasTheFocusAndLeadsToItsField(Page page) {
        while (page.locator("[data-error-summary]").count() == 0) {
            String before = page.url();
            to(page, "form[enctype] > .govuk-button");
            follow(page);
            assertThat(page.url().equals(before))
                    .as("something is asked that is not known, at " + before)
                    .isEqualTo(page.locator("[data-error-summary]").count() == 1);
        }
        assertThat(page.evaluate("() => document.activeElement.hasAttribute('data-error-summary')"))
                .isEqualTo(true);
        to(page, "[data-error-summary] a");
        pressed(page, "Enter");
        assertThat(page.evaluate("() => document.activeElement.matches('main form[enctype] *')"))
                .isEqualTo(true);
    }

    /** Every field in its order, then on. */
    private static void answer(Page page) {
        page.evaluate("() => document.querySelector('main').focus()");
        for (int keys = 0; keys < FARTHEST; keys++) {
            page.keyboard().press("Tab");
            var here = Focus.of(page);
            if (here.tag().equals("button")
                    && (boolean)
                            page.evaluate("() => document.activeElement.matches('form[enctype] > .govuk-button')")) {
                follow(page);
                return;
            }
            fill(page, here);
        }
        throw new AssertionError("no button that goes on at " + page.url());
    }

    private static void fill(Page page, Focus here) {
        String answer = Resident.answer(here.name());
        switch (here.type()) {
            case "radio" -> {
                for (int each = 0; each < 12 && !Focus.of(page).value().equals(answer); each++) {
                    pressed(page, "ArrowDown");
                }
                if (!Focus.of(page).checked()) {
                    pressed(page, "Space");
                }
            }
            case "checkbox" -> {
                if (!here.checked()) {
                    pressed(page, "Space");
                }
            }
            case "file" -> {
                if (page.locator(".hd-files__file").count() == 0 && !page.url().endsWith("/other-papers")) {
                    pressed(page, "Enter");
                    page.waitForFunction("() => document.activeElement.files.length === 1");
                }
            }
            case "text", "tel", "email", "textarea" -> {
                if (here.value().isEmpty() && !answer.isEmpty()) {
                    page.keyboard().type(answer);
                }
            }
            default -> {}
        }
    }

    private static void to(Page page, String selector) {
        for (int keys = 0; keys < FARTHEST; keys++) {
            if ((boolean) page.evaluate("one => document.activeElement.matches(one)", selector)) {
                Focus.of(page);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + selector + " on " + page.url());
    }

    private static void pressed(Page page, String key) {
        page.keyboard().press(key);
    }

    /** Presses Enter where that leads to another page, or to the same one anew. */
    private static void follow(Page page) {
        page.evaluate("() => { window.before = true; }");
        pressed(page, "Enter");
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }
}

package vn.haidang.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.Locale;

/** A figure's page that somebody left open; it is never loaded again by hand. */
final class OpenFigure {

    private static final double PATIENCE_MS = 15_000;

    private final Page page;

    private OpenFigure(Page page) {
        this.page = page;
    }

    static OpenFigure at(Visit visit, PlanTile tile) {
        visit.open(tile.records());
        var page = visit.page();
        page.evaluate("window.leftOpen = true");
        var figure = new OpenFigure(page);
        figure.shows(tile.numerator(), tile.denominator());
        return figure;
    }

    /** The page shows other numbers by itself, once the work that moves them is done. */
    void followsTo(long numerator, long denominator) {
        shows(numerator, denominator);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.leftOpen"))
                .isEqualTo(true);
    }

    private void shows(long numerator, long denominator) {
        var values = page.locator("#live dl.govuk-summary-list dd");
        says(values.nth(0), numerator);
        says(values.nth(1), denominator);
    }

    private static void says(Locator value, long number) {
        var written = String.format(Locale.GERMANY, "%,d", number);
        assertThat(value).hasText(written, new HasTextOptions().setTimeout(PATIENCE_MS));
    }
}

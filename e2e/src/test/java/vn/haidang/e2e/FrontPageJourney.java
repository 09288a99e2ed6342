package vn.haidang.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone opens the front page. */
class FrontPageJourney {

    /** A browser that may install the pages fetches these besides, when it finds the time. */
    private static final Pattern PICTURE = Pattern.compile("\"([^\"]+icon-192[^\"]+)\"");

    private static final int FIRST_VISIT = 100_000;
    private static final int NEXT_VISIT = 20_000;
    private static final int REQUESTS = 12;

    @ParameterizedTest
    @EnumSource(Device.class)
    void anyoneFindsTheCityInVietnamese(Device device) {
        try (var visit = Visit.on(device)) {
            var page = visit.open("/");

            assertThat(page.locator("html")).hasAttribute("lang", "vi");
            assertThat(page.locator("h1")).hasCount(1);
            visit.look("front");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/services/" + Resident.BIRTH})
    void aFirstVisitOnAPhoneCostsLittleTypefaceManifestAndPictureIncluded(String path) {
        try (var visit = Visit.on(Device.PHONE)) {
            var context = visit.page().context();
            var first = PageBudgets.load(context, Device.PHONE, path, true);
            var next = PageBudgets.load(context, Device.PHONE, path, false);
            var manifest = context.request().get("/manifest.webmanifest");
            var picture = PICTURE.matcher(manifest.text());
            assertThat(picture.find()).isTrue();
            long besides = manifest.body().length
                    + context.request().get(picture.group(1)).body().length;

            assertThat(first.bytes() + besides).as("first visit of " + path).isLessThanOrEqualTo(FIRST_VISIT);
            assertThat(first.requests() + 2).isLessThanOrEqualTo(REQUESTS);
            assertThat(next.bytes()).as("next visit of " + path).isLessThanOrEqualTo(NEXT_VISIT);
        }
    }
}

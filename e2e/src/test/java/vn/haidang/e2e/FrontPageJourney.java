package vn.haidang.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Anyone opens the front page. */
class FrontPageJourney {

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
}

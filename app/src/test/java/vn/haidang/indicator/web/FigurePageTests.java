package vn.haidang.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

@WebTest
class FigurePageTests {

    private static final MeasureCode MEASURE = new MeasureCode("casework/work-file-online");
    private static final UnitId WARD = UnitId.ofKey("commune-11581-c");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
    private static final String ADDRESS = "/figures/casework/work-file-online?from=2026-02-10&to=2026-02-10";

    private final MockMvcTester pages;
    private final Facts facts;
    private final Indicators indicators;
    private final TransactionTemplate transaction;

    FigurePageTests(MockMvcTester pages, Facts facts, Indicators indicators, TransactionTemplate transaction) {
        this.pages = pages;
        this.facts = facts;
        this.indicators = indicators;
        this.transaction = transaction;
    }

    @Test
    void opensTheCityDownToTheWardOnTheNextRequest() {
        add(1);

        var city = pages.get().uri(ADDRESS).exchange();
        var ward = pages.get().uri(ADDRESS + "&unit=commune-11581-c").exchange();

        assertThatPage(city).isVietnamese().contains("50,0").has("a[href*='unit=commune-11581-c']");
        assertThatPage(ward).contains("50,0").has("a[href*='unit=city-31']");
        add(-1);
    }

    @Test
    void speaksEnglishToo() {
        var page = pages.get().uri(ADDRESS).cookie(new Cookie("language", "en")).exchange();

        assertThatPage(page).isEnglish().contains("How it is counted");
    }

    @Test
    void everyMeasureHasItsPageInBothLanguages() {
        for (var measure : indicators.catalogue()) {
            var address = "/figures/" + measure.code().value();

            assertThatPage(pages.get().uri(address).exchange()).isVietnamese();
            assertThatPage(pages.get()
                            .uri(address)
                            .cookie(new Cookie("language", "en"))
                            .exchange())
                    .isEnglish();
        }
    }

    @Test
    void refusesDaysThatNoCalendarHas() {
        for (var query : List.of("to=%2B999999999-01-01", "from=-0400-01-01", "knownOn=9999-01-01", "from=x")) {
            assertThat(pages.get().uri(java.net.URI.create("/figures/casework/turnaround?" + query)))
                    .as(query)
                    .hasStatus(400);
        }
    }

    @Test
    void saysThatAMeasureOrUnitIsUnknown() {
        assertThat(pages.get().uri("/figures/casework/nothing")).hasStatus(404);
        assertThat(pages.get().uri(ADDRESS + "&unit=nowhere")).hasStatus(404);
        assertThat(pages.get().uri("/figures/casework/work-file-online?from=2026-02-10&to=2026-01-10"))
                .hasStatus(400);
    }

    private void add(int sign) {
        transaction.executeWithoutResult(status -> {
            facts.add(MEASURE, "numerator", WARD, DAY, Facts.WHOLE, sign);
            facts.add(MEASURE, "denominator", WARD, DAY, Facts.WHOLE, 2L * sign);
        });
    }
}

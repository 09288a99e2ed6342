package vn.haidang.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

@WebTest
class FiguresPageTests {

    private static final MeasureCode MEASURE = new MeasureCode("casework/turnaround");
    private static final UnitId WARD = UnitId.ofKey("commune-11581-c");
    private static final UnitId OTHER = UnitId.ofKey("commune-11593-c");
    private static final String TIME = "from=2025-10-01&to=2026-02-28";

    private final MockMvcTester pages;
    private final Facts facts;
    private final Indicators indicators;
    private final IndicatorCatalogue catalogue;
    private final TransactionTemplate transaction;

    FiguresPageTests(
            MockMvcTester pages,
            Facts facts,
            Indicators indicators,
            IndicatorCatalogue catalogue,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.facts = facts;
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.transaction = transaction;
    }

    @BeforeEach
    void adds() {
        change(1);
    }

    @AfterEach
    void takesBack() {
        change(-1);
    }

    @Test
    void everyIndicatorHasEveryViewInBothLanguages() {
        for (var indicator : catalogue.all()) {
            for (var view : FigureChoice.VIEWS) {
                var address = "/figures/" + indicator.code() + "/" + view + "?" + TIME;
                assertThatPage(pages.get().uri(address).exchange()).isVietnamese();
                assertThatPage(pages.get()
                                .uri(address + "&basis=GROUP&step=QUARTER")
                                .cookie(new Cookie("language", "en"))
                                .exchange())
                        .isEnglish();
            }
        }
        assertThatPage(pages.get().uri("/figures").exchange())
                .isVietnamese()
                .has("a[href='/figures/casework/on-time/series']");
    }

    @Test
    void whatIsShippedIsWhatTheMeasuresCanCount() {
        for (var indicator : catalogue.all()) {
            for (var code : indicator.measures()) {
                var measure = indicators.definition(code);
                assertThat(measure.components())
                        .extracting(component -> component.code())
                        .containsAll(indicator.components());
            }
        }
        for (var measure : indicators.catalogue()) {
            assertThat(catalogue.all())
                    .as(measure.code().value())
                    .anyMatch(indicator -> indicator.measures().contains(measure.code()));
        }
    }

    @Test
    void filesSayWhatPagesSay() throws Exception {
        for (var view : List.of("series", "table", "ranking")) {
            for (var basis : List.of("AS_IT_WAS", "GROUP")) {
                var query = "?unit=city-31&basis=" + basis + "&" + TIME;
                var page = Jsoup.parse(text("/figures/casework/on-time/" + view + query + "&all=1"));
                var rows = csv("/figures/casework/on-time/" + view + ".csv" + query);
                var shown = switch (view) {
                    case "series" ->
                        page.select("table.hd-table tbody td:nth-child(2)").eachText();
                    case "table" -> page.select("div.hd-grid tbody td").eachText();
                    default ->
                        page.select("table.hd-table tbody tr > *:nth-child(3)").eachText();
                };
                assertThat(rows).as(view + " " + basis).hasSameSizeAs(shown);
                for (var at = 0; at < shown.size(); at++) {
                    var value = rows.get(at).get("Giá trị");
                    var number = shown.get(at).replace(" %", "").replace(",", ".");
                    assertThat(value.isEmpty() ? "" : value)
                            .as(rows.get(at).toString())
                            .isEqualTo(number.matches("[0-9.]+") ? number : "");
                }
                assertThat(text("/figures/casework/on-time/" + view + ".json" + query))
                        .contains("\"value\":50.0", "\"indicator\":\"casework/on-time\"");
            }
        }
    }

    /** A leader sees the own unit, the head and the foot; the rest is a page, a name or a print away. */
    @Test
    void aLongRankingIsFoldedAndEveryPlaceIsStillOnSomePage() throws Exception {
        var address = "/figures/casework/on-time/ranking?unit=city-31&" + TIME;
        var whole = names(address + "&all=1");

        assertThat(whole).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(names(address)).hasSizeBetween(2, 10).isSubsetOf(whole).startsWith(whole.get(0), whole.get(1));
        var paged = new ArrayList<String>();
        for (var page = 1; paged.size() < whole.size() && page < 20; page++) {
            paged.addAll(names(address + "&page=" + page));
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(names(address + "&q=phuong"))
                .hasSize(25)
                .isSubsetOf(whole)
                .allMatch(name -> name.contains("Phường"));
        assertThatPage(pages.get().uri(address + "&q=zzz").exchange()).contains("Không có đơn vị nào tên như vậy");
        assertThatPage(pages.get().uri(address + "&page=x").exchange()).isVietnamese();
    }

    private List<String> names(String address) throws Exception {
        return Jsoup.parse(text(address)).select("table.hd-table tbody th").eachText();
    }

    /** A dossier that will be late next week is not late this week, though that is told already. */
    @Test
    void aRunningPeriodIsReadAsFarAsItHasCome() throws Exception {
        var dossiers = new MeasureCode("publicservice/dossiers");
        for (var sign : List.of(1, -1)) {
            transaction.executeWithoutResult(status -> facts.add(List.of(
                    new Fact(dossiers, "open", WARD, LocalDate.of(2026, 2, 20), "Hộ tịch|ONLINE", "", sign),
                    new Fact(dossiers, "late", WARD, LocalDate.of(2026, 2, 25), "Hộ tịch|ONLINE", "", sign),
                    new Fact(dossiers, "late", WARD, LocalDate.of(2026, 3, 25), "Hộ tịch|ONLINE", "", 3L * sign))));
            if (sign == 1) {
                var rows = csv(
                        "/figures/publicservice/open-late/series.csv?unit=commune-11581-c&from=2026-02-01&to=2026-03-31");
                assertThat(rows).extracting(row -> row.get("Giá trị")).containsExactly("1", "1");
            }
        }
    }

    @Test
    void excelOpensTheSame(@TempDir Path folder) throws Exception {
        var bytes = pages.get()
                .uri("/figures/casework/on-time/series.xlsx?unit=commune-11581-c&" + TIME)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        var sheet = new StringBuilder();
        var file = Files.write(folder.resolve("series.xlsx"), bytes);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheet.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }

        assertThat(sheet).contains("<v>50.0</v>").doesNotContain("<f>");
    }

    @Test
    void aNumberOpensToItsRecordsOnTheSameGround() {
        var page = pages.get()
                .uri("/figures/casework/on-time/series?unit=commune-11581-c&basis=GROUP&member=ONLINE&" + TIME)
                .exchange();

        assertThatPage(page)
                .has(
                        "a[href*='/figures/casework/turnaround?unit=commune-11581-c'][href*='tree=GROUP'][href*='member=ONLINE'][href*='from=2026-02-01'][href*='to=2026-02-28']");
        assertThatPage(pages.get()
                        .uri(
                                "/figures/casework/turnaround?unit=commune-11581-c&tree=GROUP&member=ONLINE&from=2026-02-01&to=2026-02-28")
                        .exchange())
                .isVietnamese()
                .contains("Nộp trực tuyến");
    }

    @Test
    void marksTheMergerInTheMonthInWhichItHappened() throws Exception {
        var address = "/figures/casework/closed/series?from=2025-05-01&to=2025-09-30";

        var rows = Jsoup.parse(text(address)).select("table.hd-table tbody tr");
        assertThat(rows).hasSize(5);
        assertThat(rows.stream().map(row -> row.hasClass("hd-broken")).toList())
                .containsExactly(false, false, true, false, false);
        assertThat(rows.get(2).text()).contains("01/07/2025");
        assertThatPage(pages.get().uri(address).exchange()).has("line.hd-chart__break");
    }

    @Test
    void theLastYearIsReadAtOnceAndWhatWasBeforeIsFolded() throws Exception {
        var page = Jsoup.parse(
                text("/figures/casework/on-time/series?unit=commune-11581-c&from=2024-10-01&to=2026-02-28"));

        assertThat(page.select("table.hd-table tbody tr")).hasSize(17);
        assertThat(page.select("details.hd-fold table.hd-table tbody tr")).hasSize(5);
        assertThat(page.select("main .hd-tile__figure").text())
                .as("the newest number there is")
                .isEqualTo("50,0 %");
    }

    @Test
    void refusesWhatItCannotRead() {
        for (var query :
                List.of("from=x", "to=2026-02-30", "basis=NEVER", "step=DAY", "policy=none", "member=BOAT", "tier=9")) {
            assertThat(pages.get().uri("/figures/casework/on-time/series?" + query))
                    .hasStatus(400);
        }
        assertThat(pages.get().uri("/figures/casework/on-time/series?from=2026-03-01&to=2026-02-01"))
                .hasStatus(400);
        assertThat(pages.get().uri("/figures/casework/on-time/series?from=2005-01-01&to=2026-02-01"))
                .hasStatus(400);
        assertThat(pages.get().uri("/figures/casework/on-time/series?unit=nowhere"))
                .hasStatus(404);
        assertThat(pages.get().uri("/figures/casework/nothing/series")).hasStatus(404);
        assertThat(pages.get().uri("/figures/casework/on-time/series.pdf")).hasStatus(404);
        assertThat(pages.get().uri("/figures/casework/on-time/picture.csv")).hasStatus(404);
    }

    private String text(String address) throws Exception {
        return pages.get().uri(address).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private List<CSVRecord> csv(String address) throws Exception {
        var text = text(address);
        assertThat(text).startsWith("\ufeff");
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))) {
            return parser.getRecords();
        }
    }

    /** Two files in time and two late ones at each of two wards, so that the ranks are tied. */
    private void change(int sign) {
        transaction.executeWithoutResult(status -> {
            var changed = new ArrayList<Fact>();
            for (var unit : List.of(WARD, OTHER)) {
                for (var day : List.of(LocalDate.of(2025, 11, 5), LocalDate.of(2026, 2, 10))) {
                    changed.add(new Fact(MEASURE, "closed", unit, day, "ONLINE", "", 4L * sign));
                    changed.add(new Fact(MEASURE, "on-time", unit, day, "ONLINE", "", 2L * sign));
                    changed.add(new Fact(MEASURE, "days", unit, day, "ONLINE", "3", 4L * sign));
                }
            }
            facts.add(changed);
        });
    }
}

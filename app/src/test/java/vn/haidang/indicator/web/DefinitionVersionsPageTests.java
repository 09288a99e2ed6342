package vn.haidang.indicator.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;
import vn.haidang.reference.GivenFile;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableStream;
import vn.haidang.reference.spi.Importer;

/**
 * A second version of an indicator comes as a table of the catalogue, as a city's own does at the next start; its pages and files then
 * count every period by the version of its time, and the two are never joined unmarked.
 */
@WebTest
class DefinitionVersionsPageTests {

    private static final MeasureCode MEASURE = new MeasureCode("casework/turnaround");
    private static final UnitId WARD = UnitId.ofKey("commune-11593-c");
    private static final String ADDRESS =
            "/figures/casework/on-time/series%s?unit=commune-11593-c&from=2025-11-01&to=2026-02-28";

    private final MockMvcTester pages;
    private final Facts facts;
    private final IndicatorCatalogue catalogue;
    private final TransactionTemplate transaction;
    private final Importer importer;

    DefinitionVersionsPageTests(
            MockMvcTester pages,
            Facts facts,
            IndicatorCatalogue catalogue,
            TransactionTemplate transaction,
            List<Importer> importers) {
        this.pages = pages;
        this.facts = facts;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.importer = importers.stream()
                .filter(each -> each.table().equals("indicator/definition"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void adds() {
        change(1);
    }

    @AfterEach
    void takesBack() throws IOException {
        change(-1);
        load(shipped());
    }

    @Test
    void everyPeriodIsCountedByTheVersionOfItsTimeAndThePagesSayWhereItBreaks() throws Exception {
        load(shipped());
        var before = assertThatPage(pages.get().uri(ADDRESS.formatted("")).exchange());
        assertThat(values(before.document())).containsExactly("50,0 %", "50,0 %");
        assertThat(before.document().select("tr.hd-broken")).isEmpty();

        load(withSecondVersion());

        assertThat(catalogue.versions("casework/on-time"))
                .extracting(Indicator::version)
                .containsExactly(1, 2);
        var page = assertThatPage(pages.get().uri(ADDRESS.formatted("")).exchange());
        assertThat(values(page.document()))
                .as("by the first, then by the second")
                .containsExactly("50,0 %", "100,0 %");
        var broken = page.document().select("tr.hd-broken");
        assertThat(broken).hasSize(1);
        assertThat(broken.text()).contains("01/12/2025");
        page.has("line.hd-chart__break")
                .contains("Phiên bản 1")
                .contains("Phiên bản 2")
                .contains("Quyết định thử");
        var file = pages.get()
                .uri(ADDRESS.formatted(".csv"))
                .exchange()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(file.lines().filter(line -> line.contains("50.0"))).hasSize(1);
        assertThat(file.lines().filter(line -> line.contains("100.0"))).hasSize(1);
        assertThat(pages.get()
                        .uri(ADDRESS.formatted(".json"))
                        .exchange()
                        .getResponse()
                        .getContentAsString(UTF_8))
                .contains("\"version\":1", "\"version\":2");
    }

    private static List<String> values(org.jsoup.nodes.Document page) {
        return page.select("table.hd-table tbody td:nth-child(2)").eachText().stream()
                .filter(text -> text.endsWith("%"))
                .toList();
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("reference-data/indicator/definition.csv").getContentAsString(UTF_8);
    }

    /** From December on whatever was finished counts. */
    private static String withSecondVersion() throws IOException {
        var lines = new ArrayList<String>();
        shipped().lines().forEach(line -> {
            if (line.startsWith("casework/on-time,1,")) {
                lines.add(line.replace(",first,2020-09-21,,", ",first,2020-09-21,2025-12-01,"));
                lines.add(
                        "casework/on-time,2,Hồ sơ giải quyết đúng hạn,Files finished in time,Cách tính thử.,A trial."
                                + ",ratio,casework/turnaround,closed/closed,,percent,1,higher,definition,2025-12-01,,Quyết định thử,H");
            } else {
                lines.add(line);
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private void load(String csv) {
        var rows = new ArrayList<ReferenceRow>();
        var table = TableStream.of(GivenFile.of("definition.csv", csv.getBytes(UTF_8)));
        table.rows(rows::add);
        transaction.executeWithoutResult(status -> importer.load(rows));
        assertThat(table.refusals()).isEmpty();
    }

    /** Half of the files in time. */
    private void change(int sign) {
        transaction.executeWithoutResult(status -> {
            var changed = new ArrayList<Fact>();
            for (var day : List.of(LocalDate.of(2025, 11, 5), LocalDate.of(2026, 2, 10))) {
                changed.add(new Fact(MEASURE, "closed", WARD, day, "ONLINE", "", 4L * sign));
                changed.add(new Fact(MEASURE, "on-time", WARD, day, "ONLINE", "", 2L * sign));
            }
            facts.add(changed);
        });
    }
}

package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.StatementCount;
import vn.haidang.WebTest;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** The report on procedures, from facts of two years in which nothing else happens. */
@WebTest
class ReportPageTests {

    private static final MeasureCode MEASURE = new MeasureCode("publicservice/dossiers");
    private static final UnitId WARD = UnitId.ofKey("commune-11311-c");
    private static final UnitId OTHER = UnitId.ofKey("commune-11329-c");
    private static final String FIELD = "Hộ tịch|ONLINE";
    private static final String LAND = "Đất đai|COUNTER";

    /** Within October by the decree: 15/09 to 14/10/2025. */
    private static final LocalDate LAST = LocalDate.of(2025, 10, 14);

    private static final String OCTOBER = "/reports/procedures?policy=decree-09-2019&year=2025&number=10";

    private final MockMvcTester pages;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    private final Clock clock;

    ReportPageTests(
            MockMvcTester pages, Facts facts, TransactionTemplate transaction, JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.pages = pages;
        this.facts = facts;
        this.transaction = transaction;
    }

    @BeforeEach
    void happen() {
        add(1);
    }

    @AfterEach
    void takeBack() {
        add(-1);
    }

    @Test
    void fillsItselfByUnitFieldAndChannelForTheWindowOfTheDecree() {
        var page = pages.get().uri(OCTOBER + "&unit=commune-11311-c").exchange();

        assertThatPage(page)
                .isVietnamese()
                .contains("từ 15/09/2025 đến hết 14/10/2025")
                .contains(
                        "7 kỳ trước chuyển sang + 5 nhận trong kỳ = 6 đã giải quyết + 1 trả lại, rút hoặc chuyển đi + 5 đang giải quyết.")
                .contains("Hộ tịch")
                .contains("Đất đai")
                .has("a[href*='component=done-late'][href*='unit=commune-11311-c']")
                .has("a[href*='component=open'][href*='to=2025-09-14']");
    }

    @Test
    void theDayAfterTheWindowBelongsToTheNextOne() {
        assertThatPage(pages.get()
                        .uri("/reports/procedures?policy=decree-09-2019&year=2025&number=11&unit=commune-11311-c")
                        .exchange())
                .contains("5 kỳ trước chuyển sang + 2 nhận trong kỳ");
        assertThatPage(pages.get()
                        .uri("/reports/procedures?policy=calendar&year=2025&number=10&unit=commune-11311-c")
                        .exchange())
                .contains("7 kỳ trước chuyển sang + 7 nhận trong kỳ");
    }

    /** opencps-v2#1293 and #1376: the report shows one department only. */
    @Test
    void opencpsV2Issues1293And1376OpensTheCityDownToEveryUnitThatDidSomething() {
        var page = pages.get().uri(OCTOBER).exchange();

        assertThatPage(page)
                .has("a[href*='/reports/procedures?unit=commune-11311-c']")
                .has("a[href*='/reports/procedures?unit=commune-11329-c']");
    }

    @Test
    void everyNumberOpensToItsOwnDossiers() {
        var page = pages.get()
                .uri(
                        "/figures/publicservice/dossiers?unit=commune-11311-c&from=2025-09-15&to=2025-10-14&component=received&member={member}",
                        "Hộ tịch|ONLINE")
                .exchange();

        assertThatPage(page).contains("Hộ tịch · Trực tuyến").contains("3");
        assertThat(pages.get().uri("/figures/publicservice/dossiers?component=nothing"))
                .hasStatus(400);
        assertThat(pages.get().uri("/figures/publicservice/dossiers?member=nothing"))
                .hasStatus(400);
        assertThat(pages.get().uri("/figures/publicservice/dossiers?member={member}", "Hộ tịch|NOWHERE"))
                .hasStatus(400);
    }

    @Test
    void theRecordsBehindANumberGoOnFromAPlaceAndBack() {
        String catalogue = "/figures/publicservice/catalogue";
        var first = assertThatPage(pages.get().uri(catalogue).exchange()).hasNo("a[rel=prev]");
        String older = first.document().select("a[rel=next]").attr("href");
        var second = assertThatPage(pages.get().uri(java.net.URI.create(older)).exchange())
                .has("a[href^='/figures/publicservice/catalogue']:contains(Hồ sơ mới nhất)");
        String newer = second.document().select("a[rel=prev]").attr("href");
        var back = assertThatPage(pages.get().uri(java.net.URI.create(newer)).exchange());

        List<String> records =
                first.document().select("tbody a[href^=/services/]").eachText();
        assertThat(records).hasSizeGreaterThanOrEqualTo(20);
        assertThat(second.document().select("tbody a[href^=/services/]").eachText())
                .doesNotContainAnyElementsOf(records);
        assertThat(back.document().select("tbody a[href^=/services/]").eachText())
                .isEqualTo(records);
        for (String wrong : List.of("after=x", "before=2026-01-01", "after=+999999-01-01~1.001193", "before=~")) {
            assertThat(pages.get().uri(catalogue + "?" + wrong)).as(wrong).hasStatus(400);
        }
        assertThatPage(pages.get().uri(catalogue + "?after=1999-01-01~0").exchange())
                .contains("Không còn hồ sơ nào ở đây.");
    }

    @Test
    void canBeTakenAlong() throws Exception {
        var file = pages.get()
                .uri("/reports/procedures.csv?policy=decree-09-2019&year=2025&number=10&unit=commune-11311-c")
                .exchange();

        assertThat(file).hasStatusOk();
        String text = file.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(text.lines().toList().get(1))
                .endsWith(",commune-11311-c,,2025-09-15,2025-10-14,7,3,2,0,5,0,3,2,1,1,0,5,1");
        assertThat(text).contains(",commune-11311-c,Hộ tịch,").contains(",commune-11311-c,Nộp trực tuyến,");
    }

    @Test
    void speaksEnglishSaysWhatIsEmptyAndRefusesWhatIsNoPeriod() {
        assertThatPage(pages.get()
                        .uri(OCTOBER)
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .contains("carried over");
        assertThatPage(pages.get().uri("/reports/procedures?year=2024&number=5").exchange())
                .contains("Kỳ này chưa có hồ sơ nào");
        for (String wrong :
                List.of("year=abc", "year=2025&number=0", "year=2026&number=12", "step=DAY", "policy=none")) {
            assertThat(pages.get().uri("/reports/procedures?" + wrong))
                    .as(wrong)
                    .hasStatus(400);
        }
        assertThat(pages.get().uri("/reports/procedures?year=2025&number=13")).hasStatus(404);
        assertThat(pages.get().uri("/reports/procedures?unit=nowhere")).hasStatus(404);
    }

    /** These facts became known months after the period: a report that was sent can be read as it was. */
    @Test
    void aReportOfAnEndedPeriodCanBeReadAsItWasKnownThen() {
        assertThatPage(pages.get().uri(OCTOBER + "&unit=commune-11311-c").exchange())
                .contains("nên số liệu khác với hết ngày 14/10/2025")
                .has("a[href*='knownOn=2025-10-14']");
        assertThatPage(pages.get()
                        .uri(OCTOBER + "&unit=commune-11311-c&knownOn=2025-10-14")
                        .exchange())
                .contains("Số liệu như đã biết đến hết ngày 14/10/2025.")
                .contains("Kỳ này chưa có hồ sơ nào");
        for (String wrong : List.of("2025-09-14", "2999-01-01", "x")) {
            assertThat(pages.get().uri(OCTOBER + "&knownOn=" + wrong)).hasStatus(400);
        }
    }

    /** That a dossier will be late is told when it is promised; it is late when that day has come, and not before. */
    @Test
    void aRunningPeriodCountsNothingThatIsToldAhead() throws Exception {
        String running = "?policy=calendar&step=YEAR&unit=commune-11311-c";
        LocalDate today = LocalDate.now(clock);
        List<String> addresses = List.of(
                "/reports/procedures.csv" + running,
                "/score/766.csv" + running,
                "/figures/publicservice/open-late/series.csv?unit=commune-11311-c&step=YEAR&from=%s&to=%s"
                        .formatted(today.withDayOfYear(1), today));
        List<String> before = files(addresses);
        ahead(today.plusDays(1), 1);

        List<String> after = files(addresses);

        ahead(today.plusDays(1), -1);
        assertThat(after).isEqualTo(before);
        ahead(today, 1);
        List<String> come = files(addresses);
        ahead(today, -1);
        for (int number = 0; number < addresses.size(); number++) {
            assertThat(come.get(number)).as(addresses.get(number)).isNotEqualTo(before.get(number));
        }
    }

    private List<String> files(List<String> addresses) throws Exception {
        List<String> files = new java.util.ArrayList<>();
        for (String address : addresses) {
            files.add(pages.get().uri(address).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }

    private void ahead(LocalDate day, long sign) {
        transaction.executeWithoutResult(status -> facts.add(List.of(
                fact("received", WARD, day, FIELD, 3 * sign),
                fact("open", WARD, day, FIELD, 3 * sign),
                fact("late", WARD, day, FIELD, 2 * sign))));
    }

    /** On a phone nobody walks past a hundred units; the print has them all, and what the city itself did is not lost. */
    @Test
    void foldsManyUnitsAndPrintsThemAllUnderAHeading() {
        var units = communes();
        grow(units, 1);
        grow(List.of(UnitId.ofKey("city-31")), 1);

        var folded = pages.get().uri(OCTOBER).exchange();
        var second = pages.get().uri(OCTOBER + "&page=2").exchange();
        var found = pages.get().uri(OCTOBER + "&q=hong bang").exchange();
        var whole = pages.get().uri(OCTOBER + "&all=1").exchange();

        grow(units, -1);
        grow(List.of(UnitId.ofKey("city-31")), -1);
        assertThatPage(folded)
                .has("select#unit option[value=city-31][selected]")
                .has(".hd-letterhead")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Không thuộc đơn vị nào ở trên")
                .as("what leads on stands where the lines stand, not behind a closed fold")
                .has("details.hd-fold:has(table) nav.govuk-pagination")
                .has("details.hd-fold:has(table) form[role=search] input[name=q]");
        assertThat(rows(folded)).isEqualTo(20);
        assertThatPage(second)
                .doesNotContain("Theo lĩnh vực")
                .hasNo("details:not([open]) nav.govuk-pagination")
                .hasNo("details:not([open]) form[role=search]")
                .has("nav.govuk-pagination")
                .has("a[href*='/reports/procedures?unit=']");
        assertThatPage(found).contains("Hồng Bàng").hasNo("nav.govuk-pagination");
        assertThat(rows(whole)).isGreaterThanOrEqualTo(30);
        assertThatPage(whole).hasNo("nav.govuk-pagination");
    }

    private static int rows(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            return org.jsoup.Jsoup.parse(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .select("tbody th a[href*='/reports/procedures']")
                    .size();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<UnitId> communes() {
        return database.sql("""
                        select u.id from organization.pub_unit u
                        where u.tier = 'COMMUNE' and u.valid @> date '2025-10-01' order by u.key limit 30
                        """)
                .query((row, number) -> new UnitId(row.getObject("id", java.util.UUID.class)))
                .list();
    }

    @Test
    void asksTheDatabaseNoMoreOftenWhenMoreUnitsDidSomething() {
        var units = communes();
        long few = statements(OCTOBER);
        grow(units, 1);

        long many = statements(OCTOBER);

        grow(units, -1);
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(16);
    }

    private long statements(String address) {
        return StatementCount.least(() -> pages.get().uri(address).exchange());
    }

    private void grow(List<UnitId> units, long sign) {
        transaction.executeWithoutResult(status -> facts.add(units.stream()
                .map(unit -> fact("received", unit, LAST, FIELD, sign))
                .toList()));
    }

    private void add(long sign) {
        LocalDate before = LocalDate.of(2025, 9, 1);
        LocalDate within = LocalDate.of(2025, 10, 1);
        transaction.executeWithoutResult(status -> facts.add(List.of(
                fact("received", WARD, before, FIELD, 7 * sign),
                fact("open", WARD, before, FIELD, 7 * sign),
                fact("received", WARD, within, FIELD, 3 * sign),
                fact("received", WARD, LAST, LAND, 2 * sign),
                fact("open", WARD, within, FIELD, 3 * sign),
                fact("open", WARD, LAST, LAND, 2 * sign),
                fact("done-early", WARD, within, FIELD, 3 * sign),
                fact("done-on-time", WARD, within, FIELD, 2 * sign),
                fact("done-late", WARD, within, FIELD, sign),
                fact("returned", WARD, within, FIELD, sign),
                fact("open", WARD, within, FIELD, -7 * sign),
                fact("late", WARD, within, FIELD, sign),
                fact("received", WARD, LAST.plusDays(1), FIELD, 2 * sign),
                fact("open", WARD, LAST.plusDays(1), FIELD, 2 * sign),
                fact("received", OTHER, within, FIELD, sign),
                fact("open", OTHER, within, FIELD, sign))));
    }

    private static Fact fact(String component, UnitId unit, LocalDate day, String member, long amount) {
        return new Fact(MEASURE, component, unit, day, member, "", amount);
    }
}

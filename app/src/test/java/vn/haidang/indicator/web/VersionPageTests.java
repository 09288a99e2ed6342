package vn.haidang.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Administration;
import vn.haidang.identity.SignedIn;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Facts.Fact;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.IndicatorCatalogue;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** Whatever is published here is taken back: the catalogue belongs to all tests. */
@WebTest
class VersionPageTests {

    private static final String CODE = "publicservice/beyond-boundary";
    private static final MeasureCode MEASURE = new MeasureCode("publicservice/reception");
    private static final UnitId WARD = UnitId.ofKey("commune-11593-c");
    private static final String SERIES = "/figures/" + CODE + "/series?unit=commune-11593-c&from=%s&to=%s";

    private final MockMvcTester pages;
    private final Administration administration;
    private final IndicatorCatalogue catalogue;
    private final Facts facts;
    private final More more;

    /** The rest of what these tests ask. */
    record More(JdbcClient database, TransactionTemplate transaction, Clock clock) {}

    VersionPageTests(
            MockMvcTester pages,
            Accounts accounts,
            IndicatorCatalogue catalogue,
            Facts facts,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.pages = pages;
        this.administration = new Administration(pages, accounts);
        this.catalogue = catalogue;
        this.facts = facts;
        this.more = new More(database, transaction, clock);
    }

    @BeforeEach
    void happen() {
        add(1);
    }

    @AfterEach
    void leaveTheCatalogueAsItIsShipped() {
        add(-1);
        more.database().sql("delete from indicator.draft_definition").update();
        more.database().sql("delete from indicator.declared_definition").update();
    }

    @Test
    void aDraftSaysWhatItMovesAndMovesNothingUntilItIsPublished() {
        assertThatPage(get("/admin/indicators"))
                .isVietnamese()
                .hasHeading("Cách tính chỉ số")
                .hasNoDuplicateIds();
        assertThatPage(get("/admin/indicators/edit?code=" + CODE))
                .has("select#above option[value='publicservice/reception:beyond'][selected]")
                .has("select#below option[value='publicservice/reception:received'][selected]")
                .hasNoDuplicateIds();
        assertThat(values()).containsExactly("25,0 %", "25,0 %");

        assertThat(post("/admin/indicators/edit", form(turn())))
                .hasRedirectedUrl("/admin/indicators/draft?code=" + CODE);
        assertThat(values()).containsExactly("25,0 %", "25,0 %");
        var shown = get("/admin/indicators/draft?code=" + CODE);
        assertThatPage(shown)
                .contains("Chuỗi số liệu sẽ có dấu ngắt ở ngày " + shown(turn()))
                .contains("Từ " + shown(newer().withDayOfMonth(1)))
                .contains("đơn vị có số khác")
                .doesNotContain("Từ " + shown(older().withDayOfMonth(1)))
                .hasNoDuplicateIds();

        assertThat(publish(shown)).hasRedirectedUrl("/admin/indicators?done=1");
        assertThat(values())
                .as("by the first, then by the second")
                .startsWith("25,0 %")
                .endsWith("50,0 %");
        assertThat(catalogue.versions(CODE))
                .extracting(Indicator::version, Indicator::validTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, turn()), org.assertj.core.groups.Tuple.tuple(2, null));
        assertThatPage(pages.get().uri(series(older())).exchange()).contains("Quyết định thử");
        assertThat(entries("indicator/version-published")).isPositive();
        assertThat(publish(shown)).as("nothing is left to publish").hasStatus(409);
    }

    @Test
    void publishesNothingThatWasNotShown() {
        post("/admin/indicators/edit", form(turn()));
        var shown = get("/admin/indicators/draft?code=" + CODE);
        post("/admin/indicators/edit", form(turn().plusDays(1)));

        var again = publish(shown);

        assertThat(again).hasStatus(409);
        assertThatPage(again).contains("Trong lúc bạn xem đã có thay đổi");
        assertThat(catalogue.versions(CODE)).hasSize(1);
        assertThat(post("/admin/indicators/draft/discard", Map.of("code", CODE)))
                .hasRedirectedUrl("/admin/indicators");
        assertThatPage(pages.get()
                        .uri("/admin/indicators/draft?code=" + CODE)
                        .with(SignedIn.as(administration.administrator()))
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .contains("This indicator has no draft.");
    }

    @Test
    void aVersionThatHasNotBegunGivesWayAndOneThatHasDoesNot() {
        var today = form(turn());
        post("/admin/indicators/edit", today);
        publish(get("/admin/indicators/draft?code=" + CODE));
        assertThatPage(post("/admin/indicators/edit", today)).hasErrorSummary("from");

        post("/admin/indicators/edit", form(LocalDate.of(2099, 1, 1)));
        publish(get("/admin/indicators/draft?code=" + CODE));
        var better = form(LocalDate.of(2099, 1, 1));
        better.put("name", "Tên khác");
        assertThat(post("/admin/indicators/edit", better)).hasStatus3xxRedirection();
        publish(get("/admin/indicators/draft?code=" + CODE));

        assertThat(catalogue.versions(CODE))
                .extracting(Indicator::version, version -> version.words().name())
                .contains(org.assertj.core.groups.Tuple.tuple(3, "Tên khác"))
                .hasSize(3);
    }

    @Test
    void whereThereIsNothingToDivideByTheRuleOfTheVersionHolds() {
        var none = series(newer());
        more.transaction().executeWithoutResult(status -> facts.add(fact("to-decide", newer(), 1)));
        try {
            add(-1);
            assertThatPage(pages.get().uri(none).exchange()).doesNotContain("100,0 %");

            post("/admin/indicators/edit", form(turn()));
            publish(get("/admin/indicators/draft?code=" + CODE));

            assertThatPage(pages.get().uri(none).exchange())
                    .contains("100,0 %")
                    .contains("Khi mẫu số bằng 0: Tính là đạt toàn bộ (100 %)");
        } finally {
            add(1);
            more.transaction().executeWithoutResult(status -> facts.add(fact("to-decide", newer(), -1)));
        }
    }

    @Test
    void asksForWhatIsMissingOrWrong() {
        assertThatPage(post("/admin/indicators/edit", Map.of("code", CODE, "from-day", "31", "from-month", "2")))
                .hasErrorSummary(
                        "from",
                        "above",
                        "name",
                        "name-en",
                        "meaning",
                        "meaning-en",
                        "unit",
                        "digits",
                        "better",
                        "changed",
                        "of-nothing",
                        "source",
                        "confidence");
        var wrong = form(LocalDate.of(2019, 1, 1));
        wrong.put("below", "casework/turnaround:closed");
        assertThatPage(post("/admin/indicators/edit", wrong)).hasErrorSummary("from", "below");
        assertThat(post("/admin/indicators/edit", Map.of("code", "nothing/like-it")))
                .hasStatus(404);
        assertThatPage(get("/admin/indicators/edit?code=publicservice/in-time")).contains("công thức giữ nguyên");
        assertThat(pages.get()
                        .uri("/admin/indicators")
                        .with(SignedIn.as(administration.account()))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void dividesCountsAndNoPercentiles() {
        var percentiles = form(turn());
        percentiles.put("above", "casework/turnaround:median-days");
        percentiles.put("below", "casework/turnaround:ninety-days");
        assertThatPage(post("/admin/indicators/edit", percentiles))
                .hasErrorSummary("above", "below")
                .contains("Số trung vị và phân vị không chia được");
        percentiles.put("below", "casework/turnaround:closed");
        assertThatPage(post("/admin/indicators/edit", percentiles)).hasErrorSummary("above");
        percentiles.put("above", "casework/turnaround:on-time");
        percentiles.put("below", "casework/turnaround:median-days");
        assertThatPage(post("/admin/indicators/edit", percentiles)).hasErrorSummary("below");

        percentiles.put("above", "casework/turnaround:median-days");
        percentiles.put("below", "");
        assertThat(post("/admin/indicators/edit", percentiles)).hasStatus3xxRedirection();
    }

    /** What was helped instead of what was received; all of it where there is nothing. */
    private static Map<String, String> form(LocalDate from) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("code", CODE),
                Map.entry("from-day", String.valueOf(from.getDayOfMonth())),
                Map.entry("from-month", String.valueOf(from.getMonthValue())),
                Map.entry("from-year", String.valueOf(from.getYear())),
                Map.entry("changed", "definition"),
                Map.entry("name", "Tên thử"),
                Map.entry("name-en", "Trial"),
                Map.entry("meaning", "Cách tính thử."),
                Map.entry("meaning-en", "A trial."),
                Map.entry("above", "publicservice/reception:beyond"),
                Map.entry("below", "publicservice/reception:helped"),
                Map.entry("of-nothing", "full"),
                Map.entry("unit", "percent"),
                Map.entry("digits", "1"),
                Map.entry("better", "neither"),
                Map.entry("source", "Quyết định thử"),
                Map.entry("confidence", "H")));
    }

    private LocalDate older() {
        return LocalDate.now(more.clock()).minusMonths(6).withDayOfMonth(5);
    }

    /** From here on the new version holds. */
    private LocalDate turn() {
        return LocalDate.now(more.clock()).minusMonths(3).withDayOfMonth(1);
    }

    private LocalDate newer() {
        return LocalDate.now(more.clock()).minusMonths(1).withDayOfMonth(10);
    }

    private static String shown(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    /** From the month of a day until the last month that has ended. */
    private String series(LocalDate from) {
        return SERIES.formatted(
                from.withDayOfMonth(1), newer().withDayOfMonth(1).plusMonths(1).minusDays(1));
    }

    private List<String> values() {
        return assertThatPage(pages.get().uri(series(older())).exchange())
                .document()
                .select("table.hd-table tbody td:nth-child(2)")
                .eachText()
                .stream()
                .filter(text -> text.endsWith("%"))
                .toList();
    }

    private void add(long sign) {
        more.transaction().executeWithoutResult(status -> {
            for (var day : List.of(older(), newer())) {
                facts.add(fact("received", day, 4 * sign));
                facts.add(fact("beyond", day, sign));
                facts.add(fact("helped", day, 2 * sign));
            }
        });
    }

    private static List<Fact> fact(String component, LocalDate day, long amount) {
        return List.of(new Fact(MEASURE, component, WARD, day, "counter", "", amount));
    }

    private long entries(String verb) {
        return more.database()
                .sql("select count(*) from journal.entry e where e.verb = :verb")
                .param("verb", verb)
                .query(Long.class)
                .single();
    }

    private MvcTestResult publish(MvcTestResult shown) {
        var token = Objects.requireNonNull(assertThatPage(shown).document().selectFirst("input[name=token]"))
                .val();
        return post("/admin/indicators/draft/publish", Map.of("code", CODE, "token", token));
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        return administration.post(path, form);
    }

    private MvcTestResult get(String path) {
        return administration.get(path);
    }
}

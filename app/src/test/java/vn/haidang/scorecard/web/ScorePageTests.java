package vn.haidang.scorecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** The score by Decision 766 of a ward, on the days of two versions of its rules. */
@WebTest
class ScorePageTests {

    private static final MeasureCode MEASURE = new MeasureCode("publicservice/dossiers");
    private static final MeasureCode PAPERS = new MeasureCode("publicservice/papers");
    private static final UnitId WARD = UnitId.ofKey("commune-11311-c");
    private static final String FIELD = "Hộ tịch|ONLINE";

    private final MockMvcTester pages;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    ScorePageTests(MockMvcTester pages, Facts facts, TransactionTemplate transaction, JdbcClient database) {
        this.pages = pages;
        this.facts = facts;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void happen() {
        add(1);
    }

    @AfterEach
    void takeBack() {
        add(-1);
    }

    /** Three of four in time: 15 of 20. */
    @Test
    void scoresOnTimeByTheRuleBefore2026() {
        assertThatPage(pages.get()
                        .uri("/score/766?year=2025&number=11&unit=commune-11311-c")
                        .exchange())
                .isVietnamese()
                .contains("75,0 %")
                .contains("15 / 20");
    }

    /** Three in time and one open within its time, of four done and two open: 4 of 6. */
    @Test
    void scoresOnTimeByTheRuleFrom2026() {
        assertThatPage(pages.get()
                        .uri("/score/766?year=2026&number=1&unit=commune-11311-c")
                        .exchange())
                .contains("66,7 %")
                .contains("13,33 / 20")
                .has("a[href*='component=done-early'][href*='unit=commune-11311-c']")
                .has("a[href*='component=late']");
    }

    /**
     * One of the three that were done in time was asked for more twice: by the portal 3 of 6, by the law 4 of 6. No source says which
     * rule the indicator follows.
     */
    @Test
    void whereMoreWasAskedAgainBothNumbersAreShownAndTheTotalIsARange() {
        Fact again = fact("done-asked-again", LocalDate.of(2026, 1, 10), 1);
        transaction.executeWithoutResult(status -> facts.add(List.of(again)));
        try {
            assertThatPage(pages.get()
                            .uri("/score/766?year=2026&number=1&unit=commune-11311-c")
                            .exchange())
                    .contains("66,7 %")
                    .contains("Theo cách kia: 50,0 % (3 / 6)")
                    .contains("10 – 13,33 / 20")
                    .contains("có hai cách tính mà nguồn không nói theo cách nào")
                    .has("a[href*='component=done-asked-again'][href*='unit=commune-11311-c']");
        } finally {
            transaction.executeWithoutResult(
                    status -> facts.add(List.of(fact("done-asked-again", LocalDate.of(2026, 1, 10), -1))));
        }
    }

    /** Of 20 points 13.33 were reached and 6.67 lost; what cannot be known here is not lost. */
    @Test
    void saysFirstWhereMostPointsAreLostAndWhatEachSectionComesTo() {
        var page = assertThatPage(pages.get()
                        .uri("/score/766?year=2026&number=1&unit=commune-11311-c")
                        .exchange())
                .contains("mất 6,67 điểm (được 13,33 trên 20)")
                .contains("được 13,33 trên 20 điểm tính được")
                .document();

        var lost = page.select("main ol.govuk-list--number li");
        assertThat(lost).hasSizeBetween(1, 5);
        for (var link : lost.select("a")) {
            assertThat(page.select("tr[id='" + link.attr("href").substring(1) + "']"))
                    .as("leads to its line")
                    .hasSize(1);
        }
        assertThat(page.select("details ol.govuk-list--number")).isEmpty();
    }

    /** Which rule holds for the period, and what it would be by the other one. */
    @Test
    void bothRulesOfOnTimeCanBeRead() {
        assertThatPage(pages.get()
                        .uri("/score/766?year=2026&number=1&unit=commune-11311-c")
                        .exchange())
                .contains("Có hai cách tính")
                .contains("Từ 01/01/2026: cách tính đang dùng cho kỳ này.")
                .contains("Từ 23/06/2022 đến hết 31/12/2025")
                .contains("Nếu tính kỳ này theo cách đó thì được 75,0 % (3 / 4).")
                .doesNotContain("Cách này bắt đầu giữa kỳ");
        assertThatPage(pages.get()
                        .uri("/score/766?policy=decree-09-2019&year=2026&number=1&unit=commune-11311-c")
                        .exchange())
                .contains("Cách này bắt đầu giữa kỳ");
    }

    @Test
    void countsPapersAndSaysOfEveryLineWhatIsKnownOfIt() throws Exception {
        assertThatPage(pages.get()
                        .uri("/score/766?year=2026&number=1&unit=commune-11311-c")
                        .exchange())
                .contains("40,0 %")
                .contains("2 / 4")
                .hasTag("đo được ở đây")
                .hasTag("không biết được ở đây")
                .hasTag("quy tắc chưa xác lập")
                .hasTag("không phải đo")
                .contains("Bộ chỉ số có 26 dòng")
                .has("select#unit option[value=commune-11311-c][selected]");
        assertThatPage(pages.get().uri("/score/766?year=2026&number=1").exchange())
                .has("select#unit option[value=city-31][selected]");
        String file = pages.get()
                .uri("/score/766.csv?year=2026&number=1&unit=commune-11311-c")
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().filter(line -> line.contains(",4-6,")).toList().getFirst())
                .as("given to communes, so it has its points")
                .contains(",2,2,");
    }

    /** Every line of the list is on the sheet, with the points the list gives. */
    @Test
    void theLinesAndPointsAreThoseOfTheList() {
        assertThat(database.sql("""
                        select i.metric || ' ' || coalesce(cast(i.points as text), '0')
                        from scorecard.item i
                        where i.sheet = '766' and i.validity @> date '2026-01-01' and i.metric is not null
                        order by i.ordinal
                        """).query(String.class).list())
                .containsExactly(
                        "PUBLISH_ON_TIME 6",
                        "PUBLIC_UPDATE_ON_TIME 4",
                        "PUBLIC_CONTENT_FULL 2",
                        "DOSSIER_SYNC 6",
                        "ORIGINAL_RESULT_AVAILABLE 6",
                        "SO_HOA_GIAY_TO_GIAI_QUYET 4",
                        "ELECTRONIC_CERTIFIED_COPY 2",
                        "REUSED_DIGITIZED_DATA 2",
                        "SYNCED_WITH_DVCQG_PERSONAL_STORAGE 4",
                        "CITIZEN_DATA_CONNECTED_DOSSIER 2",
                        "CITIZEN_DATA_CONNECTED_FORMALITY 2",
                        "PETITION_CLASSIFICATION_TTHC 0",
                        "PETITION_CLASSIFICATION_STAFF 0",
                        "PETITION_PROCESSING_ON_TIME 6",
                        "PETITION_HANDLING_SATISFACTION 6",
                        "DOSSIER_RECEIVING_SATISFACTION 6");
    }

    @Test
    void saysWhatCannotBeKnownWhatDoesNotApplyAndWhereARuleIsMissing() {
        assertThatPage(pages.get()
                        .uri("/score/766?year=2026&number=1&unit=commune-11311-c")
                        .exchange())
                .contains("Không áp dụng cho cấp xã, được tính điểm tối đa.")
                .contains("Chỉ Cổng Dịch vụ công quốc gia biết")
                .contains("quy tắc chưa xác lập")
                .contains(" – ");
        assertThatPage(pages.get().uri("/score/766?year=2024&number=1").exchange())
                .isVietnamese();
        assertThat(pages.get().uri("/score/999")).hasStatus(404);
    }

    @Test
    void opensTheCityDownToItsUnitsAndSpeaksEnglish() {
        assertThatPage(pages.get()
                        .uri("/score/766?year=2026&number=1")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .isEnglish()
                .contains("cannot")
                .has("a[href*='/score/766?unit=commune-11311-c']");
    }

    @Test
    void canBeTakenAlong() throws Exception {
        var file = pages.get()
                .uri("/score/766.csv?year=2026&number=1&unit=commune-11311-c")
                .exchange();

        assertThat(file).hasStatusOk();
        String text = file.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.contains(",2-1,")).toList().getFirst())
                .contains(",20,")
                .contains(",4,6,66.67,13.33,13.33,");
    }

    @Test
    void asksTheDatabaseNoMoreOftenWhenMoreUnitsAreScored() {
        var units = database.sql("""
                        select u.id from organization.pub_unit u
                        where u.tier = 'COMMUNE' and u.valid @> date '2026-01-01' order by u.key limit 30
                        """)
                .query((row, number) -> new UnitId(row.getObject("id", java.util.UUID.class)))
                .list();
        String address = "/score/766?year=2026&number=1";
        long few = statements(address);
        grow(units, 1);

        long many = statements(address);

        grow(units, -1);
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(16);
    }

    private long statements(String address) {
        return StatementCount.least(() -> pages.get().uri(address).exchange());
    }

    private void grow(List<UnitId> units, long sign) {
        transaction.executeWithoutResult(status -> facts.add(units.stream()
                .map(unit -> new Fact(MEASURE, "received", unit, LocalDate.of(2026, 1, 5), FIELD, "", sign))
                .toList()));
    }

    /** What a sheet shares out is what its sections and items have, on every day on which it holds. */
    @Test
    void pointsOfItemsAddUpToTheirSectionsAndTheseToTheSheet() {
        for (LocalDate day : List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1))) {
            assertThat(database.sql("""
                            select s.sheet || ' ' || s.code
                            from scorecard.section s
                              left join scorecard.item i on i.sheet = s.sheet and i.section = s.code and i.validity @> cast(:day as date)
                            group by s.sheet, s.code, s.points
                            having coalesce(sum(i.points), 0) <> s.points
                            """).param("day", day).query(String.class).list())
                    .isEmpty();
        }
        assertThat(database.sql("""
                        select t.code
                        from scorecard.sheet t join scorecard.section s on s.sheet = t.code
                        group by t.code, t.points
                        having sum(s.points) <> t.points
                        """).query(String.class).list()).isEmpty();
    }

    private void add(long sign) {
        List<Fact> all = new ArrayList<>();
        for (LocalDate month : List.of(LocalDate.of(2025, 11, 10), LocalDate.of(2026, 1, 10))) {
            all.add(fact("done-early", month, 2 * sign));
            all.add(fact("done-on-time", month, sign));
            all.add(fact("done-late", month, sign));
        }
        all.add(fact("open", LocalDate.of(2026, 1, 12), 2 * sign));
        all.add(new Fact(PAPERS, "on-paper", WARD, LocalDate.of(2026, 1, 12), "", "", 10 * sign));
        all.add(new Fact(PAPERS, "digitised", WARD, LocalDate.of(2026, 1, 12), "", "", 4 * sign));
        all.add(fact("late", LocalDate.of(2026, 1, 20), sign));
        transaction.executeWithoutResult(status -> facts.add(all));
    }

    private static Fact fact(String component, LocalDate day, long amount) {
        return new Fact(MEASURE, component, WARD, day, FIELD, "", amount);
    }
}

package vn.haidang.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.plan.Plan;
import vn.haidang.plan.PlanIndicator;
import vn.haidang.plan.Progress;
import vn.haidang.plan.Standing;
import vn.haidang.plan.Target;

@WebTest
class PlanPageTests {

    /** Documents, indicators, targets with their documents, published values, ends of tiers, figures, and who reads. */
    private static final int MOST_STATEMENTS = 12;

    private static final MeasureCode WORK_FILES = new MeasureCode("casework/work-file-online");

    private final MockMvcTester pages;
    private final Plan plan;
    private final Facts facts;
    private final Units units;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanPageTests(
            MockMvcTester pages, Plan plan, Facts facts, Units units, TransactionTemplate transaction, Clock clock) {
        this.pages = pages;
        this.plan = plan;
        this.facts = facts;
        this.units = units;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void showsWhatIsMeasuredWhatIsPublishedAndTheRules(String language) {
        var page = assertThatPage(get("/plan", language));

        page.has("a[href=/plan/digital-economy-share]")
                .has("#documents")
                .has(".hd-plan__rules dd")
                .contains("227/KH-UBND")
                .contains("29");
        if (language.equals("vi")) {
            page.hasHeading("Thành phố đang ở đâu so với kế hoạch")
                    .contains("Cấp đã kết thúc")
                    .contains("từ 01/01/2026 đến 02/03/2026")
                    .contains("Từ 90 % trở lên");
        }
    }

    /** A leader reads this on a phone at seven: nothing stands before what somebody must act on, and nothing hides it. */
    @Test
    void whatIsLateStandsFirstAndIsNeverFolded() {
        var page = assertThatPage(get("/plan", "vi")).document();
        var late = plan.progress().stream()
                .flatMap(each -> each.levels().stream()
                        .filter(level -> each.main(level).stream().anyMatch(Standing::alarming))
                        .map(level ->
                                "/plan/" + each.indicator().key() + (level == Target.Level.AREA ? "" : "#" + level)))
                .toList();

        assertThat(late).isNotEmpty();
        assertThat(page.select("section[aria-labelledby=late] a").eachAttr("href"))
                .containsExactlyElementsOf(late);
        assertThat(page.select("details #late")).isEmpty();
        assertThat(page.select("main h2").eachAttr("id").getFirst()).isEqualTo("late");
        assertThat(page.select("details a[href=/plan/digital-economy-share]"))
                .as("folded, yet there without a script")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyIndicatorHasItsPage(String language) {
        for (String key : plan.progress().stream()
                .map(Progress::indicator)
                .map(PlanIndicator::key)
                .toList()) {
            MvcTestResult result = get("/plan/" + key, language);

            assertThat(result).as(key).hasStatusOk();
            assertThatPage(result);
        }
    }

    @Test
    void laysTheTargetsOfAllDocumentsSideBySide() {
        assertThatPage(get("/plan/digital-economy-share", "vi"))
                .contains("Các văn bản đặt mức khác nhau")
                .contains("Từ 20 % trở lên")
                .contains("Từ 25 % trở lên")
                .contains("Từ 35 % trở lên")
                .contains("Kế hoạch 106/KH-UBND; doanhnghieptiepthi.vn, kinhtedothi.vn")
                .contains("Theo báo chí hoặc nguồn thứ hai")
                .contains("29,48 %")
                .hasTag("Chưa có số liệu");
    }

    @Test
    void aFinishedFileCountsOnTheNextRequestAndOpens() {
        LocalDate today = LocalDate.now(clock);
        UnitId commune = units.ofTier(Tier.COMMUNE, today).getLast().id();
        long before = counted();

        transaction.executeWithoutResult(status -> {
            facts.add(WORK_FILES, "numerator", commune, today, Facts.WHOLE, 1);
            facts.add(WORK_FILES, "denominator", commune, today, Facts.WHOLE, 1);
        });

        assertThat(counted()).isEqualTo(before + 1);
        assertThatPage(get("/plan/work-file-online", "vi"))
                .contains("mỗi hồ sơ dịch vụ công là một hồ sơ công việc của đơn vị có thẩm quyền")
                .contains("Phiên bản 1 của cách đếm")
                .has("#DISTRICT")
                .has("a[href*=/figures/casework/work-file-online?unit=city-31][href*=tier=COMMUNE]");
    }

    @Test
    void frontPageShowsWhereTheCityStands() {
        assertThatPage(get("/", "vi")).contains("Thành phố đang ở đâu").has("a[href=/plan]");
    }

    @Test
    void anUnknownIndicatorIsNotFound() {
        assertThat(get("/plan/no-such", "vi")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void asksTheDatabaseAFewTimesHoweverManyTargetsThereAre() {
        get("/plan", "vi");

        assertThat(statements(() -> get("/plan", "vi"))).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(statements(() -> get("/plan/work-file-online", "vi"))).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private long counted() {
        return plan.progress("work-file-online").orElseThrow().current().stream()
                .filter(value -> value.level() == vn.haidang.plan.Target.Level.COMMUNE)
                .mapToLong(value -> value.denominator())
                .sum();
    }

    private MvcTestResult get(String path, String language) {
        return pages.get().uri(path).cookie(new Cookie("language", language)).exchange();
    }

    private static List<String> statements(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(seen);
        String here = Thread.currentThread().getName();
        try {
            work.run();
        } finally {
            logger.detachAppender(seen);
            logger.setLevel(before);
        }
        return seen.list.stream()
                .filter(event -> event.getThreadName().equals(here))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement ["))
                .toList();
    }
}

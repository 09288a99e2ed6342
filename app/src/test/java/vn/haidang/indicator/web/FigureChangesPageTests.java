package vn.haidang.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.WebTest;
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.organization.UnitId;

/** Rule 11: an open page learns of news, on whatever node the news was made. */
@WebTest
class FigureChangesPageTests {

    private static final MeasureCode MEASURE = new MeasureCode("casework/work-file-online");
    private static final UnitId WARD = UnitId.ofKey("commune-11581-c");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 11);
    private static final Pattern EVENT = Pattern.compile("event:change\nid:(\\d+)\ndata:(\\d+)\n\n");

    private final MockMvcTester pages;
    private final Facts facts;
    private final Indicators indicators;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final AutowireCapableBeanFactory beans;

    FigureChangesPageTests(
            MockMvcTester pages,
            Facts facts,
            Indicators indicators,
            TransactionTemplate transaction,
            JdbcClient database,
            AutowireCapableBeanFactory beans) {
        this.pages = pages;
        this.facts = facts;
        this.indicators = indicators;
        this.transaction = transaction;
        this.database = database;
        this.beans = beans;
    }

    @Test
    void tellsAnOpenPageAfterAnActWasCommitted() {
        var page = pages.get().uri("/figures/changes?since=" + settled()).asyncExchange();
        assertThat(page.getResponse().getContentType()).startsWith("text/event-stream");
        assertThat(told(page)).isEmpty();

        var before = indicators.change();
        act(1);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !told(page).isEmpty());
        assertThat(told(page).getLast()).isGreaterThan(before);
        act(-1);
    }

    @Test
    void tellsAtOnceWhatChangedWhileThePageWasOnItsWay() {
        var since = settled();
        act(1);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> indicators.change() > since);

        var now = settled();
        var late = pages.get().uri("/figures/changes?since=" + since).asyncExchange();
        var again = pages.get()
                .uri("/figures/changes?since=0")
                .header("Last-Event-ID", now)
                .asyncExchange();

        assertThat(told(late)).containsExactly(now);
        assertThat(told(again)).as("it has heard of everything").isEmpty();
        act(-1);
    }

    @Test
    void tellsThePagesOfAnotherNodeWithinSeconds() {
        var other = beans.createBean(FigureChanges.class);
        other.start();
        try {
            var node = MockMvcTester.of(other);
            var page = node.get().uri("/figures/changes?since=" + settled()).asyncExchange();

            act(1);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !told(page).isEmpty());
            act(-1);
        } finally {
            other.stop();
        }
        assertThat(other.isRunning()).isFalse();
    }

    /** The change number once nothing waits to be folded. */
    private long settled() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.sql("select count(*) from indicator.delta")
                                .query(Long.class)
                                .single()
                        == 0);
        return indicators.change();
    }

    private void act(int sign) {
        transaction.executeWithoutResult(status -> facts.add(MEASURE, "denominator", WARD, DAY, Facts.WHOLE, sign));
    }

    private static List<Long> told(MvcTestResult page) {
        try {
            return EVENT.matcher(page.getResponse().getContentAsString())
                    .results()
                    .map((MatchResult event) -> Long.valueOf(event.group(1)))
                    .toList();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package vn.haidang.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.haidang.indicator.CsvFile;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Indicator.Better;
import vn.haidang.indicator.Indicator.Change;
import vn.haidang.indicator.Indicator.Combination;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Break;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.Series.Point;
import vn.haidang.indicator.Series.Quality;
import vn.haidang.indicator.Series.State;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.ReportingPeriod;

class FigurePicturesUnitTests {

    private static final Indicator SHARE = indicator(Better.HIGHER);

    @Test
    void aLineIsInterruptedWhereNothingIsKnownAndWhereTheSeriesBreaks() {
        var chart = Chart.of(series(List.of(), "10", "20", null, "30", "40", "50"), true);
        var broken = Chart.of(
                series(
                        List.of(new Break(LocalDate.of(2025, 5, 9), Break.Kind.UNITS, 3, 0)),
                        "10",
                        "20",
                        null,
                        "30",
                        "40",
                        "50"),
                true);

        assertThat(chart.lines()).hasSize(2);
        assertThat(chart.dots()).hasSize(5);
        assertThat(chart.breaks()).isEmpty();
        assertThat(broken.lines()).as("April stands alone").hasSize(2);
        assertThat(broken.lines().getLast().split(" ")).hasSize(2);
        assertThat(broken.breaks()).hasSize(1);
        assertThat(broken.breaks().getFirst().x())
                .isBetween(broken.dots().get(2).x(), broken.dots().get(3).x());
    }

    @Test
    void theNewestNumberIsComparedWithTheOneBeforeUnlessTheSeriesBreaksBetweenThem() {
        var april = new Break(LocalDate.of(2025, 4, 9), Break.Kind.UNITS, 3, 0);

        assertThat(values(series(List.of(), "10", null, "30", null))).containsExactly("10", "30");
        assertThat(values(series(List.of(april), "10", "20", "30", null, "50"))).containsExactly("50");
        assertThat(values(series(List.of(april), "10", "20", "30", null, "50", "60")))
                .as("broken before both")
                .containsExactly("50", "60");
        assertThat(values(series(List.of(april), "10", "20", null, "40"))).containsExactly("40");
        assertThat(values(series(List.of(), "10"))).containsExactly("10");
        assertThat(values(series(List.of(), null, null))).isEmpty();
    }

    private static List<String> values(Answer answer) {
        return answer.newest().stream()
                .map(point -> String.valueOf(point.value()))
                .toList();
    }

    @Test
    void equalNumbersHaveEqualRanksAndTheNextIsSkipped() {
        var ranking = Ranking.of(
                SHARE,
                List.of(
                        one("a", "50.04", State.KNOWN),
                        one("b", "80", State.KNOWN),
                        one("c", "50.01", State.KNOWN),
                        one("d", "99", State.PARTIAL),
                        one("e", null, State.KNOWN),
                        one("f", "20", State.WEIGHTED)));

        assertThat(ranking.places())
                .extracting(place -> place.answer().unit().key() + place.rank() + (place.tied() ? "=" : ""))
                .as("equal as they are shown; what is not known in full is not ranked")
                .containsExactly("b1", "a2=", "c2=", "f4", "d0", "e0");
        assertThat(Ranking.of(indicator(Better.LOWER), List.of(one("a", "3", State.KNOWN), one("b", "2", State.KNOWN)))
                        .places())
                .extracting(place -> place.answer().unit().key())
                .containsExactly("b", "a");
    }

    @Test
    void aLongRankingShowsTheOwnPlaceFirstThenHeadAndFoot() {
        var answers = new ArrayList<Answer>();
        for (var at = 0; at < 30; at++) {
            answers.add(one("u%02d".formatted(at), Integer.toString(99 - at), State.KNOWN));
        }
        answers.add(one("x", "100", State.PARTIAL));
        var ranking = Ranking.of(SHARE, answers);
        var mine = Set.of(UnitId.ofKey("u17"));

        var folded = ShownRanks.of(ranking, mine, Map.of());

        assertThat(keys(folded)).containsExactly("own u17", "head u00 u01 u02 u03 u04", "foot u25 u26 u27 u28 u29");
        assertThat(folded.ranked()).isEqualTo(30);
        assertThat(folded.unranked()).isEqualTo(1);
        assertThat(keys(ShownRanks.of(ranking, mine, Map.of("page", "2"))))
                .containsExactly("own u17", " u25 u26 u27 u28 u29 x");
        assertThat(keys(ShownRanks.of(ranking, mine, Map.of("q", "U2")))).hasSize(1);
        assertThat(keys(ShownRanks.of(ranking, Set.of(), Map.of("q", "nowhere"))))
                .isEmpty();
        assertThat(ShownRanks.of(ranking, mine, Map.of("all", "1"))
                        .groups()
                        .getFirst()
                        .places())
                .isEqualTo(ranking.places());
        assertThat(keys(ShownRanks.of(Ranking.of(SHARE, answers.subList(0, 3)), mine, Map.of())))
                .containsExactly(" u00 u01 u02");
        assertThat(keys(ShownRanks.of(Ranking.of(SHARE, answers.subList(22, 31)), mine, Map.of("page", "99"))))
                .as("nine are not long")
                .hasSize(1);
    }

    private static List<String> keys(ShownRanks ranks) {
        return ranks.groups().stream()
                .map(group -> group.code()
                        + group.places().stream()
                                .map(place -> " " + place.answer().unit().key())
                                .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void aCellThatASpreadsheetWouldCalculateIsMarkedAsText() {
        assertThat(List.of("=1+1", "+84", "-5", "@x", "\t=1", "\r=1"))
                .allSatisfy(text -> assertThat(CsvFile.harmless(text)).isEqualTo("'" + text));
        assertThat(CsvFile.harmless("a = b")).isEqualTo("a = b");
        assertThat(new String(
                        SheetFiles.csv(new Sheet(List.of("a"), List.of(List.of("=cmd()"))), List.of("=head")),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("'=cmd()", "'=head");
    }

    private static Answer series(List<Break> breaks, @Nullable String... values) {
        var points = new ArrayList<Point>();
        for (var at = 0; at < values.length; at++) {
            var first = LocalDate.of(2025, at + 1, 1);
            points.add(point(
                    new ReportingPeriod(
                            PeriodKind.MONTH,
                            2025,
                            at + 1,
                            first,
                            first.plusMonths(1).minusDays(1)),
                    values[at],
                    State.KNOWN));
        }
        var unit = unit("city");
        return new Answer(new Line(unit.id(), null, Basis.AS_IT_WAS), unit, List.of(unit), points, breaks);
    }

    private static Answer one(String key, @Nullable String value, State state) {
        var unit = unit(key);
        var whole = ReportingPeriod.free(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        return new Answer(
                new Line(unit.id(), null, Basis.AS_IT_WAS),
                unit,
                List.of(unit),
                List.of(point(whole, value, state)),
                List.of());
    }

    private static Point point(ReportingPeriod period, @Nullable String value, State state) {
        return new Point(period, state, Map.of(), value == null ? null : new BigDecimal(value), 1, Quality.NONE);
    }

    private static Unit unit(String key) {
        return new Unit(UnitId.ofKey(key), key, key, key, "ward", Tier.COMMUNE, null, LocalDate.of(2020, 2, 1), null);
    }

    private static Indicator indicator(Better better) {
        return new Indicator(
                "test/share",
                1,
                new Indicator.Words("", "", "", ""),
                new Combination.Ratio(new MeasureCode("test/share"), "a", "b"),
                "percent",
                1,
                better,
                Change.FIRST,
                Indicator.OfNothing.NO_VALUE,
                LocalDate.of(2020, 2, 1),
                null,
                "",
                "K");
    }
}

package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Series;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Break;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.Series.State;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.worktime.PeriodKind;

/** Series across the merger of 1/7/2025, by every kind of component and period. */
@ModuleTest
@Import(Tally.class)
class SeriesModuleTests extends SeriesGround {

    SeriesModuleTests(
            Series series,
            Indicators indicators,
            Tally tally,
            Folder folder,
            Units units,
            Reforms reforms,
            TransactionTemplate transaction,
            MovableClock clock,
            JdbcClient database) {
        super(series, indicators, tally, folder, units, reforms, transaction, clock, database);
    }

    @Test
    void everyPointIsWhatTheFigureOfItsDaysSays() {
        scatter(new Random(766), 300);
        folder.run();
        scatter(new Random(767), 300);
        var places = List.of(
                CITY, UnitId.ofKey("commune-10525-b"), UnitId.ofKey("commune-10525-c"), UnitId.ofKey("province-30"));
        var kinds = List.of(
                periods(calendar, PeriodKind.MONTH, 2024, 2025),
                periods(calendar, PeriodKind.QUARTER, 2024, 2025),
                periods(calendar, PeriodKind.NINE_MONTHS, 2024, 2025),
                periods(calendar, PeriodKind.YEAR, 2024, 2025),
                periods(decree, PeriodKind.MONTH, 2024, 2025),
                periods(decree, PeriodKind.QUARTER, 2024, 2025));
        for (var periods : kinds) {
            for (var basis : List.of(Basis.AS_IT_WAS, Basis.TODAY, Basis.GROUP)) {
                compare(COMPONENTS, places, basis, periods, null);
            }
        }
    }

    @Test
    void readsMonthsAsTheyWereKnownThoughMonthCellsKnowNoDay() {
        scatter(new Random(9), 200);
        folder.run();
        var then = LocalDate.now(clock);
        var periods = periods(calendar, PeriodKind.MONTH, 2024, 2025);
        var known = values("tally/sum", CITY, Basis.TODAY, periods, null);
        clock.moveBy(Duration.ofDays(40));
        transaction.executeWithoutResult(status -> {
            for (var entry : List.copyOf(entries.subList(0, 50))) {
                tally.remove(entry);
                entries.remove(entry);
            }
        });
        scatter(new Random(10), 100);
        folder.run();

        assertThat(values("tally/sum", CITY, Basis.TODAY, periods, null)).isNotEqualTo(known);
        assertThat(values("tally/sum", CITY, Basis.TODAY, periods, then)).isEqualTo(known);
        compare(COMPONENTS.subList(0, 5), List.of(CITY), Basis.TODAY, periods, then);
    }

    @Test
    void thereAre67GroupsAcrossTheMergerAndTheyLoseNothing() {
        var old = units.ofTier(Tier.COMMUNE, BEFORE);
        var lived = Stream.concat(old.stream(), units.ofTier(Tier.DISTRICT, BEFORE).stream())
                .map(Unit::id)
                .collect(Collectors.toSet());
        var today = units.ofTier(Tier.COMMUNE, LocalDate.now(clock));
        transaction.executeWithoutResult(status -> {
            IntStream.range(0, old.size()).forEach(at -> record(old.get(at).id(), BEFORE, 1 + at % 7));
            IntStream.range(0, today.size()).forEach(at -> record(today.get(at).id(), AFTER, 1 + at % 5));
        });
        var groups = today.stream()
                .collect(Collectors.groupingBy(unit ->
                        units.comparableWith(unit.id()).stream().map(Unit::id).collect(Collectors.toSet())));
        var lines = groups.values().stream()
                .map(group -> new Line(group.getFirst().id(), null, Basis.GROUP))
                .toList();
        var months = List.of(calendar.period(PeriodKind.MONTH, 2025, 6), calendar.period(PeriodKind.MONTH, 2025, 7));

        var answers = series.read(new Series.Question("tally/sum", lines, months, null, null));

        assertThat(answers).hasSize(67);
        for (var answer : answers) {
            var members = groups.entrySet().stream()
                    .filter(group -> group.getValue().contains(answer.unit()))
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.ground()).containsExactlyInAnyOrderElementsOf(members.getValue());
            assertThat(number(answer, 1)).isEqualTo(sum(members.getKey(), AFTER));
            var recorded = sum(members.getKey(), BEFORE);
            var june = answer.points().getFirst();
            var here = members.getKey().stream().filter(lived::contains).count();
            var elsewhere = members.getKey().stream()
                    .filter(id -> units.get(id).livesOn(BEFORE) && !lived.contains(id))
                    .count();
            if (here == 0) {
                assertThat(june.state())
                        .as("what was not recorded here is no data, not zero")
                        .isEqualTo(State.NO_DATA);
            } else {
                assertThat(june.state()).isEqualTo(elsewhere == 0 ? State.KNOWN : State.PARTIAL);
                assertThat(number(answer, 0)).as(answer.toString()).isEqualTo(recorded);
            }
            assertThat(answer.breaks())
                    .containsExactlyElementsOf(
                            elsewhere == 0
                                    ? List.of()
                                    : List.of(new Break(MERGER, Break.Kind.RECORDING, (int) elsewhere, 0)));
        }
        assertThat(answers.stream()
                        .filter(answer -> answer.points().getFirst().told())
                        .mapToLong(answer -> number(answer, 0))
                        .sum())
                .isEqualTo(sum(old.stream().map(Unit::id).collect(Collectors.toSet()), BEFORE));
        var city = read("tally/sum", CITY, Basis.TODAY, months, null);
        assertThat(number(city, 0)).isEqualTo(sum(old.stream().map(Unit::id).collect(Collectors.toSet()), BEFORE));
        assertThat(city.points().getFirst().state()).isEqualTo(State.PARTIAL);
        assertThat(city.points().getFirst().quality().recorded()).isEqualTo(167);
        assertThat(city.points().getLast().state()).isEqualTo(State.KNOWN);
        assertThat(city.points().getLast().quality().living()).isEqualTo(114);
        assertThat(city.points().getLast().quality().reporting()).isEqualTo(114);
    }

    @Test
    void dividesAUnitOnlyByDeclaredWeights() {
        var split = units.ofTier(Tier.COMMUNE, BEFORE).stream()
                .filter(unit ->
                        units.continuedBy(unit.id(), LocalDate.now(clock)).size() == 2)
                .findFirst()
                .orElseThrow();
        var parts = units.continuedBy(split.id(), LocalDate.now(clock));
        var one = parts.getFirst().unit().id();
        var other = parts.getLast().unit().id();
        var june = List.of(calendar.period(PeriodKind.MONTH, 2025, 6), calendar.period(PeriodKind.MONTH, 2025, 7));
        transaction.executeWithoutResult(status -> record(split.id(), BEFORE, 8));

        assertThat(state("tally/sum", one, Basis.TODAY, june)).isEqualTo(State.NOT_ESTABLISHED);
        assertThat(state("tally/sum", one, Basis.WEIGHTED, june)).isEqualTo(State.NOT_ESTABLISHED);
        assertThat(number(read("tally/sum", one, Basis.GROUP, june, null), 0)).isEqualTo(8);
        transaction.executeWithoutResult(status -> {
            units.ofTier(Tier.COMMUNE, BEFORE).stream()
                    .filter(unit -> divided(unit, Set.of(one, other)))
                    .forEach(unit -> reforms.weigh(weights(unit, one), Actor.SYSTEM));

            var weighted =
                    read("tally/sum", one, Basis.WEIGHTED, june, null).points().getFirst();
            assertThat(weighted.state()).isEqualTo(State.WEIGHTED);
            assertThat(weighted.value()).isEqualByComparingTo("6");
            assertThat(state("tally/sum", one, Basis.TODAY, june)).isEqualTo(State.NOT_ESTABLISHED);
            assertThat(state("tally/any", one, Basis.WEIGHTED, june))
                    .as("members cannot be divided")
                    .isEqualTo(State.NOT_ESTABLISHED);
            status.setRollbackOnly();
        });
    }

    @Test
    void breaksExactlyWhereTheGroundChanges() {
        var months = periods(calendar, PeriodKind.MONTH, 2024, 2025);

        var city = read("tally/sum", CITY, Basis.AS_IT_WAS, months, null);
        var ended = read("tally/sum", UnitId.ofKey("commune-10525-b"), Basis.AS_IT_WAS, months, null);

        assertThat(city.breaks())
                .as("the mergers of 1/1/2025 stayed within the city")
                .extracting(Break::on, Break::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(MERGER, Break.Kind.UNITS));
        assertThat(months.stream()
                        .filter(month -> !city.breaksIn(month).isEmpty())
                        .toList())
                .containsExactly(calendar.period(PeriodKind.MONTH, 2025, 7));
        assertThat(ended.breaks())
                .as("what ends does not break")
                .noneMatch(each -> each.on().equals(MERGER));
        assertThat(ended.points().getLast().state()).isEqualTo(State.NO_UNIT);
        assertThat(ended.points().getFirst().state())
                .as("then under another province")
                .isEqualTo(State.NO_DATA);
        var windows = periods(decree, PeriodKind.MONTH, 2025, 2025);
        assertThat(windows.stream()
                        .filter(window -> !read("tally/sum", CITY, Basis.AS_IT_WAS, windows, null)
                                .breaksIn(window)
                                .isEmpty())
                        .toList())
                .as("a window that began before the day it breaks on")
                .containsExactly(decree.period(PeriodKind.MONTH, 2025, 7));
    }

    @Test
    void breaksWhereTheDefinitionChangesUnlessTheOldDaysWereCountedAnew() {
        var months = periods(calendar, PeriodKind.MONTH, 2025, 2025);

        var share = read("tally/share", UnitId.ofKey("commune-10525-c"), Basis.AS_IT_WAS, months, null);

        assertThat(share.breaks())
                .containsExactly(
                        new Break(LocalDate.of(2025, 5, 15), Break.Kind.DEFINITION, 0, 2),
                        new Break(LocalDate.of(2025, 10, 1), Break.Kind.RULE, 0, 4));
        assertThat(share.points())
                .extracting(Series.Point::version)
                .containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4);
    }

    @Test
    void anIndexIsAFormulaOverTheIndicatorsOfItsTime() {
        transaction.executeWithoutResult(status -> {
            record(CITY, AFTER, 10);
            record(CITY, AFTER, 20);
        });
        var july = List.of(calendar.period(PeriodKind.MONTH, 2025, 7));

        var index =
                read("tally/index", CITY, Basis.AS_IT_WAS, july, null).points().getFirst();

        var stock = read("tally/stock", CITY, Basis.AS_IT_WAS, july, null)
                .points()
                .getFirst()
                .value();
        assertThat(index.value())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(60).add(Objects.requireNonNull(stock).divide(BigDecimal.valueOf(4))));
    }

    @Test
    void tellsHowManyFactsBecameKnownAfterTheirMonth() {
        var day = LocalDate.now(clock).minusMonths(2);
        transaction.executeWithoutResult(status -> {
            record(UnitId.ofKey("commune-10525-c"), day, 3);
            record(UnitId.ofKey("commune-10525-c"), LocalDate.now(clock), 5);
        });
        var periods = List.of(
                calendar.containing(PeriodKind.MONTH, day).orElseThrow(),
                calendar.containing(PeriodKind.MONTH, LocalDate.now(clock)).orElseThrow());

        var points = read("tally/sum", UnitId.ofKey("commune-10525-c"), Basis.AS_IT_WAS, periods, null)
                .points();

        assertThat(points.getFirst().quality().late()).isEqualTo(3);
        assertThat(points.getLast().quality().late()).isZero();
        folder.run();
        assertThat(read("tally/sum", UnitId.ofKey("commune-10525-c"), Basis.AS_IT_WAS, periods, null)
                        .points()
                        .getFirst()
                        .quality()
                        .late())
                .as("folded or not")
                .isEqualTo(3);
    }
}

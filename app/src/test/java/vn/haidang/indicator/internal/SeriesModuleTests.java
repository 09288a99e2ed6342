package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Series;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Break;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.Series.State;
import vn.haidang.indicator.UnitScope;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.Weighting;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;
import vn.haidang.worktime.ReportingPeriod;

/** Series across the merger of 1/7/2025, by every kind of component and period. */
@ModuleTest
@Import(Tally.class)
class SeriesModuleTests {

    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 16);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 2);
    private static final List<String> COMPONENTS =
            List.of(Tally.SUM, Tally.STOCK, Tally.ANY, Tally.BOTH, Tally.MEDIAN, Tally.LATEST);
    private static final UnitId CITY = UnitId.ofKey("city-31");

    private final Series series;
    private final Indicators indicators;
    private final Tally tally;
    private final Folder folder;
    private final Units units;
    private final Reforms reforms;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final JdbcClient database;
    private final PeriodPolicy calendar = closing(31);
    private final PeriodPolicy decree = closing(14);
    private final List<Tally.Entry> entries = new ArrayList<>();

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
        this.series = series;
        this.indicators = indicators;
        this.tally = tally;
        this.folder = folder;
        this.units = units;
        this.reforms = reforms;
        this.transaction = transaction;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void defines() {
        for (var component : List.of(Tally.SUM, Tally.STOCK, Tally.ANY, Tally.BOTH, Tally.LATEST, Tally.MEDIAN)) {
            define("tally/" + component, 1, "amount", Tally.CODE.value(), component, null, "first", "2020-01-01", null);
        }
        define("tally/share", 1, "ratio", Tally.CODE.value(), "any/sum", null, "first", "2020-01-01", "2025-05-15");
        define(
                "tally/share",
                2,
                "ratio",
                Tally.CODE.value(),
                "any/sum",
                null,
                "definition",
                "2025-05-15",
                "2025-09-01");
        define("tally/share", 3, "ratio", Tally.CODE.value(), "any/sum", null, "restated", "2025-09-01", "2025-10-01");
        define("tally/share", 4, "ratio", Tally.CODE.value(), "any/stock", null, "rule", "2025-10-01", null);
        define(
                "tally/index",
                1,
                "index",
                null,
                "a=tally/sum b=tally/stock",
                "2 * a + b / 4",
                "first",
                "2020-01-01",
                null);
    }

    @AfterEach
    void leavesNothing() {
        transaction.executeWithoutResult(status -> entries.forEach(tally::remove));
        database.sql("delete from indicator.definition where code like 'tally/%'")
                .update();
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
        var lived = new ArrayList<>(old);
        lived.addAll(units.ofTier(Tier.DISTRICT, BEFORE));
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
            if (lived.stream().noneMatch(unit -> members.getKey().contains(unit.id()))) {
                assertThat(answer.points().getFirst().state())
                        .as("what was not recorded here is no data, not zero")
                        .isEqualTo(State.NO_DATA);
                assertThat(answer.breaks())
                        .containsExactly(new Break(
                                MERGER,
                                Break.Kind.RECORDING,
                                answer.breaks().getFirst().units(),
                                0));
            } else {
                assertThat(number(answer, 0)).isEqualTo(recorded);
                assertThat(answer.breaks()).isEmpty();
            }
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
        folder.run();
        var periods = List.of(
                calendar.containing(PeriodKind.MONTH, day).orElseThrow(),
                calendar.containing(PeriodKind.MONTH, LocalDate.now(clock)).orElseThrow());

        var points = read("tally/sum", UnitId.ofKey("commune-10525-c"), Basis.AS_IT_WAS, periods, null)
                .points();

        assertThat(points.getFirst().quality().late()).isEqualTo(3);
        assertThat(points.getLast().quality().late()).isZero();
    }

    private void compare(
            List<String> components,
            List<UnitId> places,
            Basis basis,
            List<ReportingPeriod> periods,
            @Nullable LocalDate knownOn) {
        var tree = UnitScope.Tree.valueOf(basis.name());
        var lines = places.stream().map(unit -> new Line(unit, null, basis)).toList();
        var questions = new ArrayList<Indicators.Question>();
        for (var unit : places) {
            for (var period : periods) {
                questions.add(new Indicators.Question(
                        "q",
                        Tally.CODE,
                        new UnitScope(unit, null, tree),
                        new DayRange(period.first(), period.last()),
                        knownOn));
            }
        }
        var figures = indicators.read(questions);
        for (var component : components) {
            var answers = series.read(new Series.Question("tally/" + component, lines, periods, null, knownOn));
            for (var line = 0; line < lines.size(); line++) {
                for (var period = 0; period < periods.size(); period++) {
                    var point = answers.get(line).points().get(period);
                    if (Set.of(State.KNOWN, State.PARTIAL).contains(point.state())) {
                        var figure = figures.get(line * periods.size() + period).component(component);
                        assertThat(point.components().getOrDefault(component, BigDecimal.ZERO))
                                .as("%s %s %s %s", component, lines.get(line), periods.get(period), point.state())
                                .isEqualByComparingTo(BigDecimal.valueOf(figure));
                    }
                }
            }
        }
    }

    private List<@Nullable BigDecimal> values(
            String indicator, UnitId unit, Basis basis, List<ReportingPeriod> periods, @Nullable LocalDate knownOn) {
        var values = new ArrayList<@Nullable BigDecimal>();
        read(indicator, unit, basis, periods, knownOn).points().forEach(point -> values.add(point.value()));
        return values;
    }

    private Answer read(
            String indicator, UnitId unit, Basis basis, List<ReportingPeriod> periods, @Nullable LocalDate knownOn) {
        return series.read(new Series.Question(indicator, List.of(new Line(unit, null, basis)), periods, null, knownOn))
                .getFirst();
    }

    private State state(String indicator, UnitId unit, Basis basis, List<ReportingPeriod> periods) {
        return read(indicator, unit, basis, periods, null).points().getFirst().state();
    }

    private static long number(Answer answer, int period) {
        return Objects.requireNonNull(answer.points().get(period).value()).longValueExact();
    }

    private static PeriodPolicy closing(int day) {
        return new PeriodPolicy(
                "closing-" + day,
                "",
                "",
                java.util.Arrays.stream(PeriodKind.values()).collect(Collectors.toMap(kind -> kind, kind -> day)));
    }

    private static List<ReportingPeriod> periods(PeriodPolicy policy, PeriodKind kind, int from, int to) {
        var periods = new ArrayList<ReportingPeriod>();
        for (var year = from; year <= to; year++) {
            for (var number = 1; number <= kind.perYear(); number++) {
                periods.add(policy.period(kind, year, number));
            }
        }
        return periods;
    }

    private long sum(Set<UnitId> members, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.day().equals(day) && members.contains(entry.unit()))
                .mapToLong(Tally.Entry::amount)
                .sum();
    }

    private boolean divided(Unit unit, Set<UnitId> among) {
        var parts = units.continuedBy(unit.id(), LocalDate.now(clock));
        return parts.size() > 1
                && parts.stream().anyMatch(part -> among.contains(part.unit().id()));
    }

    /** Three quarters to one, or equal parts where it is not among them. */
    private Weighting weights(Unit unit, UnitId one) {
        var parts = units.continuedBy(unit.id(), LocalDate.now(clock));
        Map<UnitId, BigDecimal> shares = new HashMap<>();
        var left = BigDecimal.ONE;
        for (var part : parts) {
            var last = shares.size() == parts.size() - 1;
            var rest = new BigDecimal(parts.size() == 2 ? "0.25" : "0.1");
            var share = last ? left : part.unit().id().equals(one) ? new BigDecimal("0.75") : rest;
            shares.put(part.unit().id(), share);
            left = left.subtract(share);
        }
        return new Weighting(unit.id(), shares, "population", "a count of the test");
    }

    private void scatter(Random random, int how) {
        var places = new ArrayList<UnitId>(List.of(CITY));
        for (var key : List.of("commune-10525-b", "commune-10525-c", "commune-10528-b", "commune-11581-c")) {
            places.add(UnitId.ofKey(key));
        }
        units.ofTier(Tier.COMMUNE, BEFORE).stream().limit(9).map(Unit::id).forEach(places::add);
        units.ofTier(Tier.DISTRICT, BEFORE).stream().limit(3).map(Unit::id).forEach(places::add);
        var devices = List.of("phone", "desktop", "tablet");
        transaction.executeWithoutResult(status -> {
            for (var i = 0; i < how; i++) {
                var unit = units.get(places.get(random.nextInt(places.size())));
                var day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(730));
                if (unit.livesOn(day)) {
                    record(new Tally.Entry(
                            UUID.randomUUID(),
                            unit.id(),
                            day,
                            devices.get(random.nextInt(3)),
                            "m" + random.nextInt(12),
                            1 + random.nextInt(9)));
                }
            }
        });
    }

    private void record(UnitId unit, LocalDate day, long amount) {
        record(new Tally.Entry(UUID.randomUUID(), unit, day, "phone", "m" + amount, amount));
    }

    private void record(Tally.Entry entry) {
        tally.record(entry);
        entries.add(entry);
    }

    private void define(
            String code,
            int version,
            String combine,
            @Nullable String measure,
            String parts,
            @Nullable String formula,
            String changed,
            String from,
            @Nullable String to) {
        database.sql("""
                insert into indicator.definition (
                  code, version, position, name, name_en, meaning, meaning_en, combine, measure, parts, formula, unit, digits, better,
                  changed, valid, source, confidence)
                values (
                  :code, :version, 0, :code, :code, '', '', :combine, :measure, :parts, :formula, 'number', 0, 'neither', :changed,
                  daterange(cast(:from as date), cast(:to as date)), 'test', 'K')
                """)
                .param("code", code)
                .param("version", version)
                .param("combine", combine)
                .param("measure", measure, java.sql.Types.VARCHAR)
                .param("parts", parts)
                .param("formula", formula, java.sql.Types.VARCHAR)
                .param("changed", changed)
                .param("from", from)
                .param("to", to, java.sql.Types.VARCHAR)
                .update();
    }
}

package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.MovableClock;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Series;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.indicator.Series.Line;
import vn.haidang.indicator.Series.State;
import vn.haidang.indicator.UnitScope;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.Weighting;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;
import vn.haidang.worktime.ReportingPeriod;

/** What the tests of series stand on: definitions of every kind over the made-up tally, and what was recorded of it. */
abstract class SeriesGround {

    static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    static final LocalDate BEFORE = LocalDate.of(2025, 6, 16);
    static final LocalDate AFTER = LocalDate.of(2025, 7, 2);
    static final List<String> COMPONENTS =
            List.of(Tally.SUM, Tally.STOCK, Tally.ANY, Tally.BOTH, Tally.MEDIAN, Tally.LATEST);
    static final UnitId CITY = UnitId.ofKey("city-31");

    final Series series;
    final Indicators indicators;
    final Tally tally;
    final Folder folder;
    final Units units;
    final Reforms reforms;
    final TransactionTemplate transaction;
    final MovableClock clock;
    final JdbcClient database;
    final PeriodPolicy calendar = closing(31);
    final PeriodPolicy decree = closing(14);
    final List<Tally.Entry> entries = new ArrayList<>();

    SeriesGround(
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
    void defines() throws SQLException {
        tally.forget();
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
    void leavesNothing() throws SQLException {
        tally.forget();
        entries.clear();
        database.sql("delete from indicator.definition where code like 'tally/%'")
                .update();
    }

    void compare(
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

    List<@Nullable BigDecimal> values(
            String indicator, UnitId unit, Basis basis, List<ReportingPeriod> periods, @Nullable LocalDate knownOn) {
        var values = new ArrayList<@Nullable BigDecimal>();
        read(indicator, unit, basis, periods, knownOn).points().forEach(point -> values.add(point.value()));
        return values;
    }

    Answer read(
            String indicator, UnitId unit, Basis basis, List<ReportingPeriod> periods, @Nullable LocalDate knownOn) {
        return series.read(new Series.Question(indicator, List.of(new Line(unit, null, basis)), periods, null, knownOn))
                .getFirst();
    }

    State state(String indicator, UnitId unit, Basis basis, List<ReportingPeriod> periods) {
        return read(indicator, unit, basis, periods, null).points().getFirst().state();
    }

    static long number(Answer answer, int period) {
        return Objects.requireNonNull(answer.points().get(period).value()).longValueExact();
    }

    static PeriodPolicy closing(int day) {
        return new PeriodPolicy(
                "closing-" + day,
                "",
                "",
                java.util.Arrays.stream(PeriodKind.values()).collect(Collectors.toMap(kind -> kind, kind -> day)));
    }

    static List<ReportingPeriod> periods(PeriodPolicy policy, PeriodKind kind, int from, int to) {
        var periods = new ArrayList<ReportingPeriod>();
        for (var year = from; year <= to; year++) {
            for (var number = 1; number <= kind.perYear(); number++) {
                periods.add(policy.period(kind, year, number));
            }
        }
        return periods;
    }

    long sum(Set<UnitId> members, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.day().equals(day) && members.contains(entry.unit()))
                .mapToLong(Tally.Entry::amount)
                .sum();
    }

    boolean divided(Unit unit, Set<UnitId> among) {
        var parts = units.continuedBy(unit.id(), LocalDate.now(clock));
        return parts.size() > 1
                && parts.stream().anyMatch(part -> among.contains(part.unit().id()));
    }

    /** Three quarters to one, or equal parts where it is not among them. */
    Weighting weights(Unit unit, UnitId one) {
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

    void scatter(Random random, int how) {
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

    void record(UnitId unit, LocalDate day, long amount) {
        record(new Tally.Entry(UUID.randomUUID(), unit, day, "phone", "m" + amount, amount));
    }

    void record(Tally.Entry entry) {
        tally.record(entry);
        entries.add(entry);
    }

    void define(
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

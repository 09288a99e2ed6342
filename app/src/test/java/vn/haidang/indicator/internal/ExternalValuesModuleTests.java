package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.ExternalValues;
import vn.haidang.indicator.ExternalValues.Adding;
import vn.haidang.indicator.ExternalValues.Question;
import vn.haidang.indicator.ExternalValues.Recorded;
import vn.haidang.indicator.ExternalValues.Total;
import vn.haidang.indicator.ExternalValues.Value;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;

/** Rule 10: what others reported, by version, added when read as figures are. */
@ModuleTest
@Import(Tally.class)
class ExternalValuesModuleTests {

    private static final UnitId CITY = FiguresModuleTests.CITY;
    private static final UnitId OLD_WARD = FiguresModuleTests.OLD_WARD;
    private static final UnitId NEW_WARD = FiguresModuleTests.NEW_WARD;
    private static final UnitId SPLIT_WARD = FiguresModuleTests.SPLIT_WARD;
    private static final UnitId PART_WARD = FiguresModuleTests.PART_WARD;
    private static final UnitId PROVINCE = FiguresModuleTests.PROVINCE;

    private static final DayRange YEAR_2024 = days("2024-01", "2024-12");
    private static final DayRange YEAR_2025 = days("2025-01", "2025-12");
    private static final DayRange LONG = days("2024-01", "2025-12");

    private final ExternalValues values;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final DataSource source;

    private String indicator = "";

    ExternalValuesModuleTests(
            ExternalValues values, TransactionTemplate transaction, MovableClock clock, DataSource source) {
        this.values = values;
        this.transaction = transaction;
        this.clock = clock;
        this.source = source;
    }

    @BeforeEach
    void reportsOnAnIndicatorOfItsOwn() {
        indicator = "test/" + UUID.randomUUID();
    }

    @Test
    void keepsEveryVersionAndReadsTheLatestOrTheOneKnownThen() {
        var today = LocalDate.now(clock);
        report(NEW_WARD, YEAR_2025, "7");
        report(NEW_WARD, YEAR_2025, "7");
        clock.moveBy(Duration.ofDays(2));
        report(NEW_WARD, YEAR_2025, "9");

        assertThat(values.read(List.of(indicator)))
                .extracting(Recorded::version, each -> each.value().value().intValue(), Recorded::recordedOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 9, today.plusDays(2)));
        assertThat(sum(NEW_WARD, Tree.AS_IT_WAS)).isEqualByComparingTo("9");
        assertThat(total(question(Adding.SUM, NEW_WARD, null, Tree.AS_IT_WAS, LONG, today))
                        .value())
                .isEqualByComparingTo("7");
        assertThat(total(question(Adding.SUM, NEW_WARD, null, Tree.AS_IT_WAS, LONG, today.minusDays(1)))
                        .value())
                .isNull();
    }

    @Test
    void takesBackWhatIsNoLongerSaidAndKeepsThatItWasSaid() {
        var today = LocalDate.now(clock);
        act(() -> values.replace(
                List.of(indicator), List.of(value(NEW_WARD, YEAR_2024, "5"), value(NEW_WARD, YEAR_2025, "7"))));
        clock.moveBy(Duration.ofDays(1));
        act(() -> values.replace(List.of(indicator), List.of(value(NEW_WARD, YEAR_2025, "7"))));
        act(() -> values.replace(List.of(indicator), List.of(value(NEW_WARD, YEAR_2025, "7"))));

        assertThat(values.read(List.of(indicator))).hasSize(1);
        assertThat(sum(NEW_WARD, Tree.TODAY)).isEqualByComparingTo("7");
        assertThat(total(question(Adding.SUM, NEW_WARD, null, Tree.TODAY, LONG, today))
                        .value())
                .isEqualByComparingTo("12");
        act(() -> values.replace(
                List.of(indicator), List.of(value(NEW_WARD, YEAR_2024, "5"), value(NEW_WARD, YEAR_2025, "7"))));
        assertThat(values.read(List.of(indicator)))
                .extracting(Recorded::version)
                .containsExactly(1, 3);
    }

    @Test
    void addsAUnitAndThoseUnderItAsTheTreeStoodOrOnTheUnitsOfToday() {
        report(OLD_WARD, days("2025-01", "2025-06"), "5");
        report(NEW_WARD, days("2025-07", "2025-12"), "7");
        report(SPLIT_WARD, days("2025-01", "2025-06"), "11");

        assertThat(sum(NEW_WARD, Tree.AS_IT_WAS)).isEqualByComparingTo("7");
        assertThat(sum(NEW_WARD, Tree.TODAY)).isEqualByComparingTo("12");
        assertThat(sum(CITY, Tree.AS_IT_WAS)).as("then under Hải Dương").isEqualByComparingTo("7");
        assertThat(sum(PROVINCE, Tree.AS_IT_WAS)).isEqualByComparingTo("16");
        assertThat(sum(PART_WARD, Tree.TODAY)).as("a part is never divided").isNull();
        assertThat(sum(CITY, Tree.TODAY)).isEqualByComparingTo("23");
        assertThat(total(question(Adding.SUM, CITY, Tier.COMMUNE, Tree.TODAY, LONG, null)))
                .returns(3, Total::units)
                .returns(LocalDate.of(2025, 12, 31), Total::upTo);
        assertThat(total(question(Adding.SUM, PROVINCE, Tier.DISTRICT, Tree.AS_IT_WAS, LONG, null))
                        .value())
                .isNull();
    }

    @Test
    void countsAYearReportedByAUnitThatEndedInItWhereTheUnitStoodLast() {
        report(OLD_WARD, YEAR_2025, "5");

        assertThat(sum(PROVINCE, Tree.AS_IT_WAS)).isEqualByComparingTo("5");
        assertThat(sum(CITY, Tree.AS_IT_WAS)).isNull();
        assertThat(sum(CITY, Tree.TODAY)).isEqualByComparingTo("5");
    }

    @Test
    void addsThePeriodsWithinTheDaysAndNoneTwice() {
        report(NEW_WARD, days("2025-07", "2025-07"), "1");
        report(NEW_WARD, days("2025-08", "2025-08"), "2");
        report(NEW_WARD, days("2025-07", "2025-09"), "6");
        report(NEW_WARD, days("2025-10", "2025-10"), "10");

        assertThat(sum(NEW_WARD, Tree.AS_IT_WAS))
                .as("the quarter contains its months")
                .isEqualByComparingTo("16");
        assertThat(total(question(Adding.SUM, NEW_WARD, null, Tree.AS_IT_WAS, days("2025-07", "2025-08"), null))
                        .value())
                .isEqualByComparingTo("3");
        report(NEW_WARD, days("2025-09", "2025-10"), "8");
        assertThat(total(question(Adding.SUM, NEW_WARD, null, Tree.AS_IT_WAS, LONG, null)))
                .as("September is in two of them")
                .returns(true, Total::overlapping)
                .returns(null, Total::value);
    }

    @Test
    void addsTheChangesOfAStockFromItsBeginningAndOfALevelOnlyTheLatestOfEachLivingUnit() {
        report(OLD_WARD, YEAR_2024, "100");
        report(OLD_WARD, days("2025-01", "2025-06"), "20");
        report(NEW_WARD, days("2025-07", "2025-09"), "130");
        report(NEW_WARD, days("2025-10", "2025-12"), "140");
        report(PART_WARD, days("2025-10", "2025-12"), "50");
        var autumn = days("2025-10", "2025-12");

        assertThat(value(Adding.STOCK, NEW_WARD, Tree.TODAY, autumn)).isEqualByComparingTo("390");
        assertThat(value(Adding.STOCK, NEW_WARD, Tree.AS_IT_WAS, autumn)).isEqualByComparingTo("270");
        assertThat(value(Adding.SUM, NEW_WARD, Tree.TODAY, autumn)).isEqualByComparingTo("140");
        assertThat(value(Adding.LEVEL, NEW_WARD, Tree.TODAY, autumn)).isEqualByComparingTo("140");
        assertThat(value(Adding.LEVEL, CITY, Tree.AS_IT_WAS, autumn)).isEqualByComparingTo("190");
        assertThat(value(Adding.LEVEL, NEW_WARD, Tree.TODAY, days("2025-01", "2025-03")))
                .as("before the merger: what its parts last said")
                .isEqualByComparingTo("100");
        assertThat(value(Adding.LEVEL, NEW_WARD, Tree.AS_IT_WAS, days("2025-01", "2025-03")))
                .isNull();
    }

    @Test
    void addsUpNoRank() {
        report(CITY, YEAR_2024, "8");
        report(CITY, YEAR_2025, "3");
        report(NEW_WARD, YEAR_2025, "1");

        assertThat(value(Adding.NONE, CITY, Tree.AS_IT_WAS, LONG)).isEqualByComparingTo("3");
        assertThat(value(Adding.NONE, CITY, Tree.TODAY, YEAR_2024)).isEqualByComparingTo("8");
        assertThat(value(Adding.NONE, PROVINCE, Tree.AS_IT_WAS, LONG)).isNull();
    }

    @Test
    void answersAWholePageInOneStatement() {
        report(NEW_WARD, YEAR_2025, "7");
        var counted = new CountedStatements(source);
        var questions = new ArrayList<Question>();
        for (var adding : Adding.values()) {
            for (var tree : Tree.values()) {
                questions.add(question(adding, NEW_WARD, null, tree, LONG, null));
                questions.add(question(adding, OLD_WARD, Tier.COMMUNE, tree, YEAR_2024, LocalDate.now(clock)));
            }
        }

        var totals = new ExternalTotals(JdbcClient.create(counted.source())).read(questions, LocalDate.now(clock));

        assertThat(totals).extracting(Total::question).containsExactlyElementsOf(questions);
        assertThat(counted.count()).isEqualTo(1);
    }

    @Test
    void givesWritersAtOnceAVersionEach() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var writers = new ArrayList<Callable<Object>>();
            for (int writer = 0; writer < 16; writer++) {
                var said = Integer.toString(writer);
                writers.add(Executors.callable(() -> report(NEW_WARD, YEAR_2025, said)));
            }
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(values.read(List.of(indicator)))
                .extracting(Recorded::version)
                .containsExactly(16);
    }

    @Test
    void storesOnlyWithinTheActOfItsCaller() {
        assertThatThrownBy(() -> values.put(List.of(value(NEW_WARD, YEAR_2025, "7"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void report(UnitId unit, DayRange period, String number) {
        act(() -> values.put(List.of(value(unit, period, number))));
    }

    private Value value(UnitId unit, DayRange period, String number) {
        return new Value(indicator, unit, period, new BigDecimal(number), null, "a report", "H");
    }

    private void act(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }

    private @Nullable BigDecimal sum(UnitId unit, Tree tree) {
        return value(Adding.SUM, unit, tree, LONG);
    }

    private @Nullable BigDecimal value(Adding adding, UnitId unit, Tree tree, DayRange days) {
        return total(question(adding, unit, null, tree, days, null)).value();
    }

    private Total total(Question question) {
        return Objects.requireNonNull(values.total(List.of(question)).getFirst());
    }

    private Question question(
            Adding adding, UnitId unit, @Nullable Tier tier, Tree tree, DayRange days, @Nullable LocalDate knownOn) {
        return new Question(indicator, adding, new UnitScope(unit, tier, tree), days, knownOn);
    }

    private static DayRange days(String firstMonth, String lastMonth) {
        return new DayRange(
                YearMonth.parse(firstMonth).atDay(1), YearMonth.parse(lastMonth).atEndOfMonth());
    }
}

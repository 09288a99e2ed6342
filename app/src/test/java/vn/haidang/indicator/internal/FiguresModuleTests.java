package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
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
import vn.haidang.indicator.Facts;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;

@ModuleTest
@Import(Tally.class)
class FiguresModuleTests {

    static final UnitId CITY = UnitId.ofKey("city-31");

    /** Went wholly into the ward of today, with five others. */
    static final UnitId OLD_WARD = UnitId.ofKey("commune-10525-b");

    static final UnitId NEW_WARD = UnitId.ofKey("commune-10525-c");

    /** Went partly into two of today's. */
    static final UnitId SPLIT_WARD = UnitId.ofKey("commune-10528-b");

    static final UnitId PART_WARD = UnitId.ofKey("commune-10532-c");
    static final UnitId OTHER_PART_WARD = UnitId.ofKey("commune-10537-c");
    static final UnitId PROVINCE = UnitId.ofKey("province-30");

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 10);
    private static final LocalDate AFTER = LocalDate.of(2025, 9, 10);
    private static final DayRange LONG = new DayRange(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 3, 1));

    private final Indicators indicators;
    private final Tally tally;
    private final Facts facts;
    private final Folder folder;
    private final VerifyIndicators verb;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final DataSource source;
    private final List<Tally.Entry> entries = new ArrayList<>();

    FiguresModuleTests(
            Indicators indicators,
            Tally tally,
            Facts facts,
            Folder folder,
            VerifyIndicators verb,
            Catalogue catalogue,
            TransactionTemplate transaction,
            MovableClock clock,
            DataSource source) {
        this.indicators = indicators;
        this.tally = tally;
        this.facts = facts;
        this.folder = folder;
        this.verb = verb;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
        this.source = source;
    }

    @BeforeEach
    void beginsWithoutFacts() throws SQLException {
        tally.forget();
    }

    @AfterEach
    void takesItsFactsBack() {
        transaction.executeWithoutResult(status -> entries.forEach(tally::remove));
        entries.clear();
    }

    @Test
    void countsAnActAtItsCommitWhetherFoldedOrNot() {
        transaction.executeWithoutResult(status -> {
            record(OLD_WARD, BEFORE, "phone", "a", 3);
            assertThat(read(OLD_WARD, LONG).component(Tally.SUM)).isEqualTo(3);
        });

        assertThat(read(OLD_WARD, LONG).component(Tally.SUM)).isEqualTo(3);
        folder.run();
        assertThat(read(OLD_WARD, LONG).component(Tally.SUM)).isEqualTo(3);
        assertThat(read(OLD_WARD, new DayRange(BEFORE.plusDays(1), LONG.last())).component(Tally.SUM))
                .isZero();
    }

    @Test
    void forgetsTheFactsOfAnActThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            tally.record(new Tally.Entry(UUID.randomUUID(), OLD_WARD, BEFORE, "phone", "a", 3));
            status.setRollbackOnly();
        });

        assertThat(read(OLD_WARD, LONG).anyFact()).isFalse();
    }

    @Test
    void addsAStockOfAllDaysUpToTheLast() {
        act(() -> {
            record(OLD_WARD, LocalDate.of(2025, 2, 3), "phone", "a", 1);
            record(OLD_WARD, LocalDate.of(2025, 3, 3), "phone", "b", 1);
        });

        var april = new DayRange(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30));
        assertThat(read(OLD_WARD, april).component(Tally.STOCK)).isEqualTo(2);
        assertThat(read(OLD_WARD, april).component(Tally.SUM)).isZero();
        var february = new DayRange(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 2));
        assertThat(read(OLD_WARD, february).component(Tally.STOCK)).isEqualTo(1);
    }

    @Test
    void countsAMemberOnceAndOnlyThosePresentInAllNamedBreakdowns() {
        act(() -> {
            record(OLD_WARD, BEFORE, "phone", "a", 1);
            record(OLD_WARD, BEFORE.plusDays(9), "phone", "a", 1);
            record(SPLIT_WARD, BEFORE, "desktop", "a", 1);
            record(OLD_WARD, BEFORE, "phone", "b", 1);
            record(SPLIT_WARD, BEFORE, "tablet", "b", 1);
        });
        folder.run();
        act(() -> record(OLD_WARD, BEFORE, "desktop", "c", 1));

        assertThat(read(OLD_WARD, LONG).component(Tally.ANY)).isEqualTo(3);
        assertThat(read(OLD_WARD, LONG).component(Tally.BOTH)).isZero();
        assertThat(read(CITY, LONG, null, Tree.TODAY, null).component(Tally.BOTH))
                .as("a with a phone in one ward and a desktop in another")
                .isEqualTo(1);

        var last = entries.get(1);
        act(() -> tally.remove(last));
        assertThat(read(OLD_WARD, LONG).component(Tally.ANY)).isEqualTo(3);
        var first = entries.get(0);
        act(() -> tally.remove(first));
        assertThat(read(OLD_WARD, LONG).component(Tally.ANY)).isEqualTo(2);
    }

    @Test
    void addsUpNothingWhoseValuesCannotBeAdded() {
        act(() -> {
            record(OLD_WARD, BEFORE, "phone", "a", 70);
            record(OLD_WARD, BEFORE.plusDays(1), "phone", "a", 80);
        });

        assertThat(read(OLD_WARD, LONG).component(Tally.LATEST)).isEqualTo(80);
        assertThat(read(CITY, LONG).component(Tally.LATEST)).isZero();
    }

    @Test
    void readsTheTreeAsItWasOrOnTheUnitsOfToday() {
        act(() -> {
            record(OLD_WARD, BEFORE, "phone", "a", 5);
            record(NEW_WARD, AFTER, "phone", "a", 7);
            record(SPLIT_WARD, BEFORE, "phone", "b", 11);
        });

        assertThat(sum(NEW_WARD, null, Tree.AS_IT_WAS)).isEqualTo(7);
        assertThat(sum(NEW_WARD, null, Tree.TODAY)).isEqualTo(12);
        assertThat(sum(CITY, null, Tree.AS_IT_WAS)).as("then under Hải Dương").isEqualTo(7);
        assertThat(sum(PROVINCE, null, Tree.AS_IT_WAS)).isEqualTo(16);
        assertThat(sum(PART_WARD, null, Tree.TODAY))
                .as("a part is never divided")
                .isZero();
        assertThat(sum(OTHER_PART_WARD, null, Tree.TODAY)).isZero();
        assertThat(sum(CITY, null, Tree.TODAY))
                .as("both parts are in the city, so the city has the whole")
                .isEqualTo(23);
        assertThat(sum(CITY, Tier.COMMUNE, Tree.TODAY)).isEqualTo(23);
        assertThat(sum(PROVINCE, Tier.DISTRICT, Tree.AS_IT_WAS)).isZero();
    }

    @Test
    void opensAFigureToTheChildrenOfTheTime() {
        act(() -> {
            record(NEW_WARD, AFTER, "phone", "a", 7);
            record(CITY, AFTER, "phone", "a", 1);
        });
        var days = new DayRange(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 9, 30));

        var children = indicators.byChild(question(CITY, days, null, Tree.AS_IT_WAS, null));
        var all = indicators.withChildren(question(CITY, days, null, Tree.AS_IT_WAS, null));

        assertThat(children).hasSizeGreaterThan(113).containsKey(NEW_WARD);
        assertThat(java.util.Objects.requireNonNull(children.get(NEW_WARD)).component(Tally.SUM))
                .isEqualTo(7);
        assertThat(all.getFirst().component(Tally.SUM)).isEqualTo(8);
        assertThat(all).hasSize(children.size() + 1);
    }

    @Test
    void readsWhatWasKnownOnADay() {
        var today = LocalDate.now(clock);
        act(() -> record(NEW_WARD, AFTER, "phone", "a", 7));
        clock.moveBy(Duration.ofDays(2));
        act(() -> {
            tally.remove(entries.getFirst());
            record(NEW_WARD, AFTER, "phone", "a", 9);
        });

        assertThat(read(NEW_WARD, LONG).component(Tally.SUM)).isEqualTo(9);
        assertThat(read(NEW_WARD, LONG, null, Tree.AS_IT_WAS, today).component(Tally.SUM))
                .isEqualTo(7);
        folder.run();
        assertThat(read(NEW_WARD, LONG, null, Tree.AS_IT_WAS, today.plusDays(1)).component(Tally.SUM))
                .isEqualTo(7);
        assertThat(read(NEW_WARD, LONG, null, Tree.AS_IT_WAS, today.minusDays(1))
                        .anyFact())
                .isFalse();
    }

    @Test
    void readsAWholePageInOneStatement() {
        var counted = new CountedStatements(source);
        var reader = new FigureReader(catalogue, new FigureRows(JdbcClient.create(counted.source())), clock);
        var questions = new ArrayList<Question>();
        for (var unit : List.of(CITY, OLD_WARD, NEW_WARD, PROVINCE)) {
            for (var tree : Tree.values()) {
                questions.add(question(unit, LONG, null, tree, null));
                questions.add(question(unit, LONG, Tier.COMMUNE, tree, BEFORE));
            }
        }

        var figures = reader.read(questions);

        assertThat(figures).extracting(Figure::question).containsExactlyElementsOf(questions);
        assertThat(counted.count()).isEqualTo(1);
    }

    @Test
    void namesTheFactThatDiffersFromItsRecords() {
        act(() -> record(NEW_WARD, AFTER, "phone", "a", 7));
        assertThat(differences(verify())).isEmpty();

        act(() -> facts.add(Tally.CODE, Tally.SUM, NEW_WARD, AFTER, Facts.WHOLE, 2));
        var words = verify();
        act(() -> facts.add(Tally.CODE, Tally.SUM, NEW_WARD, AFTER, Facts.WHOLE, -2));

        assertThat(words)
                .contains("indicator/tally sum, unit " + NEW_WARD.value() + ", 2025-09-10: facts say 9, records say 7")
                .contains("NOT every figure");
    }

    /** Other classes of this JVM leave facts of measures that this context does not know. */
    private static List<String> differences(String words) {
        return words.lines()
                .filter(line -> line.startsWith("differs: "))
                .filter(line -> !line.contains(": nobody defines "))
                .toList();
    }

    private String verify() {
        var out = new ByteArrayOutputStream();
        verb.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void act(Runnable acts) {
        transaction.executeWithoutResult(status -> acts.run());
    }

    private void record(UnitId unit, LocalDate day, String device, String member, long amount) {
        var entry = new Tally.Entry(UUID.randomUUID(), unit, day, device, member, amount);
        entries.add(entry);
        tally.record(entry);
    }

    private long sum(UnitId unit, @Nullable Tier tier, Tree tree) {
        return read(unit, LONG, tier, tree, null).component(Tally.SUM);
    }

    private Figure read(UnitId unit, DayRange days) {
        return read(unit, days, null, Tree.AS_IT_WAS, null);
    }

    private Figure read(UnitId unit, DayRange days, @Nullable Tier tier, Tree tree, @Nullable LocalDate knownOn) {
        return indicators
                .read(List.of(question(unit, days, tier, tree, knownOn)))
                .getFirst();
    }

    private static Question question(
            UnitId unit, DayRange days, @Nullable Tier tier, Tree tree, @Nullable LocalDate knownOn) {
        return new Question("it", Tally.CODE, new UnitScope(unit, tier, tree), days, knownOn);
    }
}

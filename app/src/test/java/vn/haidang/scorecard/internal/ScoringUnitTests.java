package vn.haidang.scorecard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Tier;
import vn.haidang.scorecard.Amount;
import vn.haidang.scorecard.Amount.Term;
import vn.haidang.scorecard.Score;
import vn.haidang.scorecard.Score.Outcome;
import vn.haidang.scorecard.Score.Part;
import vn.haidang.scorecard.ScoreSheet.Item;
import vn.haidang.scorecard.ScoreSheet.OfNothing;
import vn.haidang.scorecard.ScoreSheet.Share;
import vn.haidang.scorecard.ScoreSheet.Unknown;
import vn.haidang.scorecard.ScoreSheet.Words;
import vn.haidang.scorecard.internal.Scoring.Counted;

/** Points, by the rules of a sheet: never outside what can be reached, and a range only where a rule is not established. */
class ScoringUnitTests {

    private static final Term TERM =
            Amount.read("publicservice/dossiers:open").terms().getFirst();

    @Example
    void givesAllPointsFromTheFullShareOnAndInProportionBelow() {
        assertThat(points(80, 100, "80")).isEqualByComparingTo("6");
        assertThat(points(90, 100, "80")).isEqualByComparingTo("6");
        assertThat(points(40, 100, "80")).isEqualByComparingTo("3");
        assertThat(points(1, 3, "100")).isEqualByComparingTo("2");
        assertThat(points(2, 7, "100")).isEqualByComparingTo("1.71");
        assertThat(points(0, 5, "100")).isEqualByComparingTo("0");
    }

    @Example
    void everyRuleForNothingIsTheRuleOfItsItem() {
        assertThat(nothing(OfNothing.ZERO, 0)).satisfies(score -> is(score, Outcome.SCORED, "0", "0", "6"));
        assertThat(nothing(OfNothing.FULL, 0)).satisfies(score -> is(score, Outcome.GIVEN, "6", "6", "6"));
        assertThat(nothing(OfNothing.NOT_APPLICABLE, 0)).satisfies(score -> is(score, Outcome.LEFT_OUT, "0", "0", "0"));
        assertThat(nothing(OfNothing.NOT_ESTABLISHED, 0)).satisfies(score -> is(score, Outcome.RANGE, "0", "6", "6"));
        assertThat(nothing(OfNothing.PREVIOUS_YEAR, 0)).satisfies(score -> is(score, Outcome.RANGE, "0", "6", "6"));
    }

    /** 120 a year is 10 a month: 5 in a month of none are half of that. */
    @Example
    void theYearBeforeStandsInDividedByThePeriodsOfAYear() {
        Item item = item(OfNothing.PREVIOUS_YEAR, "100", false);

        var line = Scoring.of(List.of(item), Tier.CITY, 12, each -> counted(5, 0, 120))
                .lines()
                .getFirst();

        assertThat(line.standIn()).isTrue();
        assertThat(line.denominator()).isEqualByComparingTo("10");
        assertThat(line.least()).isEqualByComparingTo("3");
        assertThat(Scoring.of(List.of(item), Tier.CITY, 4, each -> counted(15, 0, 120))
                        .least())
                .isEqualByComparingTo("3");
    }

    /** Three or two of four: 4.5 or 3 points; with the same points by both it is one number. */
    @Example
    void whereNoSourceSaysWhichOfTwoRulesHoldsThePointsLieBetween() {
        Item item = item(OfNothing.NOT_ESTABLISHED, "100", false);

        Score two = Scoring.of(List.of(item), Tier.CITY, 12, each -> or(counted(3, 4, 0), counted(2, 4, 0)));
        is(two, Outcome.RANGE, "3", "4.5", "6");
        var line = two.lines().getFirst();
        assertThat(line.share()).isEqualByComparingTo("75");
        assertThat(Objects.requireNonNull(line.otherwise()).share()).isEqualByComparingTo("50");
        assertThat(two.certain()).isFalse();
        is(
                Scoring.of(List.of(item), Tier.CITY, 12, each -> or(counted(2, 4, 0), counted(2, 4, 0))),
                Outcome.SCORED,
                "3",
                "3",
                "6");
        is(
                Scoring.of(List.of(item), Tier.CITY, 12, each -> or(counted(0, 0, 0), counted(0, 0, 0))),
                Outcome.RANGE,
                "0",
                "6",
                "6");
    }

    @Example
    void communesHaveAllPointsOfWhatDoesNotApplyToThem() {
        Item item = item(OfNothing.NOT_ESTABLISHED, "100", true);

        assertThat(Scoring.of(List.of(item), Tier.COMMUNE, 12, each -> counted(0, 10, 0)))
                .satisfies(score -> is(score, Outcome.GIVEN, "6", "6", "6"));
        assertThat(Scoring.of(List.of(item), Tier.CITY, 12, each -> counted(0, 10, 0)))
                .satisfies(score -> is(score, Outcome.SCORED, "0", "0", "6"));
    }

    @Example
    void readsSumsWithMembersAndRefusesWhatIsNone() {
        Amount amount = Amount.read("publicservice/dossiers:received@|ONLINE -publicservice/dossiers:late");

        assertThat(amount.terms()).hasSize(2);
        assertThat(amount.terms().getFirst().member()).isEqualTo("|ONLINE");
        assertThat(amount.terms().getLast().taken()).isTrue();
        for (String wrong : List.of("", "late", "publicservice:late", "a/b:c + a/b:d", "a/b:")) {
            assertThat(refused(wrong)).as(wrong).isTrue();
        }
    }

    @Property(tries = 500)
    void aScoreLiesWithinWhatCanBeReachedAndIsARangeOnlyWhereARuleIsMissing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int items) {
        Random random = new Random(seed);
        List<Item> sheet = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            sheet.add(
                    random.nextInt(4) == 0
                            ? unknown()
                            : item(
                                    OfNothing.values()[random.nextInt(OfNothing.values().length)],
                                    Integer.toString(1 + random.nextInt(100)),
                                    random.nextBoolean()));
        }
        Tier tier = random.nextBoolean() ? Tier.COMMUNE : Tier.CITY;

        Score score = Scoring.of(sheet, tier, 12, item -> {
            int below = random.nextInt(4);
            return counted(random.nextInt(below + 1), below, random.nextInt(3));
        });

        assertThat(score.least()).isBetween(BigDecimal.ZERO, score.most());
        assertThat(score.most()).isLessThanOrEqualTo(score.possible());
        assertThat(score.certain())
                .isEqualTo(score.lines().stream().noneMatch(line -> line.outcome() == Outcome.RANGE));
        BigDecimal leftOut = score.lines().stream()
                .filter(line -> line.outcome() == Outcome.LEFT_OUT)
                .map(line -> points(line.item()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(score.possible().add(score.unknown()).add(leftOut))
                .isEqualByComparingTo(
                        sheet.stream().map(ScoringUnitTests::points).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (tier == Tier.COMMUNE) {
            assertThat(score.lines().stream().filter(line -> line.item().fullForCommunes()))
                    .allMatch(line -> line.least().equals(points(line.item())));
        }
    }

    private static BigDecimal points(Item item) {
        BigDecimal points = item.points();
        return points == null ? BigDecimal.ZERO : points;
    }

    private static boolean refused(String written) {
        try {
            Amount.read(written);
            return false;
        } catch (IllegalArgumentException asItShould) {
            return true;
        }
    }

    private static void is(Score score, Outcome outcome, String least, String most, String possible) {
        assertThat(score.lines().getFirst().outcome()).isEqualTo(outcome);
        assertThat(score.least()).isEqualByComparingTo(least);
        assertThat(score.most()).isEqualByComparingTo(most);
        assertThat(score.possible()).isEqualByComparingTo(possible);
    }

    private static BigDecimal points(long above, long below, String fullAt) {
        return Scoring.of(
                        List.of(item(OfNothing.NOT_ESTABLISHED, fullAt, false)),
                        Tier.CITY,
                        12,
                        item -> counted(above, below, 0))
                .least();
    }

    private static Score nothing(OfNothing rule, long before) {
        return Scoring.of(List.of(item(rule, "100", false)), Tier.CITY, 12, item -> counted(0, 0, before));
    }

    private static Counted counted(long above, long below, long before) {
        return new Counted(List.of(new Part(TERM, above)), List.of(new Part(TERM, below)), before, null);
    }

    private static Counted or(Counted one, Counted other) {
        return new Counted(one.above(), one.below(), one.before(), other);
    }

    private static Item item(OfNothing rule, String fullAt, boolean fullForCommunes) {
        Amount amount = new Amount(List.of(TERM));
        return item(rule, fullAt, fullForCommunes, new Share(amount, amount), null);
    }

    private static Item unknown() {
        return item(OfNothing.NOT_ESTABLISHED, "100", false, null, Unknown.NATIONAL);
    }

    private static Item item(
            OfNothing rule, String fullAt, boolean fullForCommunes, @Nullable Share share, @Nullable Unknown unknown) {
        return new Item(
                "1-1",
                "transparency",
                null,
                new Words("Một", "One"),
                BigDecimal.valueOf(6),
                new BigDecimal(fullAt),
                fullForCommunes,
                share,
                null,
                rule,
                unknown,
                null,
                LocalDate.of(2022, 6, 23),
                null,
                "test",
                "I");
    }
}

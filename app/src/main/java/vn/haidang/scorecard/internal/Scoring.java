package vn.haidang.scorecard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.Tier;
import vn.haidang.scorecard.Score;
import vn.haidang.scorecard.Score.Line;
import vn.haidang.scorecard.Score.Outcome;
import vn.haidang.scorecard.Score.Part;
import vn.haidang.scorecard.ScoreSheet.Item;
import vn.haidang.scorecard.ScoreSheet.OfNothing;

/** Points from shares, by the rules of a sheet. Pure. */
public final class Scoring {

    private static final int SCALE = 10;
    private static final int DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What was counted for an item.
     *
     * @param before the denominator of the calendar year before
     * @param otherwise what the other rule counts, where no source says which of two holds
     */
    public record Counted(
            List<Part> above,
            List<Part> below,
            long before,
            @Nullable Counted otherwise) {

        long numerator() {
            return sum(above);
        }

        public long denominator() {
            return sum(below);
        }

        private static long sum(List<Part> parts) {
            return parts.stream()
                    .mapToLong(part -> part.term().taken() ? -part.value() : part.value())
                    .sum();
        }
    }

    private Scoring() {}

    /** @param perYear how many such periods a year has */
    public static Score of(List<Item> items, Tier tier, int perYear, Function<Item, Counted> counted) {
        List<Line> lines = new ArrayList<>();
        items.forEach(item -> lines.add(line(item, tier, perYear, counted)));
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        BigDecimal possible = BigDecimal.ZERO;
        BigDecimal unknown = BigDecimal.ZERO;
        for (Line line : lines) {
            BigDecimal points = line.item().points();
            if (points != null) {
                least = least.add(line.least());
                most = most.add(line.most());
                switch (line.outcome()) {
                    case SCORED, GIVEN, RANGE -> possible = possible.add(points);
                    case UNKNOWN -> unknown = unknown.add(points);
                    case LEFT_OUT -> {}
                }
            }
        }
        return new Score(least, most, possible, unknown, lines);
    }

    private static Line line(Item item, Tier tier, int perYear, Function<Item, Counted> counted) {
        BigDecimal points = item.points() == null ? BigDecimal.ZERO : item.points();
        if (item.fullForCommunes() && tier == Tier.COMMUNE) {
            return none(item, Outcome.GIVEN, points);
        }
        if (item.share() == null) {
            return none(item, Outcome.UNKNOWN, BigDecimal.ZERO);
        }
        Counted count = counted.apply(item);
        Counted otherwise = count.otherwise();
        Line line = reckoned(item, perYear, count);
        return otherwise == null ? line : line.or(reckoned(item, perYear, otherwise));
    }

    private static Line reckoned(Item item, int perYear, Counted count) {
        BigDecimal points = item.points() == null ? BigDecimal.ZERO : item.points();
        BigDecimal denominator = BigDecimal.valueOf(count.denominator());
        boolean standIn = count.denominator() == 0 && item.ofNothing() == OfNothing.PREVIOUS_YEAR && count.before() > 0;
        if (standIn) {
            denominator =
                    BigDecimal.valueOf(count.before()).divide(BigDecimal.valueOf(perYear), SCALE, RoundingMode.HALF_UP);
        }
        if (denominator.signum() == 0) {
            return ofNothing(item, count, points);
        }
        BigDecimal share = BigDecimal.valueOf(count.numerator())
                .multiply(HUNDRED)
                .divide(denominator, SCALE, RoundingMode.HALF_UP);
        BigDecimal scored = points(share, item.fullAt(), points);
        return new Line(
                item,
                Outcome.SCORED,
                count.above(),
                count.below(),
                count.numerator(),
                denominator,
                share,
                standIn,
                scored,
                scored,
                null);
    }

    /** All points from the share on at which they are full, below it in proportion; two digits after the comma. */
    static BigDecimal points(BigDecimal share, BigDecimal fullAt, BigDecimal points) {
        BigDecimal reached = share.max(BigDecimal.ZERO).min(fullAt);
        return reached.multiply(points).divide(fullAt, DIGITS, RoundingMode.HALF_UP);
    }

    private static Line ofNothing(Item item, Counted count, BigDecimal points) {
        return switch (item.ofNothing()) {
            case ZERO -> nothing(item, Outcome.SCORED, count, BigDecimal.ZERO, BigDecimal.ZERO);
            case FULL -> nothing(item, Outcome.GIVEN, count, points, points);
            case NOT_APPLICABLE -> nothing(item, Outcome.LEFT_OUT, count, BigDecimal.ZERO, BigDecimal.ZERO);
            case PREVIOUS_YEAR, NOT_ESTABLISHED -> nothing(item, Outcome.RANGE, count, BigDecimal.ZERO, points);
        };
    }

    private static Line nothing(Item item, Outcome outcome, Counted count, BigDecimal least, BigDecimal most) {
        return new Line(
                item,
                outcome,
                count.above(),
                count.below(),
                count.numerator(),
                BigDecimal.ZERO,
                null,
                false,
                least,
                most,
                null);
    }

    private static Line none(Item item, Outcome outcome, BigDecimal points) {
        return new Line(item, outcome, List.of(), List.of(), 0, BigDecimal.ZERO, null, false, points, points, null);
    }
}

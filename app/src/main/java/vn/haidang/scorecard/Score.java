package vn.haidang.scorecard;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.scorecard.Amount.Term;
import vn.haidang.scorecard.ScoreSheet.Item;

/**
 * The score of a unit over a period: from so many points to so many, out of those that can be known here.
 *
 * @param least points that are certain
 * @param most points that it may be, where a rule is not established
 * @param possible all points that can be known here, those of what does not apply included where they are given
 * @param unknown the points of what cannot be known here
 */
public record Score(BigDecimal least, BigDecimal most, BigDecimal possible, BigDecimal unknown, List<Line> lines) {

    /** How an item came out. */
    public enum Outcome {
        /** Reckoned from a share. */
        SCORED,
        /** All points: the list says it does not apply to communes, or the rule for nothing says so. */
        GIVEN,
        /** Left out with its points. */
        LEFT_OUT,
        /**
         * What holds is not established: where the denominator is nothing, from no points to all; where it is one of two rules, from the
         * points by the one to those by the other.
         */
        RANGE,
        /** Cannot be known here. */
        UNKNOWN
    }

    /** What is known of an item. */
    public enum Status {
        /** Counted here. */
        MEASURED,
        /** Nothing need be counted: the points are given, or left out, by a rule. */
        GIVEN,
        /** Cannot be known here. */
        NOT_KNOWN,
        /** How it is counted, or what holds where there is nothing to count, is not established. */
        NOT_ESTABLISHED
    }

    /** One component of an amount and how much of it there was. */
    public record Part(Term term, long value) {}

    /**
     * One item.
     *
     * @param above the components above the line, {@code below} those under it; empty where nothing is counted
     * @param denominator the one that counts, the year before's where that stands in
     * @param share in percent, null where there is none
     * @param standIn whether the year before stands in for the denominator
     * @param otherwise the item by the other rule, where no source says which of two holds
     */
    public record Line(
            Item item,
            Outcome outcome,
            List<Part> above,
            List<Part> below,
            long numerator,
            BigDecimal denominator,
            @Nullable BigDecimal share,
            boolean standIn,
            BigDecimal least,
            BigDecimal most,
            @Nullable Line otherwise) {

        public Line {
            above = List.copyOf(above);
            below = List.copyOf(below);
        }

        public Status status() {
            return switch (outcome) {
                case SCORED -> Status.MEASURED;
                case GIVEN, LEFT_OUT -> Status.GIVEN;
                case RANGE -> Status.NOT_ESTABLISHED;
                case UNKNOWN ->
                    item.unknown() == ScoreSheet.Unknown.DEFINITION ? Status.NOT_ESTABLISHED : Status.NOT_KNOWN;
            };
        }

        /** From the points by one rule to those by the other. */
        public Line or(Line other) {
            BigDecimal lower = least.min(other.least());
            BigDecimal upper = most.max(other.most());
            return new Line(
                    item,
                    lower.compareTo(upper) == 0 ? outcome : Outcome.RANGE,
                    above,
                    below,
                    numerator,
                    denominator,
                    share,
                    standIn,
                    lower,
                    upper,
                    other);
        }

        public boolean scored() {
            return item.points() != null;
        }
    }

    public Score {
        lines = List.copyOf(lines);
    }

    /** Whether it is one number. */
    public boolean certain() {
        return least.compareTo(most) == 0;
    }
}

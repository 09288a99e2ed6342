package vn.haidang.indicator;

/**
 * One component of a measure and how its facts add up.
 *
 * @param code for example {@code numerator}
 */
public record Component(String code, Aggregation aggregation) {

    /** How facts of many days and units become one number. */
    public sealed interface Aggregation {

        /** Facts of the days are added. */
        record Sum() implements Aggregation {}

        /** Changes are stored; the value is the sum of all days up to the last of the period. */
        record Stock() implements Aggregation {}

        /** Members are counted once; with breakdowns named, only those present in all of them. */
        record Distinct(java.util.Set<String> presentInAll) implements Aggregation {}

        /**
         * Values are recorded as members of another component; the answer is the smallest of them that so many percent do not exceed,
         * exact at the grain in which they are recorded. No member at all: 0, of no fact.
         *
         * @param of the component under which the values are recorded, each as a whole number
         * @param percent from 1 to 100; 50 is the median
         */
        record Percentile(String of, int percent) implements Aggregation {

            public Percentile {
                if (percent < 1 || percent > 100) {
                    throw new IllegalArgumentException("no percentile " + percent);
                }
            }
        }

        /** Never added up. */
        record None() implements Aggregation {}
    }

    /** The component under which its facts are recorded. */
    public String recordedAs() {
        return aggregation instanceof Aggregation.Percentile(String of, int percent) ? of : code;
    }

    /** A count: nothing is a zero of it, and it can be divided. What nothing was recorded of has no percentile and no latest value. */
    public boolean counts() {
        return switch (aggregation) {
            case Aggregation.Sum sum -> true;
            case Aggregation.Stock stock -> true;
            case Aggregation.Distinct distinct -> true;
            case Aggregation.Percentile percentile -> false;
            case Aggregation.None none -> false;
        };
    }
}

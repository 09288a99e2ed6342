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

        /** Never added up. */
        record None() implements Aggregation {}
    }
}

package vn.haidang.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of something the platform shows figures of: which measures it is made of and how.
 *
 * @param code as {@code module/indicator}
 * @param unit code of its unit of measure, for example {@code percent}
 * @param digits after the comma
 * @param changed what is new in this version
 * @param ofNothing what a ratio is where there is nothing to divide by
 * @param validTo first day on which it holds no more, null while no end is known
 */
public record Indicator(
        String code,
        int version,
        Words words,
        Combination combination,
        String unit,
        int digits,
        Better better,
        Change changed,
        OfNothing ofNothing,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        String confidence) {

    /** Its name and how it is counted, in both languages. */
    public record Words(String name, String nameEn, String meaning, String meaningEn) {

        public String name(boolean english) {
            return english ? nameEn : name;
        }

        public String meaning(boolean english) {
            return english ? meaningEn : meaning;
        }
    }

    /** How components become one number; nothing but components is ever added up. */
    public sealed interface Combination {

        /** One component as it is: a count, a sum, a stock, a percentile. */
        record Amount(MeasureCode measure, String component) implements Combination {}

        /** One component divided by another, both added up before. */
        record Ratio(MeasureCode measure, String numerator, String denominator) implements Combination {}

        /**
         * A formula over other indicators, as the expressions of data write it.
         *
         * @param parts the codes of the indicators by the names the formula uses
         */
        record Index(Map<String, String> parts, String formula) implements Combination {

            public Index {
                parts = Map.copyOf(parts);
            }
        }
    }

    /** Which way is better. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /** What a version changes against the one before it. */
    public enum Change {
        /** There is none before it. */
        FIRST,
        /** What is counted: a series breaks here. */
        DEFINITION,
        /** How it is combined, rounded or measured: a series breaks here. */
        RULE,
        /** Older days were counted anew by it too: no break. */
        RESTATED;

        public boolean breaks() {
            return this == DEFINITION || this == RULE;
        }
    }

    /** What a ratio is where its denominator is nothing. */
    public enum OfNothing {
        /** No number: nothing is said of that period. */
        NO_VALUE,
        ZERO,
        /** All of it: a hundred percent. */
        FULL;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    public boolean ratio() {
        return combination instanceof Combination.Ratio;
    }

    /** The measure whose records stand behind it; empty for an index, whose parts open to theirs. */
    public Set<MeasureCode> measures() {
        return switch (combination) {
            case Combination.Amount(MeasureCode measure, String component) -> Set.of(measure);
            case Combination.Ratio(MeasureCode measure, String numerator, String denominator) -> Set.of(measure);
            case Combination.Index index -> Set.of();
        };
    }

    /** The components it is made of, in the order they are shown; empty for an index. */
    public List<String> components() {
        return switch (combination) {
            case Combination.Amount(MeasureCode measure, String component) -> List.of(component);
            case Combination.Ratio(MeasureCode measure, String numerator, String denominator) ->
                List.of(numerator, denominator);
            case Combination.Index index -> List.of();
        };
    }

    /** The indicators an index is made of, by code. */
    public Set<String> partCodes() {
        return combination instanceof Combination.Index(Map<String, String> parts, String formula)
                ? new TreeSet<>(parts.values())
                : Set.of();
    }
}

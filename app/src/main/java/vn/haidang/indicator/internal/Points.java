package vn.haidang.indicator.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.ExpressionRefused;
import vn.haidang.expression.Facts;
import vn.haidang.expression.Value;
import vn.haidang.indicator.Indicator;
import vn.haidang.indicator.Indicator.Combination;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.Series.Point;
import vn.haidang.indicator.Series.Quality;
import vn.haidang.indicator.Series.State;
import vn.haidang.indicator.internal.SeriesRows.Reading;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.worktime.ReportingPeriod;

/** Makes a number of what was read, by the definition of its time. Pure. */
final class Points {

    private static final int SCALE = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** What was read of a measure in one line and period, and what the measure is. */
    interface Read {
        Reading reading(MeasureCode measure);

        Measure measure(MeasureCode code);

        /** The definition of another indicator in the same period. */
        Optional<Indicator> definition(String code);
    }

    private Points() {}

    static Point of(ReportingPeriod period, Optional<Indicator> definition, Read read) {
        return definition
                .map(indicator -> switch (indicator.combination()) {
                    case Combination.Amount(MeasureCode measure, String component) ->
                        point(period, indicator, measure, read, component, null);
                    case Combination.Ratio(MeasureCode measure, String numerator, String denominator) ->
                        point(period, indicator, measure, read, numerator, denominator);
                    case Combination.Index index -> index(period, indicator, index, read);
                })
                .orElseGet(() -> new Point(period, State.NOT_DEFINED, Map.of(), null, 0, Quality.NONE));
    }

    private static Point point(
            ReportingPeriod period,
            Indicator indicator,
            MeasureCode code,
            Read read,
            String first,
            @Nullable String second) {
        var reading = read.reading(code);
        var measure = read.measure(code);
        var state = state(reading, measure, second == null ? List.of(first) : List.of(first, second));
        var quality = new Quality(reading.living(), reading.recorded(), reading.reporting(), reading.late());
        if (state == State.NO_UNIT || state == State.NO_DATA || state == State.NOT_ESTABLISHED) {
            return new Point(period, state, Map.of(), null, indicator.version(), quality);
        }
        var components = new HashMap<String, BigDecimal>();
        for (var component : measure.components()) {
            var number = reading.components().get(component.code());
            if (number != null) {
                components.put(component.code(), number);
            } else if (component.counts()) {
                components.put(component.code(), BigDecimal.ZERO);
            }
        }
        var value = second == null
                ? components.get(first)
                : ratio(components.get(first), components.get(second), indicator);
        return new Point(period, state, components, value, indicator.version(), quality);
    }

    private static Point index(ReportingPeriod period, Indicator indicator, Combination.Index index, Read read) {
        var parts = new HashMap<String, Point>();
        index.parts().forEach((name, code) -> parts.put(name, of(period, notAnIndex(read.definition(code)), read)));
        var worst = parts.values().stream()
                .max(java.util.Comparator.comparing(point -> point.state()))
                .orElseThrow();
        var known = new HashMap<String, Value>();
        var components = new HashMap<String, BigDecimal>();
        parts.forEach((name, point) -> {
            var value = point.value();
            if (value != null) {
                known.put(name, new Value.Amount(value));
                components.put(name, value);
            }
        });
        var outcome = outcome(index, known);
        return new Point(
                period,
                worst.state(),
                components,
                outcome instanceof Value.Amount(BigDecimal number) ? number : null,
                indicator.version(),
                worst.quality());
    }

    /** Nothing where it divides by nothing. */
    private static @Nullable Value outcome(Combination.Index index, Map<String, Value> known) {
        try {
            return DefinitionImporter.formula(index.formula(), index.parts().keySet())
                    .evaluate(new Facts(known))
                    .value();
        } catch (ExpressionRefused shareOfNothing) {
            return null;
        }
    }

    private static Optional<Indicator> notAnIndex(Optional<Indicator> part) {
        return part.filter(indicator -> !(indicator.combination() instanceof Combination.Index));
    }

    /** The order of the questions matters: what nobody recorded is no data, whether or not it was divided later. */
    private static State state(Reading reading, Measure measure, List<String> used) {
        var any = reading.anyFact() || reading.components().values().stream().anyMatch(value -> value.signum() != 0);
        if (reading.living() == 0 && !any) {
            return State.NO_UNIT;
        }
        if (reading.recorded() == 0 && !any) {
            return State.NO_DATA;
        }
        if (reading.undivided() > 0) {
            return State.NOT_ESTABLISHED;
        }
        if (reading.weighted() > 0) {
            return measure.components().stream()
                            .filter(component -> used.contains(component.code()))
                            .allMatch(Kinds::divisible)
                    ? State.WEIGHTED
                    : State.NOT_ESTABLISHED;
        }
        return reading.recorded() < reading.living() ? State.PARTIAL : State.KNOWN;
    }

    private static @Nullable BigDecimal ratio(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, Indicator indicator) {
        if (numerator == null || denominator == null) {
            return null;
        }
        var per = switch (indicator.unit()) {
            case "percent" -> HUNDRED;
            case "per-thousand" -> THOUSAND;
            default -> BigDecimal.ONE;
        };
        if (denominator.signum() == 0) {
            return switch (indicator.ofNothing()) {
                case NO_VALUE -> null;
                case ZERO -> BigDecimal.ZERO;
                case FULL -> per;
            };
        }
        return numerator.multiply(per).divide(denominator, SCALE, RoundingMode.HALF_UP);
    }
}

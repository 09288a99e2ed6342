package vn.haidang.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a round found.
 *
 * @param casesPerSecond cases finished, over the time from the first request to the last answer
 * @param p50 median time of a request in milliseconds; {@code p95} and {@code p99} likewise
 * @param serverCpu processor milliseconds of the contender for one case
 * @param postgresCpu processor milliseconds of its database server for one case
 * @param residentMebibytes memory of the contender when the last case was finished
 */
public record Figures(
        double casesPerSecond,
        double p50,
        double p95,
        double p99,
        double serverCpu,
        double postgresCpu,
        double residentMebibytes) {

    /** Processor milliseconds for one case, contender and database server together. */
    public double cpu() {
        return serverCpu + postgresCpu;
    }

    /** The median of each figure for itself. */
    public static Figures medians(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::casesPerSecond),
                median(rounds, Figures::p50),
                median(rounds, Figures::p95),
                median(rounds, Figures::p99),
                median(rounds, Figures::serverCpu),
                median(rounds, Figures::postgresCpu),
                median(rounds, Figures::residentMebibytes));
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }
}

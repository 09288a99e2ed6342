package vn.haidang.bench;

import java.util.Locale;

/**
 * One contender measured once, and what else went on meanwhile.
 *
 * @param clientCpu processor milliseconds of the measuring program for one case
 * @param othersShare share of all cores that went to anybody else while it was measured
 * @param databaseBytes size of the database afterwards
 */
public record Round(
        int number,
        String contender,
        Figures figures,
        double clientCpu,
        double othersShare,
        double loadBefore,
        double loadAfter,
        long databaseBytes) {

    /** One line for the terminal. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "round %d  %-14s %6.1f cases/s  p50 %5.1f p95 %5.1f p99 %5.1f ms  "
                        + "cpu/case %5.1f + %4.1f = %5.1f ms (client %4.1f)  rss %4.0f MiB  load %.2f -> %.2f, others %2.0f %%",
                number,
                contender,
                figures.casesPerSecond(),
                figures.p50(),
                figures.p95(),
                figures.p99(),
                figures.serverCpu(),
                figures.postgresCpu(),
                figures.cpu(),
                clientCpu,
                figures.residentMebibytes(),
                loadBefore,
                loadAfter,
                othersShare * 100);
    }
}

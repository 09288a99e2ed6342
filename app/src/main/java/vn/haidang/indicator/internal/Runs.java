package vn.haidang.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.ReportingPeriod;

/**
 * The days of a list of periods cut into runs that are read from month cells and runs that are read from day cells: a month is read
 * whole where it lies whole in one period, and had ended by the day of which is asked what was known.
 */
final class Runs {

    /**
     * Days that are read alike.
     *
     * @param first null from the beginning
     * @param stockOnly no period holds these days; only what adds up from the beginning needs them
     */
    record Run(@Nullable LocalDate first, LocalDate last, boolean byMonth, boolean stockOnly) {}

    private final @Nullable LocalDate knownOn;
    private final List<Run> runs = new ArrayList<>();

    private Runs(@Nullable LocalDate knownOn) {
        this.knownOn = knownOn;
    }

    /** @param periods one after the other, without overlap */
    static List<Run> of(List<ReportingPeriod> periods, @Nullable LocalDate knownOn) {
        var runs = new Runs(knownOn);
        LocalDate done = null;
        for (var period : periods) {
            if (done == null || done.plusDays(1).isBefore(period.first())) {
                runs.cut(done == null ? null : done.plusDays(1), period.first().minusDays(1), true);
            }
            runs.cut(period.first(), period.last(), false);
            done = period.last();
        }
        return List.copyOf(runs.runs);
    }

    private void cut(@Nullable LocalDate first, LocalDate last, boolean stockOnly) {
        var from = first == null ? null : first.minusDays(1).plusMonths(1).withDayOfMonth(1);
        var to = last.plusDays(1).withDayOfMonth(1);
        var known = knownOn;
        if (known != null && known.plusDays(1).withDayOfMonth(1).isBefore(to)) {
            to = known.plusDays(1).withDayOfMonth(1);
        }
        if (from != null && !from.isBefore(to)) {
            add(first, last, false, stockOnly);
            return;
        }
        if (first != null && from != null && first.isBefore(from)) {
            add(first, from.minusDays(1), false, stockOnly);
        }
        add(from, to.minusDays(1), true, stockOnly);
        if (!to.isAfter(last)) {
            add(to, last, false, stockOnly);
        }
    }

    private void add(@Nullable LocalDate first, LocalDate last, boolean byMonth, boolean stockOnly) {
        if (!runs.isEmpty()) {
            var before = runs.getLast();
            if (before.byMonth() == byMonth
                    && before.stockOnly() == stockOnly
                    && before.last().plusDays(1).equals(first)) {
                runs.set(runs.size() - 1, new Run(before.first(), last, byMonth, stockOnly));
                return;
            }
        }
        runs.add(new Run(first, last, byMonth, stockOnly));
    }
}

package vn.haidang.worktime.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the calendar with what is known about its being known.
 *
 * @param from first version that knows it
 * @param to first version that does not know it any more; null while it stands
 * @param since the day of its notice; null where not established, then every day
 * @param dropped the day on which version {@code to} was recorded
 */
record Known<T>(
        T row,
        int from,
        @Nullable Integer to,
        @Nullable LocalDate since,
        @Nullable LocalDate dropped) {

    boolean at(int version) {
        return from <= version && (to == null || version < to);
    }

    static <T> List<T> at(List<Known<T>> rows, int version) {
        return rows.stream().filter(row -> row.at(version)).map(Known::row).toList();
    }

    /**
     * What the public knew at the end of a day: of each key the latest row whose notice had come by then. A row that was
     * replaced counts until the notice of the one that replaced it; one that was dropped, until the day of that.
     */
    static <T, K> List<T> on(List<Known<T>> rows, Function<T, K> key, LocalDate day) {
        Map<K, List<Known<T>>> byKey = rows.stream().collect(Collectors.groupingBy(row -> key.apply(row.row())));
        List<T> result = new ArrayList<>();
        for (List<Known<T>> history : byKey.values()) {
            history.stream()
                    .filter(row -> row.since() == null || !row.since().isAfter(day))
                    .max(Comparator.comparingInt(Known::from))
                    .filter(row -> row.standsOn(day, history))
                    .ifPresent(row -> result.add(row.row()));
        }
        return result;
    }

    private boolean standsOn(LocalDate day, List<Known<T>> history) {
        return to == null
                || dropped == null
                || day.isBefore(dropped)
                || history.stream().anyMatch(row -> row.from() == to);
    }
}

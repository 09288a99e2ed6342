package vn.haidang.plan;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.plan.Standing.Hold;
import vn.haidang.plan.Target.Level;

/**
 * One indicator with every target of every document for it, each with where it stands.
 *
 * @param current what the platform counts now, per level; for a level that is no more its last value
 * @param before the same as it stood a month earlier, per level that lives; empty where nobody asked
 * @param reported what others published, newest first
 */
public record Progress(
        PlanIndicator indicator,
        List<Standing> standings,
        List<MeasuredValue> current,
        List<MeasuredValue> before,
        List<ReportedValue> reported) {

    public Progress {
        standings = List.copyOf(standings);
        current = List.copyOf(current);
        before = List.copyOf(before);
        reported = List.copyOf(reported);
    }

    /** The levels that have targets, in order. */
    public List<Level> levels() {
        return standings.stream()
                .map(standing -> standing.target().level())
                .distinct()
                .sorted()
                .toList();
    }

    /** What to show of a level at a glance: the targets that hold, else those of the next year to come. */
    public List<Standing> main(Level level) {
        List<Standing> ofLevel = standings.stream()
                .filter(standing -> standing.target().level() == level)
                .toList();
        List<Standing> holding = ofLevel.stream()
                .filter(standing -> standing.hold() == Hold.HOLDS)
                .toList();
        if (!holding.isEmpty()) {
            return holding;
        }
        int next = ofLevel.stream()
                .filter(standing -> standing.hold() == Hold.AHEAD)
                .map(standing -> standing.target().year())
                .min(Comparator.naturalOrder())
                .orElse(0);
        List<Standing> ahead = ofLevel.stream()
                .filter(standing -> standing.target().year() == next)
                .toList();
        return ahead.isEmpty() ? ofLevel : ahead;
    }

    public @Nullable MeasuredValue current(Level level) {
        return of(level, current);
    }

    public @Nullable MeasuredValue before(Level level) {
        return of(level, before);
    }

    /** What was published of the same place before the newest; null where that is all there is. */
    public @Nullable ReportedValue publishedBefore() {
        return reported.stream()
                .skip(1)
                .filter(value -> value.unitKey().equals(reported.getFirst().unitKey()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable MeasuredValue of(Level level, List<MeasuredValue> values) {
        return values.stream()
                .filter(value -> value.level() == level)
                .findFirst()
                .orElse(null);
    }

    /** Documents that want different values by the same year, which no reader should have to find out alone. */
    public boolean conflicting() {
        return standings.stream()
                .anyMatch(one -> standings.stream().anyMatch(other -> conflict(one.target(), other.target())));
    }

    private static boolean conflict(Target one, Target other) {
        return one.year() == other.year()
                && one.level() == other.level()
                && one.value() != null
                && other.value() != null
                && one.value().compareTo(other.value()) != 0;
    }
}

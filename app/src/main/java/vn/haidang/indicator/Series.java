package vn.haidang.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.indicator.internal.SeriesReader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.ReportingPeriod;

/** Figures through time: each period by the rule of its time, on the ground that is asked for, with every break said. */
@Component
public class Series {

    /** The most periods one question may ask for. */
    public static final int MOST_PERIODS = 160;

    /** On which ground a series is read. */
    public enum Basis {
        /** The unit and those under it as the tree stood on the day of each fact. */
        AS_IT_WAS,
        /** The ground of today: what units became by whole steps; what was divided is not established. */
        TODAY,
        /** The smallest area comparable across mergers to which the unit belongs; of a unit with others under it as {@link #TODAY}. */
        GROUP,
        /** As {@link #TODAY}, divided units by the weights that were declared. */
        WEIGHTED
    }

    /** How far a number may be trusted. */
    public enum State {
        KNOWN,
        /** Parts of divided units are in it by declared weights. */
        WEIGHTED,
        /** Some units of the ground were not recorded here then. */
        PARTIAL,
        /** Nothing of the ground was recorded here then: not zero. */
        NO_DATA,
        /** A unit was divided and nobody declared how. */
        NOT_ESTABLISHED,
        /** There was no such unit then. */
        NO_UNIT,
        /** The indicator was not defined then. */
        NOT_DEFINED
    }

    /**
     * Whose series.
     *
     * @param tier only units of this tier, null for all
     */
    public record Line(UnitId unit, @Nullable Tier tier, Basis basis) {}

    /**
     * What a page asks for.
     *
     * @param breakdown only facts of this member, null for all
     * @param knownOn as known at the end of this day, null for all
     */
    public record Question(
            String indicator,
            List<Line> lines,
            List<ReportingPeriod> periods,
            @Nullable String breakdown,
            @Nullable LocalDate knownOn) {

        public Question {
            lines = List.copyOf(lines);
            periods = List.copyOf(periods);
        }
    }

    /**
     * One number.
     *
     * @param components by code, empty where nothing can be said
     * @param value null where there is none, such as a share of nothing
     * @param version of the definition it was counted by
     * @param quality what it rests on
     */
    public record Point(
            ReportingPeriod period,
            State state,
            Map<String, BigDecimal> components,
            @Nullable BigDecimal value,
            int version,
            Quality quality) {

        public Point {
            components = Map.copyOf(components);
        }

        /** Whether a number is shown. */
        public boolean told() {
            return value != null;
        }
    }

    /**
     * What a number rests on.
     *
     * @param living how many units of the ground lived in the period; communes, where there are any
     * @param recorded how many of them were recorded here
     * @param reporting how many units have a fact in it
     * @param late how many facts became known after the month they happened in
     */
    public record Quality(int living, int recorded, int reporting, long late) {

        public static final Quality NONE = new Quality(0, 0, 0, 0);
    }

    /**
     * A day from which numbers are not comparable with those before it.
     *
     * @param units those that came or went, of {@code UNITS} and {@code RECORDING}
     * @param version the new one, of {@code DEFINITION} and {@code RULE}
     */
    public record Break(LocalDate on, Kind kind, int units, int version) {

        /** What changed. */
        public enum Kind {
            /** The ground: units came in or went out. */
            UNITS,
            /** The ground may have changed: beside it units went and nothing says where to. */
            PERHAPS_UNITS,
            /** More units are recorded here from this day. */
            RECORDING,
            /** What is counted. */
            DEFINITION,
            /** How it is combined or measured. */
            RULE
        }
    }

    /**
     * A line through time.
     *
     * @param ground the living units of today that it speaks of, where it is read on today's ground; else the unit itself
     */
    public record Answer(Line line, Unit unit, List<Unit> ground, List<Point> points, List<Break> breaks) {

        public Answer {
            ground = List.copyOf(ground);
            points = List.copyOf(points);
            breaks = List.copyOf(breaks);
        }

        /** The breaks that lie in a period, its first day included. */
        public List<Break> breaksIn(ReportingPeriod period) {
            return breaks.stream().filter(each -> period.contains(each.on())).toList();
        }

        /** The newest number there is, and before it the one it may be compared with; nothing is compared across a break. */
        public List<Point> newest() {
            var told = points.stream().filter(Point::told).toList();
            if (told.size() < 2) {
                return told;
            }
            var last = told.getLast().period().last();
            var before = told.get(told.size() - 2).period().last();
            var broken = breaks.stream()
                    .anyMatch(each -> each.on().isAfter(before) && !each.on().isAfter(last));
            return told.subList(told.size() - (broken ? 1 : 2), told.size());
        }
    }

    private final SeriesReader reader;

    public Series(SeriesReader reader) {
        this.reader = reader;
    }

    /**
     * All lines of one page from one snapshot, in the order asked; a point for every period.
     *
     * @throws vn.haidang.ui.ProblemException {@code indicator/no-such-indicator}, {@code indicator/too-many-periods}
     */
    public List<Answer> read(Question question) {
        return reader.read(question);
    }
}

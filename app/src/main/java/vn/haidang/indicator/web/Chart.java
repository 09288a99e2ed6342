package vn.haidang.indicator.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.haidang.indicator.Series.Answer;
import vn.haidang.indicator.Series.State;

/**
 * A line through time in the units of its picture: interrupted where nothing is known and where the series breaks, for what stands on
 * two sides of a break must not look like one movement. Pure.
 *
 * @param lines the pieces, each as the points of a polyline
 * @param breaks where it breaks, with the numbers of the breaks
 */
public record Chart(
        int width,
        int height,
        List<Tick> ticks,
        List<String> lines,
        List<Dot> dots,
        List<Mark> breaks,
        List<Label> labels) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 26;
    private static final int BOTTOM = 40;
    private static final int MOST_LABELS = 8;
    private static final int STEPS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A line across, with its number. */
    public record Tick(int y, BigDecimal value) {}

    /** A number of the series. */
    public record Dot(int x, int y, int period, boolean full) {}

    /** A break, before the dot of its period. */
    public record Mark(int x, int number) {}

    /** The name of a period below. */
    public record Label(int x, int period) {}

    static Chart of(Answer answer, boolean percent) {
        var points = answer.points();
        var most = BigDecimal.ZERO;
        for (var point : points) {
            var value = point.value();
            most = value == null ? most : most.max(value);
        }
        var top = percent && most.compareTo(HUNDRED) <= 0 ? HUNDRED : nice(most);
        var ticks = new ArrayList<Tick>();
        for (var step = 0; step <= STEPS; step++) {
            var value = top.multiply(BigDecimal.valueOf(step)).divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL32);
            ticks.add(new Tick(y(value, top), value));
        }
        var lines = new ArrayList<String>();
        var piece = new StringBuilder();
        var dots = new ArrayList<Dot>();
        var marks = new ArrayList<Mark>();
        for (var at = 0; at < points.size(); at++) {
            var point = points.get(at);
            for (var each : answer.breaksIn(point.period())) {
                marks.add(new Mark(
                        x(at, points.size()) - gap(points.size()) / 2,
                        answer.breaks().indexOf(each) + 1));
            }
            var value = point.value();
            if (value == null || !answer.breaksIn(point.period()).isEmpty()) {
                end(piece, lines);
            }
            if (value != null) {
                var x = x(at, points.size());
                var y = y(value, top);
                piece.append(piece.isEmpty() ? "" : " ").append(x).append(',').append(y);
                dots.add(new Dot(x, y, at, point.state() == State.KNOWN));
            }
        }
        end(piece, lines);
        return new Chart(WIDTH, HEIGHT, ticks, lines, dots, marks, labels(points.size()));
    }

    /** Where the axis begins. */
    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int top() {
        return TOP;
    }

    public int bottom() {
        return HEIGHT - BOTTOM;
    }

    private static void end(StringBuilder piece, List<String> lines) {
        if (piece.indexOf(" ") > 0) {
            lines.add(piece.toString());
        }
        piece.setLength(0);
    }

    private static List<Label> labels(int points) {
        var labels = new ArrayList<Label>();
        var every = Math.max(1, (points + MOST_LABELS - 1) / MOST_LABELS);
        for (var at = 0; at < points; at += every) {
            labels.add(new Label(x(at, points), at));
        }
        return labels;
    }

    private static int gap(int points) {
        return (WIDTH - LEFT - RIGHT) / Math.max(1, points);
    }

    private static int x(int at, int points) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (2 * at + 1) / (2 * Math.max(1, points));
    }

    private static int y(BigDecimal value, BigDecimal top) {
        var share = value.divide(top, MathContext.DECIMAL32).doubleValue();
        return (int) Math.round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP));
    }

    /** The next of 1, 2, 4, 8, 10, 20 … not below; its quarters are round too. */
    private static BigDecimal nice(BigDecimal most) {
        if (most.signum() <= 0) {
            return BigDecimal.valueOf(STEPS);
        }
        var power = BigDecimal.ONE.movePointRight(most.precision() - most.scale() - 1);
        for (var factor : List.of(1, 2, 4, 8, 10)) {
            var candidate = power.multiply(BigDecimal.valueOf(factor));
            if (candidate.compareTo(most) >= 0) {
                return candidate.max(BigDecimal.valueOf(STEPS)).setScale(0, RoundingMode.CEILING);
            }
        }
        return most.setScale(0, RoundingMode.CEILING);
    }
}

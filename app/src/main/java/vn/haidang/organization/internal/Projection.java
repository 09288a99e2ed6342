package vn.haidang.organization.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Degrees to the plane of a picture: equidistant at the middle latitude, which is true enough for the land of one city. The frame
 * leaves out what lies far off, an island for example; that is shown at the edge, in its direction.
 */
public final class Projection {

    private static final int MARGIN = 28;
    private static final int EDGE = 14;
    private static final int TALLEST = 900;
    private static final int FEW = 8;
    private static final double FAR = 2.2;

    private final double west;
    private final double north;
    private final double perDegreeEast;
    private final double perDegreeSouth;
    private final int width;
    private final int height;

    private Projection(double west, double north, double perDegreeEast, double perDegreeSouth, int width, int height) {
        this.west = west;
        this.north = north;
        this.perDegreeEast = perDegreeEast;
        this.perDegreeSouth = perDegreeSouth;
        this.width = width;
        this.height = height;
    }

    public static Projection around(List<Marks.Mark> marks, int width) {
        var near = near(marks);
        var east = near.stream()
                .mapToDouble(mark -> mark.longitude().doubleValue())
                .summaryStatistics();
        var up =
                near.stream().mapToDouble(mark -> mark.latitude().doubleValue()).summaryStatistics();
        return near.isEmpty()
                ? between(0, 0, 1, 1, width)
                : between(east.getMin(), up.getMin(), east.getMax(), up.getMax(), width);
    }

    /** All but those several times farther from the middle than nearly all others. */
    private static List<Marks.Mark> near(List<Marks.Mark> marks) {
        if (marks.size() < FEW) {
            return marks;
        }
        var middleEast = middle(marks, mark -> mark.longitude().doubleValue());
        var middleNorth = middle(marks, mark -> mark.latitude().doubleValue());
        ToDoubleFunction<Marks.Mark> away = mark -> Math.hypot(
                mark.longitude().doubleValue() - middleEast, mark.latitude().doubleValue() - middleNorth);
        var usual = marks.stream().mapToDouble(away).sorted().toArray()[marks.size() * 9 / 10];
        return marks.stream()
                .filter(mark -> away.applyAsDouble(mark) <= usual * FAR)
                .toList();
    }

    private static double middle(List<Marks.Mark> marks, ToDoubleFunction<Marks.Mark> degree) {
        return marks.stream().mapToDouble(degree).sorted().toArray()[marks.size() / 2];
    }

    static Projection between(double west, double south, double east, double north, int width) {
        var across = Math.max(east - west, 0.02);
        var down = Math.max(north - south, 0.02);
        var squeeze = Math.cos(Math.toRadians((south + north) / 2));
        var scale = Math.min((width - 2.0 * MARGIN) / (across * squeeze), (TALLEST - 2.0 * MARGIN) / down);
        var left = west - (width / scale / squeeze - across) / 2;
        return new Projection(
                left,
                north + MARGIN / scale,
                scale * squeeze,
                scale,
                width,
                (int) Math.round(down * scale) + 2 * MARGIN);
    }

    public int height() {
        return height;
    }

    public int x(Marks.Mark mark) {
        return Math.clamp(east(mark), EDGE, width - EDGE);
    }

    public int y(Marks.Mark mark) {
        return Math.clamp(south(mark), EDGE, height - EDGE);
    }

    /** Whether it lies outside the frame and is only shown at the edge. */
    public boolean far(Marks.Mark mark) {
        return east(mark) != x(mark) || south(mark) != y(mark);
    }

    private int east(Marks.Mark mark) {
        return (int) Math.round((mark.longitude().doubleValue() - west) * perDegreeEast);
    }

    private int south(Marks.Mark mark) {
        return (int) Math.round((north - mark.latitude().doubleValue()) * perDegreeSouth);
    }

    /** For outlines on a grid of so many steps in a degree. */
    public String matrix(double steps) {
        return String.format(
                Locale.ROOT,
                "%.6f 0 0 %.6f %.2f %.2f",
                perDegreeEast / steps,
                -perDegreeSouth / steps,
                -west * perDegreeEast,
                north * perDegreeSouth);
    }

    /** The south-western and the north-eastern corner of the box around an outline. */
    public static List<Marks.Mark> corners(Shapes.Shape shape) {
        return List.of(shape.corner(false), shape.corner(true));
    }

    public static Marks.Mark middle(Shapes.Shape shape) {
        var two = BigDecimal.valueOf(2);
        return new Marks.Mark(
                shape.unit(),
                shape.south().add(shape.north()).divide(two, 5, RoundingMode.HALF_UP),
                shape.west().add(shape.east()).divide(two, 5, RoundingMode.HALF_UP),
                0);
    }
}

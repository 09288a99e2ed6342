package vn.haidang.organization.internal.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The area of a feature on the finest grid, as it is read; corners closer than the grid are one. */
final class Outline {

    /** Steps of the finest grid in one degree. */
    static final int STEPS = 5000;

    /** How many times the grid doubles. */
    static final int LEVELS = 6;

    private static final int MOST_CORNERS = 400_000;

    /** An outline at one level. */
    record Level(int level, String path, int points) {}

    private final List<Ring> rings = new ArrayList<>();
    private int corners;
    private double west = 180;
    private double south = 90;
    private double east = -180;
    private double north = -90;

    void beginRing() {
        rings.add(new Ring());
    }

    void add(double longitude, double latitude) {
        var ring = rings.getLast();
        int before = ring.size();
        ring.add((int) Math.round(longitude * STEPS), (int) Math.round(latitude * STEPS));
        corners += ring.size() - before;
        west = Math.min(west, longitude);
        east = Math.max(east, longitude);
        south = Math.min(south, latitude);
        north = Math.max(north, latitude);
    }

    boolean tooDetailed() {
        return corners > MOST_CORNERS;
    }

    boolean empty() {
        return rings.isEmpty();
    }

    double west() {
        return west;
    }

    double south() {
        return south;
    }

    double east() {
        return east;
    }

    double north() {
        return north;
    }

    /** From fine to coarse; islands smaller than the grid go, but never the whole unit. */
    List<Level> levels() {
        var levels = new ArrayList<Level>();
        for (int level = 0; level < LEVELS; level++) {
            levels.add(level(level, 1 << level));
        }
        return List.copyOf(levels);
    }

    private Level level(int level, int factor) {
        var path = new StringBuilder();
        int points = 0;
        for (var ring : rings) {
            var coarse = ring.coarser(factor);
            if (coarse.size() >= 3 && coarse.doubleArea() > 0) {
                coarse.appendTo(path);
                points += coarse.size();
            }
        }
        if (points == 0) {
            spot(factor).appendTo(path);
            points = 4;
        }
        return new Level(level, path.toString(), points);
    }

    private Ring spot(int factor) {
        var largest =
                rings.stream().max(Comparator.comparingLong(Ring::doubleArea)).orElseThrow();
        int x = Math.floorDiv(largest.x(0), factor);
        int y = Math.floorDiv(largest.y(0), factor);
        var spot = new Ring();
        spot.add(x, y);
        spot.add(x + 1, y);
        spot.add(x + 1, y + 1);
        spot.add(x, y + 1);
        return spot;
    }
}

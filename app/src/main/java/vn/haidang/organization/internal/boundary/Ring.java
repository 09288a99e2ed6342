package vn.haidang.organization.internal.boundary;

import java.util.Arrays;

/**
 * A closed line on a grid. Every corner moves to the grid by itself, so a border that two neighbours share stays shared, without gap
 * or overlap, however coarse the grid is.
 */
final class Ring {

    private int[] corners = new int[64];
    private int used;

    /** Leaves out a corner on the spot of the one before. */
    void add(int x, int y) {
        if (used >= 2 && corners[used - 2] == x && corners[used - 1] == y) {
            return;
        }
        if (used == corners.length) {
            corners = Arrays.copyOf(corners, used * 2);
        }
        corners[used++] = x;
        corners[used++] = y;
    }

    /** A way there and back again encloses nothing; what is left of a line is the same from either end. */
    private void addUnlessBack(int x, int y) {
        if (used >= 4 && corners[used - 4] == x && corners[used - 3] == y) {
            used -= 2;
        } else {
            add(x, y);
        }
    }

    int size() {
        return used / 2;
    }

    int x(int corner) {
        return corners[2 * corner];
    }

    int y(int corner) {
        return corners[2 * corner + 1];
    }

    /** On a grid so many times as wide, without corners on a straight line; fewer than three corners are no area. */
    Ring coarser(int factor) {
        var coarse = new Ring();
        for (int i = 0; i < size(); i++) {
            coarse.addUnlessBack(Math.floorDiv(x(i) + factor / 2, factor), Math.floorDiv(y(i) + factor / 2, factor));
        }
        return coarse.closed().straight();
    }

    private Ring closed() {
        while (used > 2 && corners[0] == corners[used - 2] && corners[1] == corners[used - 1]) {
            used -= 2;
        }
        return this;
    }

    private Ring straight() {
        var kept = new Ring();
        int n = size();
        for (int i = 0; i < n; i++) {
            int before = (i + n - 1) % n;
            int after = (i + 1) % n;
            long turn = (long) (x(i) - x(before)) * (y(after) - y(i)) - (long) (y(i) - y(before)) * (x(after) - x(i));
            if (turn != 0) {
                kept.add(x(i), y(i));
            }
        }
        return kept.closed();
    }

    /** Twice the area, always positive. */
    long doubleArea() {
        long sum = 0;
        for (int i = 0; i < size(); i++) {
            int next = (i + 1) % size();
            sum += (long) x(i) * y(next) - (long) x(next) * y(i);
        }
        return Math.abs(sum);
    }

    void appendTo(StringBuilder path) {
        path.append('M').append(x(0)).append(' ').append(y(0)).append('l');
        for (int i = 1; i < size(); i++) {
            number(path, x(i) - x(i - 1), i == 1);
            number(path, y(i) - y(i - 1), false);
        }
        path.append('z');
    }

    private static void number(StringBuilder path, int number, boolean first) {
        if (!first && number >= 0) {
            path.append(' ');
        }
        path.append(number);
    }
}

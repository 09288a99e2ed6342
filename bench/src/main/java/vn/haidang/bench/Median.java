package vn.haidang.bench;

import java.util.Arrays;

/** The middle one of several figures, or the mean of the two in the middle. */
final class Median {

    private Median() {}

    static double of(double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

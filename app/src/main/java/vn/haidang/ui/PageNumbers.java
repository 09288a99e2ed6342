package vn.haidang.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Which page numbers a pagination shows: the first, the last, and those around the present one. */
public final class PageNumbers {

    /** Stands for numbers left out. */
    public static final long GAP = 0;

    private static final int SHORT = 7;

    private PageNumbers() {}

    public static List<Long> around(long here, long pages) {
        if (pages <= SHORT) {
            return LongStream.rangeClosed(1, pages).boxed().toList();
        }
        var shown = new TreeSet<>(List.of(1L, pages));
        LongStream.rangeClosed(Math.max(1, here - 1), Math.min(pages, here + 1)).forEach(shown::add);
        var numbers = new ArrayList<Long>();
        long before = 0;
        for (var number : shown) {
            if (number > before + 1) {
                numbers.add(GAP);
            }
            numbers.add(number);
            before = number;
        }
        return numbers;
    }
}

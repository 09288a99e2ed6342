package vn.haidang.ui;

import java.util.List;

/** The rows of one page and how many rows the whole list has, counted by the same predicate. */
public record Slice<T>(List<T> rows, PageRequest request, long total) {

    public Slice {
        rows = List.copyOf(rows);
    }

    public long pages() {
        return Math.max(1, (total + request.size() - 1) / request.size());
    }

    public boolean hasNext() {
        return request.number() < pages();
    }

    public boolean hasPrevious() {
        return request.number() > 1;
    }
}

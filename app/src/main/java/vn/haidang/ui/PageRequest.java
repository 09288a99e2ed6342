package vn.haidang.ui;

/** Which stretch of a list is asked for: {@code number} counts from 1, {@code size} is at most 200. */
public record PageRequest(int number, int size) {

    public static final int LARGEST = 200;

    public PageRequest {
        number = Math.max(1, number);
        size = Math.clamp(size, 1, LARGEST);
    }

    public static PageRequest first(int size) {
        return new PageRequest(1, size);
    }

    public long offset() {
        return (long) (number - 1) * size;
    }
}

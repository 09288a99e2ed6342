package vn.haidang.indicator;

import org.jspecify.annotations.Nullable;

/**
 * Which of the records behind a number are asked for: the newest, those that stand after a place, or those just before it. A page
 * costs the same wherever it lies, because nobody counts what stands before it.
 *
 * @param size at most 200
 * @param after the place of the last record of the page before, null for none
 * @param before the place of the first record of the page after; counts where {@code after} is null
 */
public record EvidencePage(
        int size, @Nullable String after, @Nullable String before) {

    public static final int LARGEST = 200;

    public EvidencePage {
        size = Math.clamp(size, 1, LARGEST);
    }

    public static EvidencePage first(int size) {
        return new EvidencePage(size, null, null);
    }

    public EvidencePage after(String place) {
        return new EvidencePage(size, place, null);
    }

    public EvidencePage before(String place) {
        return new EvidencePage(size, null, place);
    }

    /** The place asked from, null where the newest are asked for. */
    @Nullable String place() {
        return after == null ? before : after;
    }

    boolean backwards() {
        return after == null && before != null;
    }
}

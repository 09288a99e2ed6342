package vn.haidang.bench;

import java.util.Arrays;
import java.util.Collection;

/** Times of requests, in the order they were made; filled by one thread. */
public final class Latencies {

    private long[] nanos = new long[4096];
    private int count;

    public void add(long elapsedNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = elapsedNanos;
    }

    public void clear() {
        count = 0;
    }

    public int count() {
        return count;
    }

    /** All of them together. */
    public static Latencies merge(Collection<Latencies> parts) {
        var all = new Latencies();
        for (Latencies part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }

    /** The smallest time that the given share of the requests did not exceed, in milliseconds (nearest rank). */
    public double percentileMillis(double share) {
        if (count == 0) {
            throw new IllegalStateException("no request was made");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}

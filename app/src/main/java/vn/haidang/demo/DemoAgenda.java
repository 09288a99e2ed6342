package vn.haidang.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is still to happen, in the order of time. Belongs to one thread. */
final class DemoAgenda {

    /** One act and when it happens. */
    record Due(Instant at, long order, Runnable act) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final int number;
    private long ordered;

    /** @param number by which its thread is told from the others, from 0 on */
    DemoAgenda(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    void add(Instant moment, Runnable act) {
        due.add(new Due(moment, ordered++, act));
    }

    /** What happens next, taken out; null when nothing does before {@code end}. */
    @Nullable Due next(Instant end) {
        Due first = due.poll();
        return first != null && first.at().isBefore(end) ? first : null;
    }
}

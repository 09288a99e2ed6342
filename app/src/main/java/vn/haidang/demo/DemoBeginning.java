package vn.haidang.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;
import vn.haidang.StartStep;

/**
 * Sets the clock back before the reference data is loaded, so that the made-up city has had its catalogue, its units and its
 * procedures since its history begins.
 */
@Component
class DemoBeginning extends StartStep {

    private final DemoSettings settings;
    private final DemoProgress progress;
    private final MovableClock clock;
    private @Nullable Instant present;
    private long leftAt;

    DemoBeginning(DemoSettings settings, DemoProgress progress, MovableClock clock) {
        super(Place.HISTORY_BEGINS);
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    protected void run() {
        if (settings.on() && !progress.finished()) {
            present = clock.instant();
            leftAt = System.nanoTime();
            Instant first = first();
            if (first.isBefore(present)) {
                clock.returnTo(first);
            }
        }
    }

    /** The first moment of the history. */
    Instant first() {
        return settings.crowd() > 0 ? DemoCalendar.BEGINNING : DemoCalendar.LITTLE_BEGINNING;
    }

    /** When the city opens; null when there is nothing to play. */
    @Nullable Instant present() {
        return present;
    }

    void returnToPresent() {
        if (present != null) {
            clock.returnTo(present.plusNanos(System.nanoTime() - leftAt));
        }
    }
}

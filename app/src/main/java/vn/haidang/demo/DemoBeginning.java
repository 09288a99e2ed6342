package vn.haidang.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.haidang.MovableClock;

/**
 * Sets the clock back before the reference data is loaded, so that the made-up city has had its catalogue, its units and its
 * procedures since its history begins.
 */
@Component
class DemoBeginning implements SmartLifecycle {

    /** Before the reference data. */
    private static final int PHASE = -1500;

    private final DemoSettings settings;
    private final DemoProgress progress;
    private final MovableClock clock;
    private @Nullable Instant present;
    private long leftAt;
    private volatile boolean running;

    DemoBeginning(DemoSettings settings, DemoProgress progress, MovableClock clock) {
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (settings.on() && !progress.finished()) {
            present = clock.instant();
            leftAt = System.nanoTime();
            if (DemoCalendar.BEGINNING.isBefore(present)) {
                clock.returnTo(DemoCalendar.BEGINNING);
            }
        }
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

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

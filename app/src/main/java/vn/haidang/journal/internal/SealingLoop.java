package vn.haidang.journal.internal;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the sealer every second and keeps the months ahead of the clock, from start to stop. */
@Component
class SealingLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingLoop.class);

    private final Sealer sealer;
    private final Months months;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    SealingLoop(Sealer sealer, Months months, Clock clock) {
        this.sealer = sealer;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var loop = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("journal-sealer").factory());
        loop.scheduleWithFixedDelay(this::pass, 0, 1, TimeUnit.SECONDS);
        thread = loop;
    }

    /** Ends after the pass that runs; what waits is sealed at the next start. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void pass() {
        try {
            months.ready(clock.instant());
            sealer.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Entries wait for their seal: {}", e.getMessage());
            }
            failing = true;
        }
    }
}

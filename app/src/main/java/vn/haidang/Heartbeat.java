package vn.haidang;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something each node does again and again on a thread of its own while it runs: after every pause, and at once when woken. A
 * beat that fails is told once, until one succeeds again. What must happen on one node only is a job of the scheduler instead.
 */
public abstract class Heartbeat implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final Semaphore wake = new Semaphore(0);
    private final String name;
    private final Duration pause;
    private final Duration gap;
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean failing;

    /**
     * A heart that beats after each pause.
     *
     * @param name of the thread
     */
    protected Heartbeat(String name, Duration pause) {
        this(name, pause, Duration.ZERO);
    }

    /** As above; however often it is woken, at least the gap lies between two beats. */
    protected Heartbeat(String name, Duration pause, Duration gap) {
        this.name = name;
        this.pause = pause;
        this.gap = gap;
    }

    protected abstract void beat();

    /** What is said when beats begin to fail. */
    protected abstract String trouble();

    protected final void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::loop);
    }

    /** Waits for the beat that runs; there is none after it. */
    @Override
    public synchronized void stop() {
        running = false;
        wake();
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                if (running) {
                    beat();
                    LockSupport.parkNanos(gap.toNanos());
                }
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing && running) {
                    log.warn("{}: {}", trouble(), e.getMessage());
                }
                failing = true;
            }
        }
    }
}

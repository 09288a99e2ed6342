package vn.haidang.indicator.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs the folder every half second, and at once after an act of this node was committed. */
@Component
public class FoldingLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FoldingLoop.class);
    private static final long PAUSE_MILLIS = 500;

    /** Between two passes under load, so that one pass folds the facts of many acts. */
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Folder folder;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean failing;

    FoldingLoop(Folder folder) {
        this.folder = folder;
    }

    /** Wakes the folder once the present transaction is committed; asked many times in one transaction, it does so once. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new Wake());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("indicator-folder").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        var ending = thread;
        if (ending != null) {
            try {
                ending.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                wake.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
                folder.run();
                LockSupport.parkNanos(GAP_NANOS);
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing && running) {
                    LOG.warn("Facts wait to be folded, figures stay exact: {}", e.getMessage());
                }
                failing = true;
            }
        }
    }

    private final class Wake implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(FoldingLoop.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(FoldingLoop.this, Boolean.TRUE);
        }

        @Override
        public void afterCommit() {
            wake.release();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(FoldingLoop.this);
        }
    }
}

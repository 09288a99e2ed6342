package vn.haidang.indicator.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haidang.Heartbeat;

/** Runs the folder every half second, and at once after an act of this node was committed. */
@Component
public class FoldingLoop extends Heartbeat {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Between two passes under load, so that one pass folds the facts of many acts. */
    private static final Duration GAP = Duration.ofMillis(400);

    private final Folder folder;

    FoldingLoop(Folder folder) {
        super("indicator-folder", PAUSE, GAP);
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
    protected void beat() {
        folder.run();
    }

    @Override
    protected String trouble() {
        return "Facts wait to be folded, figures stay exact";
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
            wake();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(FoldingLoop.this);
        }
    }
}

package vn.haidang.reference.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceData;
import vn.haidang.reference.TableLoaded;

/** Loads the reference data before anything that serves or works starts; a refused table stops the start. */
@Component
class LoadAtStart implements SmartLifecycle {

    /** Smaller starts earlier; web server and jobs have large phases. */
    static final int PHASE = -1000;

    private static final Logger log = LoggerFactory.getLogger(LoadAtStart.class);

    private final ReferenceData referenceData;
    private volatile boolean running;

    LoadAtStart(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    @Override
    public void start() {
        referenceData.load(LoadAtStart::tell);
        running = true;
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

    private static void tell(TableLoaded table) {
        if (table.changed()) {
            log.info("Reference data {}/{} {}: {} rows", table.number(), table.tables(), table.table(), table.rows());
        } else {
            log.debug("Reference data {}/{} {}: unchanged", table.number(), table.tables(), table.table());
        }
    }
}

package vn.haidang.reference.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.haidang.StartStep;
import vn.haidang.reference.ReferenceData;
import vn.haidang.reference.TableLoaded;

/** Loads the reference data before anything that serves or works starts; a refused table stops the start. */
@Component
class LoadAtStart extends StartStep {

    private static final Logger log = LoggerFactory.getLogger(LoadAtStart.class);

    private final ReferenceData referenceData;

    LoadAtStart(ReferenceData referenceData) {
        super(Place.REFERENCE_DATA);
        this.referenceData = referenceData;
    }

    @Override
    protected void run() {
        referenceData.load(LoadAtStart::tell);
    }

    private static void tell(TableLoaded table) {
        if (table.changed()) {
            log.info("Reference data {}/{} {}: {} rows", table.number(), table.tables(), table.table(), table.rows());
        } else {
            log.debug("Reference data {}/{} {}: unchanged", table.number(), table.tables(), table.table());
        }
    }
}

package vn.haidang.indicator.spi;

import java.time.Instant;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;

/**
 * Something that changes by the clock alone, such as late or open within time: never stored, counted at read from the open set by
 * an index on the due time.
 */
public interface LiveCount {

    /** As {@code module/count}, for example {@code casework/late}. */
    MeasureCode code();

    /** How many there are at this instant, in one statement. */
    long count(UnitScope scope, Instant at);
}

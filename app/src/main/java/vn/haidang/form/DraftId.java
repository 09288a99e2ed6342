package vn.haidang.form;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** A form somebody is filling in. */
public record DraftId(UUID value) {

    public static DraftId next(Clock clock) {
        return new DraftId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

package vn.haidang.registry;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** A business the city knows. */
public record BusinessId(UUID value) {

    public static BusinessId next(Clock clock) {
        return new BusinessId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

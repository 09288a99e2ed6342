package vn.haidang.publicservice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** One application: what somebody handed in for one service. */
public record ApplicationId(UUID value) {

    public static ApplicationId next(Clock clock) {
        return new ApplicationId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

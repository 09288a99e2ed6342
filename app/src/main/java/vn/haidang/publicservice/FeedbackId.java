package vn.haidang.publicservice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** One complaint or suggestion. */
public record FeedbackId(UUID value) {

    public static FeedbackId next(Clock clock) {
        return new FeedbackId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

package vn.haidang.files;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** One stored upload; equal contents share their bytes, not their id. */
public record FileId(UUID value) {

    public static FileId next(Clock clock) {
        return new FileId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

package vn.haidang.registry;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** A person the city knows, whether or not an account belongs to them. */
public record PersonId(UUID value) {

    public static PersonId next(Clock clock) {
        return new PersonId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

package vn.haidang.registry;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** One authorisation of one person by a person or a business. */
public record AuthorisationId(UUID value) {

    public static AuthorisationId next(Clock clock) {
        return new AuthorisationId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

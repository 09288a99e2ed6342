package vn.haidang.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;

/** An account: somebody who can sign in. Not a person: who it belongs to is a link in the registry. */
public record AccountId(UUID value) {

    public static AccountId next(Clock clock) {
        return new AccountId(UuidCreator.getTimeOrderedEpoch(clock.instant()));
    }
}

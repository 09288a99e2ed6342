package vn.haidang.publicservice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Identifies one declaration that became several dossiers. */
public record BundleId(UUID value) {

    public static BundleId of(Instant now) {
        return new BundleId(UuidCreator.getTimeOrderedEpoch(now));
    }
}

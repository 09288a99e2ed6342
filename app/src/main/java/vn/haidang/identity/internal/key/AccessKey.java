package vn.haidang.identity.internal.key;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.spi.KeyDoor;

/** A key as everybody but its program knows it. */
public record AccessKey(
        UUID id,
        AccountId account,
        String owner,
        String name,
        KeyDoor door,
        Set<String> actions,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    public AccessKey {
        actions = Set.copyOf(actions);
    }

    public boolean live(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}

package vn.haidang.notification.internal.push;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is told notices of its account.
 *
 * @param kind what it runs on: {@code android}, {@code iphone} or {@code computer}
 */
public record Device(
        UUID id,
        URI endpoint,
        String key,
        String secret,
        String kind,
        Instant addedAt,
        @Nullable Instant toldAt) {}

package vn.haidang.notification.internal.push;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;

/**
 * A browser that is told notices of its account.
 *
 * @param kind what it runs on: {@code android}, {@code iphone} or {@code computer}
 * @param language the one its pages were read in when it was added: {@code vi} or {@code en}
 */
public record Device(
        UUID id,
        AccountId account,
        URI endpoint,
        String key,
        String secret,
        String kind,
        String language,
        Instant addedAt,
        @Nullable Instant toldAt) {}

package vn.haidang.registry.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the register says of a business today; published to everybody (Law on Enterprises 59/2020/QH14, art. 32 and 33). */
public record BusinessRecord(
        String registrationNumber,
        String name,
        @Nullable UUID unit,
        @Nullable String street,
        String source,
        LocalDate asOf) {}

package vn.haidang.registry.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of what is known of the reader or the reader's spouse today. */
public record PersonRecord(
        UUID person,
        boolean isSelf,
        String personalNumber,
        String fullName,
        LocalDate birthDate,
        String sex,
        @Nullable String phone,
        @Nullable String email,
        String source,
        LocalDate asOf,
        @Nullable UUID addressUnit,
        @Nullable String street,
        @Nullable String addressSource,
        @Nullable LocalDate addressAsOf) {}

package vn.haidang.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.ApplicationId;

/**
 * Something that came or went by post.
 *
 * @param in whether it came here
 * @param application null where no dossier came of it yet
 * @param otherName who sent it, or to whom it went
 * @param postedOn as its stamp says; null where it cannot be read
 * @param arrivedAt of what came: when it was here
 * @param deliveredOn of what went: when the carrier says it was handed over; null while it is on its way
 * @param dossier code of the dossier it belongs to, or of the first that came of it; null for none
 */
public record Parcel(
        UUID id,
        boolean in,
        UnitId unit,
        @Nullable ApplicationId application,
        String otherName,
        @Nullable String address,
        String carrier,
        String tracking,
        @Nullable LocalDate postedOn,
        @Nullable Instant arrivedAt,
        @Nullable LocalDate deliveredOn,
        String registeredBy,
        Instant registeredAt,
        @Nullable String dossier) {}

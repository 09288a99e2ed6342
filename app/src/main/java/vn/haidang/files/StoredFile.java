package vn.haidang.files;

import java.time.Instant;

/**
 * What is known of a stored file.
 *
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType as detected from the bytes, never as claimed
 * @param scan {@code not-scanned} unless a scanner answered
 */
public record StoredFile(
        FileId id, String name, String mediaType, long bytes, String sha256, String scan, Instant storedAt) {}

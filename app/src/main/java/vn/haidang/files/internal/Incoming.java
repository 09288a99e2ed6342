package vn.haidang.files.internal;

import java.nio.file.Path;

/**
 * Bytes that arrived whole but are not yet stored under their hash.
 *
 * @param lasting whether they are on the disk; not yet where the same bytes lay there already when they came
 */
public record Incoming(Path path, long bytes, String sha256, boolean lasting) {}

package vn.haidang.files.internal;

import java.nio.file.Path;

/** Bytes that arrived whole but are not yet stored under their hash. */
public record Incoming(Path path, long bytes, String sha256) {}

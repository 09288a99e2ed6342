package vn.haidang.journal;

import java.util.UUID;

/** A journal entry; a UUIDv7, so its month is in it. */
public record EntryId(UUID value) {}

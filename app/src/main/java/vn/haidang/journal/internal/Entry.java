package vn.haidang.journal.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Subject;

/** One row of {@code journal.entry} without its hash. */
record Entry(
        UUID id,
        Instant at,
        Kind kind,
        Actor actor,
        String verb,
        List<Subject> subjects,
        List<HashedChange> changes,
        @Nullable String reason) {

    enum Kind {
        ACT,
        READ
    }

    /** A changed value by the salted hashes of what it was and what it became. */
    record HashedChange(String field, byte @Nullable [] from, byte @Nullable [] to) {}
}

package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.journal.Actor;

/**
 * Who does something to a case, when, why, and what it declares.
 *
 * @param name shown in the timeline; empty for the machine
 * @param behalf in whose name a substitute does it, null in one's own
 * @param declared facts that the act adds to the case
 * @param attested those of them that the procedure types, as they are written
 * @param request what the applicant is asked for; null where it asks for nothing
 */
record Doing(
        Actor actor,
        String name,
        @Nullable Colleague behalf,
        Instant at,
        @Nullable String reason,
        Map<String, Object> declared,
        Map<String, String> attested,
        @Nullable SupplementRequest request) {

    static Doing of(Actor actor, String name, Instant at, @Nullable String reason) {
        return new Doing(actor, name, null, at, reason, Map.of(), Map.of(), null);
    }

    static Doing of(Chronicle.By by, Instant at, @Nullable String reason) {
        return new Doing(by.actor(), by.name(), by.behalf(), at, reason, Map.of(), Map.of(), null);
    }

    /** What the machine does in consequence, at the same moment. */
    Doing byMachine() {
        return of(Actor.SYSTEM, "", at, null);
    }
}

package vn.haidang.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a case, ready to be written in one statement.
 *
 * @param from how it stood
 * @param to how it stands afterwards; its version is one higher
 * @param leaves the outcome with which the present visit ends, null when it goes on
 * @param visitDue when the new visit should end
 * @param itemDue when the new item is due, null while it waits
 */
record Move(
        Standing from,
        Standing to,
        Doing doing,
        Event event,
        @Nullable String leaves,
        @Nullable Instant visitDue,
        @Nullable Instant itemDue,
        @Nullable LocalDate closedOn) {

    /** How the move stands in the timeline. */
    record Event(
            UUID id,
            String verb,
            @Nullable String step,
            @Nullable String outcome,
            boolean tellsApplicant) {}

    boolean opensVisit() {
        return to.visit() != null && !to.visit().equals(from.visit());
    }

    boolean postsItem() {
        return opensVisit() && to.item() != null;
    }
}

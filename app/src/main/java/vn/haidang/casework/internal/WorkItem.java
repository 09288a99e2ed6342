package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/**
 * Who must do what by when, for which case.
 *
 * @param caseId null for what another module asks without a case
 * @param code what people call the case, empty without one
 * @param title what is to do, for a step the title of the case
 * @param step code of the step, null for another kind
 * @param parent the task it is a part of
 * @param path where it is done, for what another module asks; null where it is done here
 * @param postedByName who asked for it; empty for a step
 * @param dueAt first moment that is too late, null when none is set or the clock stands still
 * @param outcome how it ended, null while it has not
 */
public record WorkItem(
        Standing.Item who,
        Kind kind,
        @Nullable CaseId caseId,
        String code,
        String title,
        @Nullable String step,
        @Nullable UUID parent,
        @Nullable UUID consult,
        @Nullable String path,
        Instant postedAt,
        @Nullable UUID postedBy,
        String postedByName,
        @Nullable Instant dueAt,
        @Nullable String outcome,
        @Nullable String note) {

    /** What kind of work. */
    public enum Kind {
        /** A step of the case's procedure. */
        STEP,
        /** An opinion asked of another unit. */
        CONSULT,
        /** A part of the plan of a case. */
        TASK,
        /** What another module asks. */
        POSTED
    }

    public UUID id() {
        return who.id();
    }

    public UnitId unit() {
        return who.unit();
    }

    public Role role() {
        return who.role();
    }

    public boolean open() {
        return switch (who.state()) {
            case OPEN, WAITING -> true;
            case DONE, CANCELLED -> false;
        };
    }

    public boolean cancelled() {
        return who.state() == Standing.ItemState.CANCELLED;
    }

    /** Who took it or was given it, null while it is in the queue. */
    public @Nullable String holder() {
        return who.claimedByName();
    }

    /** Who may do it in the holder's name, null when nobody. */
    public @Nullable String substitute() {
        return who.delegation() == null ? null : who.delegation().name();
    }

    /** First moment at which the substitute may not any more. */
    public @Nullable Instant substituteUntil() {
        return who.delegation() == null ? null : who.delegation().until();
    }
}

package vn.haidang.casework.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.ClockTerms;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/**
 * A case as it stands, with all that a change needs.
 *
 * @param visit the open stay at its step, null when closed
 * @param item what somebody has to do now, null when the machine does it or the case is closed
 */
record Standing(
        CaseSummary summary,
        CaseFacts facts,
        ClockTerms terms,
        int calendarVersion,
        @Nullable UUID visit,
        @Nullable Item item) {

    /** The states of a work item: it waits while the clock stands still. */
    enum ItemState {
        OPEN,
        WAITING,
        DONE
    }

    /** The present work item. */
    record Item(
            UUID id,
            UnitId unit,
            Role role,
            ItemState state,
            @Nullable AccountId claimedBy,
            @Nullable String claimedByName) {}

    /** The code of the step it stands at. */
    String step() {
        String step = summary.step();
        if (step == null) {
            throw new IllegalStateException("a closed case stands nowhere");
        }
        return step;
    }
}

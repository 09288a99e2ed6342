package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
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
 * @param ties what else must end before it can go forwards, and what waits for it
 * @param writtenBy the transaction that wrote it, where it is remembered and not held: whoever changes it must find that nobody else
 *     did; null where it is held
 */
record Standing(
        CaseSummary summary,
        CaseFacts facts,
        ClockTerms terms,
        int calendarVersion,
        @Nullable UUID visit,
        @Nullable Item item,
        Ties ties,
        @Nullable String writtenBy) {

    Standing(
            CaseSummary summary,
            CaseFacts facts,
            ClockTerms terms,
            int calendarVersion,
            @Nullable UUID visit,
            @Nullable Item item,
            Ties ties) {
        this(summary, facts, terms, calendarVersion, visit, item, ties, null);
    }

    Standing writtenBy(@Nullable String transaction) {
        return new Standing(summary, facts, terms, calendarVersion, visit, item, ties, transaction);
    }

    /** The states of a work item: it waits while the clock stands still. */
    enum ItemState {
        OPEN,
        WAITING,
        DONE,
        CANCELLED
    }

    /**
     * The present work item.
     *
     * @param assigned whether it was given to the one who holds it, rather than taken
     * @param delegation who else may do it in the holder's name, null when nobody
     */
    record Item(
            UUID id,
            UnitId unit,
            Role role,
            ItemState state,
            @Nullable AccountId claimedBy,
            @Nullable String claimedByName,
            boolean assigned,
            @Nullable Delegation delegation) {

        Item in(ItemState other) {
            return new Item(id, unit, role, other, claimedBy, claimedByName, assigned, delegation);
        }
    }

    /** A named substitute for one item until a moment. */
    record Delegation(AccountId to, String name, Instant until) {}

    /**
     * How a case hangs together with others.
     *
     * @param blocks how many open consults, tasks and blocking sub-cases it waits for
     * @param accompanied whether it ever had one of these, or a step at another unit, so that they need be looked for
     * @param parent the case it was opened for, null when none
     * @param blocksParent whether that one waits for it
     * @param barred whether it is about officials who have nothing to do with it, so that they need be looked for
     */
    record Ties(int blocks, boolean accompanied, @Nullable CaseId parent, boolean blocksParent, boolean barred) {

        static final Ties NONE = new Ties(0, false, null, false, false);

        Ties withOthers() {
            return new Ties(blocks, true, parent, blocksParent, barred);
        }

        Ties aboutOfficials() {
            return new Ties(blocks, accompanied, parent, blocksParent, true);
        }
    }

    /** Whether a unit is neither the competent nor the receiving one. */
    boolean elsewhere(UnitId unit) {
        return !unit.equals(summary.competentUnit()) && !unit.equals(summary.receivingUnit());
    }

    /** The code of the step it stands at. */
    String step() {
        String step = summary.step();
        if (step == null) {
            throw new IllegalStateException("a closed case stands nowhere");
        }
        return step;
    }
}

package vn.haidang.casework.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;

/** By what right somebody does a work item, or why not. */
sealed interface Authority {

    /**
     * They may.
     *
     * @param behalf in whose name, null in their own
     */
    record Allowed(@Nullable Colleague behalf) implements Authority {}

    /** The role at the unit is somebody else's. */
    record NotYours() implements Authority {}

    /** A colleague has it. */
    record Taken(String by) implements Authority {}

    Allowed OWN = new Allowed(null);

    /**
     * Whoever holds the role at the unit does what lies in the queue, and a substitute of theirs does it in their name. What somebody
     * took or was given is done by them, or in their name by their substitute. Nobody keeps it who has no post at the unit any more.
     */
    static Authority over(Standing.Item item, Reader by, Instant now) {
        AccountId me = by.account();
        if (me == null) {
            return new NotYours();
        }
        boolean holdsRole = by.holds(item.role(), item.unit());
        boolean worksThere = by.units().contains(item.unit());
        AccountId holder = item.claimedBy();
        if (holder == null || holder.equals(me)) {
            if (holdsRole) {
                return inStead(item, by);
            }
            return holder != null && item.assigned() && worksThere ? OWN : new NotYours();
        }
        Colleague principal = new Colleague(holder, nameOf(item));
        if (by.standsInFor(holder, item.unit()) || (worksThere && isDelegatedTo(item, me, now))) {
            return new Allowed(principal);
        }
        return holdsRole ? new Taken(principal.name()) : new NotYours();
    }

    private static Allowed inStead(Standing.Item item, Reader by) {
        return by.steadAt(item.role(), item.unit())
                .map(stead -> new Allowed(new Colleague(stead.principal(), stead.name())))
                .orElse(OWN);
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/not-your-work}, {@code casework/claimed-by-another} */
    default Allowed orRefuse() {
        return switch (this) {
            case Allowed allowed -> allowed;
            case NotYours none -> throw CaseworkProblems.notYourWork();
            case Taken(String name) -> throw CaseworkProblems.claimedByAnother(name);
        };
    }

    private static boolean isDelegatedTo(Standing.Item item, AccountId account, Instant now) {
        Standing.Delegation delegation = item.delegation();
        return delegation != null && delegation.to().equals(account) && now.isBefore(delegation.until());
    }

    private static String nameOf(Standing.Item item) {
        String name = item.claimedByName();
        return name == null ? "" : name;
    }
}

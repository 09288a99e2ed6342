package vn.haidang.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/**
 * Who is asking, with the posts held today: computed once per request and handed to every predicate. A controller method takes it
 * as a parameter.
 *
 * @param account null for a visitor who is not signed in
 */
public record Reader(@Nullable AccountId account, String displayName, Set<Holding> holdings) {

    /** A role held at a unit today. */
    public record Holding(UnitId unit, Role role) {}

    public static final Reader ANONYMOUS = new Reader(null, "", Set.of());

    public Reader {
        holdings = Set.copyOf(holdings);
    }

    public boolean signedIn() {
        return account != null;
    }

    public boolean holds(Role role, UnitId unit) {
        return holdings.contains(new Holding(unit, role));
    }

    public boolean holdsAnywhere(Role role) {
        return holdings.stream().anyMatch(holding -> holding.role().equals(role));
    }

    public Set<UnitId> units() {
        return holdings.stream().map(Holding::unit).collect(Collectors.toUnmodifiableSet());
    }

    public boolean official() {
        return !holdings.isEmpty();
    }

    public Actor actor() {
        return account == null ? Actor.ANONYMOUS : Actor.account(account.value());
    }
}

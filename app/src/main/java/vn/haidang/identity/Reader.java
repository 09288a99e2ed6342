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
 * <p>Whoever acts for another does so as a private person: the posts held do not count meanwhile.
 *
 * @param account null for a visitor who is not signed in
 * @param person the person of the registry the account belongs to, null while unknown
 * @param mandate for whom the account acts now, null when for itself
 */
public record Reader(
        @Nullable AccountId account,
        String displayName,
        Set<Holding> holdings,
        @Nullable PartyId person,
        @Nullable Mandate mandate) {

    /** A role held at a unit today. */
    public record Holding(UnitId unit, Role role) {}

    public static final Reader ANONYMOUS = new Reader(null, "", Set.of());

    public Reader {
        holdings = mandate == null ? Set.copyOf(holdings) : Set.of();
    }

    public Reader(@Nullable AccountId account, String displayName, Set<Holding> holdings) {
        this(account, displayName, holdings, null, null);
    }

    /** The same reader acting for another. */
    public Reader actingUnder(Mandate chosen) {
        return new Reader(account, displayName, Set.of(), person, chosen);
    }

    /** In whose name this reader acts; null for a visitor. */
    public @Nullable PartyId party() {
        if (account == null) {
            return null;
        }
        return mandate == null ? PartyId.of(account) : mandate.party();
    }

    /** The name that stands for the party. */
    public String partyName() {
        return mandate == null ? displayName : mandate.name();
    }

    /**
     * Whose records are wholly this reader's own now: the account's and its person's, or those of whom it acts for without limits.
     * What a limited mandate opens is for the module to say that knows the limits' nouns.
     */
    public Set<PartyId> ownParties() {
        if (account == null) {
            return Set.of();
        }
        if (mandate != null) {
            return mandate.whole() ? Set.of(mandate.party()) : Set.of();
        }
        return person == null ? Set.of(PartyId.of(account)) : Set.of(PartyId.of(account), person);
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
        if (account == null) {
            return Actor.ANONYMOUS;
        }
        var actor = Actor.account(account.value());
        return mandate == null ? actor : actor.onBehalfOf(mandate.represented());
    }
}

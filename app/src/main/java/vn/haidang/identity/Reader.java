package vn.haidang.identity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param posts the roles held in one's own right
 * @param standIns in whose stead an official may act today
 */
public record Reader(
        @Nullable AccountId account,
        String displayName,
        Set<Holding> posts,
        @Nullable PartyId person,
        @Nullable Mandate mandate,
        Set<StandIn> standIns) {

    /** A role held at a unit today. */
    public record Holding(UnitId unit, Role role) {}

    /** A role that somebody else holds and has named this reader a substitute for. */
    public record StandIn(Holding holding, AccountId principal, String name) {}

    public static final Reader ANONYMOUS = new Reader(null, "", Set.of());

    public Reader {
        posts = mandate == null ? Set.copyOf(posts) : Set.of();
        standIns = mandate == null ? Set.copyOf(standIns) : Set.of();
    }

    public Reader(
            @Nullable AccountId account,
            String displayName,
            Set<Holding> holdings,
            @Nullable PartyId person,
            @Nullable Mandate mandate) {
        this(account, displayName, holdings, person, mandate, Set.of());
    }

    public Reader(@Nullable AccountId account, String displayName, Set<Holding> holdings) {
        this(account, displayName, holdings, null, null);
    }

    /** All roles this reader may act in, in their own right or in somebody's stead. */
    public Set<Holding> holdings() {
        if (standIns.isEmpty()) {
            return posts;
        }
        return Stream.concat(posts.stream(), standIns.stream().map(StandIn::holding))
                .collect(Collectors.toUnmodifiableSet());
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

    /** In whose stead the role at the unit is open to this reader; empty where they hold it themselves, or not at all. */
    public Optional<StandIn> steadAt(Role role, UnitId unit) {
        Holding asked = new Holding(unit, role);
        return posts.contains(asked)
                ? Optional.empty()
                : standIns.stream().filter(each -> each.holding().equals(asked)).findFirst();
    }

    /** Whether this reader may act for somebody at a unit today. */
    public boolean standsInFor(AccountId principal, UnitId unit) {
        return standIns.stream()
                .anyMatch(each -> each.principal().equals(principal)
                        && each.holding().unit().equals(unit));
    }

    public boolean holds(Role role, UnitId unit) {
        return holdings().contains(new Holding(unit, role));
    }

    public boolean holdsAnywhere(Role role) {
        for (Holding holding : posts) {
            if (holding.role().equals(role)) {
                return true;
            }
        }
        for (StandIn standIn : standIns) {
            if (standIn.holding().role().equals(role)) {
                return true;
            }
        }
        return false;
    }

    public Set<UnitId> units() {
        return holdings().stream().map(Holding::unit).collect(Collectors.toUnmodifiableSet());
    }

    public boolean official() {
        return !posts.isEmpty() || !standIns.isEmpty();
    }

    public Actor actor() {
        if (account == null) {
            return Actor.ANONYMOUS;
        }
        var actor = Actor.account(account.value());
        return mandate == null ? actor : actor.onBehalfOf(mandate.represented());
    }
}

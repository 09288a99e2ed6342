package vn.haidang.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.Grants;
import vn.haidang.organization.UnitId;

/** Where a reader may do something: a post at one unit gives nothing at another, nor does another role at the same unit. */
@Component
public class Powers {

    private final Grants grants;

    Powers(Grants grants) {
        this.grants = grants;
    }

    /** The roles that hold the action at their unit. */
    public Set<Role> roles(String action) {
        return grants.holders(action);
    }

    /** The units at which one of the reader's roles holds the action. */
    public Set<UnitId> units(Reader reader, String action) {
        return units(reader.holdings(), action);
    }

    /** The same in the reader's own right, standing in for nobody. */
    public Set<UnitId> ownUnits(Reader reader, String action) {
        return units(reader.posts(), action);
    }

    private Set<UnitId> units(Set<Reader.Holding> holdings, String action) {
        Set<Role> holders = grants.holders(action);
        return holdings.stream()
                .filter(holding -> holders.contains(holding.role()))
                .map(Reader.Holding::unit)
                .collect(Collectors.toUnmodifiableSet());
    }
}

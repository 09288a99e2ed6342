package vn.haidang.casework.internal;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.organization.Units;

/** What the table of a procedure may name: handlers, roles, units. */
@Component
class Vocabulary {

    private final Handlers handlers;
    private final Roles roles;
    private final Units units;

    Vocabulary(Handlers handlers, Roles roles, Units units) {
        this.handlers = handlers;
        this.roles = roles;
        this.units = units;
    }

    boolean isMissing(String handler) {
        return handlers.isMissing(handler);
    }

    Set<Role> roles() {
        return roles.all();
    }

    boolean knowsUnit(String key) {
        return units.byKey(key).isPresent();
    }
}

package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;

/** What the table of a procedure may name: handlers, roles, units. */
@Component
class Vocabulary {

    private final Handlers handlers;
    private final Roles roles;
    private final Units units;
    private final StepUnits stepUnits;
    private final Clock clock;

    Vocabulary(Handlers handlers, Roles roles, Units units, StepUnits stepUnits, Clock clock) {
        this.handlers = handlers;
        this.roles = roles;
        this.units = units;
        this.stepUnits = stepUnits;
        this.clock = clock;
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

    /** As {@link StepUnits#named}. */
    Map<Procedure.Step, Optional<Unit>> named(Procedure procedure, LocalDate day) {
        return stepUnits.named(procedure, day);
    }

    /** Whether a unit ended by the day, and no single other one took all of it; a draft, without a day, is for today. */
    boolean isGone(String key, @Nullable LocalDate from) {
        return stepUnits.isGone(key, from == null ? LocalDate.now(clock) : from);
    }
}

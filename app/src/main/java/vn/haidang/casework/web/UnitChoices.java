package vn.haidang.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Option;

/** The units and roles to which work can be given today. */
@Component
class UnitChoices {

    private final Units units;
    private final Powers powers;
    private final Roles roles;
    private final Clock clock;

    UnitChoices(Units units, Powers powers, Roles roles, Clock clock) {
        this.units = units;
        this.powers = powers;
        this.roles = roles;
        this.clock = clock;
    }

    /** Those at hand first, then the city, then all others by name. */
    List<Option> units(List<UnitId> first, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Set<Unit> all = new LinkedHashSet<>();
        first.forEach(id -> units.find(id).filter(unit -> unit.livesOn(today)).ifPresent(all::add));
        all.add(units.city(today));
        for (Tier tier : Tier.values()) {
            all.addAll(units.ofTier(tier, today));
        }
        List<Option> options = new ArrayList<>();
        for (Unit unit : all) {
            options.add(new Option(unit.id().value().toString(), name(unit, locale), ""));
        }
        return options;
    }

    boolean lives(String unit) {
        return TaskForm.id(unit).filter(this::lives).isPresent();
    }

    private boolean lives(UUID unit) {
        return units.find(new UnitId(unit))
                .filter(each -> each.livesOn(LocalDate.now(clock)))
                .isPresent();
    }

    List<Option> roles(Locale locale) {
        return powers.roles("casework/act").stream()
                .map(Role::code)
                .sorted()
                .map(code -> new Option(code, roles.name(new Role(code), locale), ""))
                .toList();
    }

    boolean works(String role) {
        return powers.roles("casework/act").contains(new Role(role));
    }

    private static String name(Unit unit, Locale locale) {
        return locale.getLanguage().equals("en") ? unit.nameEn() : unit.name();
    }
}

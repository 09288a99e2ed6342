package vn.haidang.identity.web.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Option;

/** The names of units and roles for these pages, and the choices of both. */
@Component
class StaffWords {

    private final Units units;
    private final Roles roles;
    private final Clock clock;

    StaffWords(Units units, Roles roles, Clock clock) {
        this.units = units;
        this.roles = roles;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String unit(UnitId id, Locale locale) {
        return units.find(id).map(unit -> name(unit, locale)).orElse("");
    }

    String unitOfKey(String key, Locale locale) {
        return units.byKey(key).map(unit -> name(unit, locale)).orElse(key);
    }

    String key(UnitId id) {
        return units.find(id).map(Unit::key).orElse("");
    }

    String role(Role role, Locale locale) {
        return roles.name(role, locale);
    }

    List<Option> units(Locale locale) {
        List<Option> options = new ArrayList<>();
        var city = units.city(today());
        options.add(new Option(city.key(), name(city, locale), ""));
        units.children(city.id(), today()).forEach(unit -> options.add(new Option(unit.key(), name(unit, locale), "")));
        return options;
    }

    List<Option> roles(Locale locale) {
        return roles.all().stream()
                .filter(role -> !role.equals(Role.RESIDENT))
                .map(role -> new Option(role.code(), role(role, locale), ""))
                .toList();
    }

    private static String name(Unit unit, Locale locale) {
        return locale.getLanguage().equals("en") ? unit.nameEn() : unit.name();
    }
}

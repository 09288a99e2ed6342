package vn.haidang.identity.web.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;
    private final Clock clock;

    StaffWords(Units units, Roles roles, MessageSource messages, Clock clock) {
        this.units = units;
        this.roles = roles;
        this.messages = messages;
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

    /** What an action lets somebody do; its code where a city's own table speaks of one without words. */
    String action(String action, Locale locale) {
        return Objects.requireNonNull(
                messages.getMessage("identity.action." + action.replace('/', '.'), null, action, locale));
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

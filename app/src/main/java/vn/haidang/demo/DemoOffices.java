package vn.haidang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Accounts.NewAccount;
import vn.haidang.identity.Role;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** The officials of the units. Where the little city has none, three whom nobody signs in as come when they are first needed. */
@Component
class DemoOffices {

    private static final List<Role> THREE = List.of(Role.ONE_STOP_OFFICER, Role.SPECIALIST, Role.UNIT_HEAD);

    private final Accounts accounts;
    private final Units units;
    private final DemoWords words;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    DemoOffices(Accounts accounts, Units units, DemoWords words) {
        this.accounts = accounts;
        this.units = units;
        this.words = words;
    }

    /** Those of the little city, who are there already. */
    void open(Map<String, Desk> theirs) {
        desks.putAll(theirs);
    }

    Desk desk(String unitKey) {
        Desk desk = desks.get(unitKey);
        if (desk == null) {
            desk = newDesk(unitKey);
            desks.put(unitKey, desk);
        }
        return desk;
    }

    /** All that have officials on a day: every commune, and what is directly under the city. */
    List<Unit> staffed(LocalDate day) {
        List<Unit> staffed = new ArrayList<>(units.ofTier(Tier.COMMUNE, day));
        units.children(units.city(day).id(), day).stream()
                .filter(unit -> unit.tier() == Tier.CITY)
                .forEach(staffed::add);
        return staffed;
    }

    /**
     * From the beginning of the history, or the first day of the unit, to its end: a city made larger tells of days before the first case
     * it had at a unit.
     */
    void appoint(AccountId id, String unitKey, Role role) {
        Unit unit = units.get(UnitId.ofKey(unitKey));
        LocalDate beginning = DemoCalendar.day(DemoCalendar.BEGINNING);
        LocalDate first = beginning.isBefore(unit.validFrom()) ? unit.validFrom() : beginning;
        accounts.appoint(id, unit.id(), role, title(role, unit), first, unit.validTo());
    }

    private Desk newDesk(String unitKey) {
        List<AccountId> three = new ArrayList<>();
        for (Role role : THREE) {
            three.add(official(unitKey, role));
        }
        return new Desk(UnitId.ofKey(unitKey), three.get(0), three.get(1), three.get(2));
    }

    private AccountId official(String unitKey, Role role) {
        String username = unitKey + "-" + role.code();
        return accounts.byUsername(username).map(Accounts.Account::id).orElseGet(() -> {
            String name = DemoNames.official(username.hashCode());
            AccountId id = accounts.create(new NewAccount(username, name, null, null));
            appoint(id, unitKey, role);
            return id;
        });
    }

    /** The head of a ward chairs the committee of a ward: what is signed says so. */
    private String title(Role role, Unit unit) {
        String title = "title." + role.code();
        return words.sayOr(title + "." + unit.kind(), title);
    }
}

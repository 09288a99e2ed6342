package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Accounts.NewAccount;
import vn.haidang.identity.spi.Citizens;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.registry.Persons;
import vn.haidang.registry.Persons.NewPerson;

/**
 * The residents whom nobody signs in as: each comes with their first case, as the identity provider would bring them, without a
 * password. Two of three are in the population register already. They live at the unit of today that came of the unit of their case.
 */
@Component
class DemoCrowd {

    /** How many live at each commune of today. */
    static final int AT_EACH = 9;

    private static final String REGISTER = "population-register";

    private final Accounts accounts;
    private final Citizens citizens;
    private final Persons persons;
    private final Units units;
    private final DemoWords words;
    private final Map<String, Resident> arrived = new ConcurrentHashMap<>();

    DemoCrowd(Accounts accounts, Citizens citizens, Persons persons, Units units, DemoWords words) {
        this.accounts = accounts;
        this.citizens = citizens;
        this.persons = persons;
        this.units = units;
        this.words = words;
    }

    Resident resident(String unitKey, int number) {
        Unit home = home(unitKey);
        int seed = Math.floorMod(home.key().hashCode(), 900_000) * AT_EACH + number;
        String personalNumber = "82019%07d".formatted(10_000 + seed);
        Resident known = arrived.get(personalNumber);
        if (known == null) {
            known = arrive(home, personalNumber, seed);
            arrived.put(personalNumber, known);
        }
        return known;
    }

    /** What the unit became when the districts ended, the first of several; for a district what came of a commune of it. */
    Unit home(String unitKey) {
        Unit unit = units.get(UnitId.ofKey(unitKey));
        if (unit.livesOn(DemoCalendar.TWO_TIERS)) {
            return unit;
        }
        return after(unit)
                .orElseGet(() -> units.children(unit.id(), DemoCalendar.TWO_TIERS.minusDays(1)).stream()
                        .flatMap(commune -> after(commune).stream())
                        .findFirst()
                        .orElse(unit));
    }

    private Optional<Unit> after(Unit unit) {
        return units.continuedBy(unit.id(), DemoCalendar.TWO_TIERS).stream()
                .map(continuation -> continuation.unit())
                .findFirst();
    }

    private Resident arrive(Unit home, String personalNumber, int seed) {
        String name = DemoNames.resident(50_000 + seed);
        return citizens.accountOf(personalNumber)
                .map(account -> new Resident(account, name, false))
                .orElseGet(() -> bring(home, personalNumber, name, seed));
    }

    private Resident bring(Unit home, String personalNumber, String name, int seed) {
        LocalDate born = LocalDate.of(1955 + seed % 50, 1 + seed % 12, 1 + seed % 28);
        String phone = "09" + personalNumber.substring(4);
        if (seed % 3 != 0) {
            persons.record(
                    new NewPerson(
                            personalNumber,
                            name,
                            born,
                            DemoNames.sex(seed),
                            phone,
                            null,
                            home.id(),
                            words.say("street", seed % 17 + 1),
                            REGISTER),
                    Actor.SYSTEM);
        }
        String username = "citizen-" + UUID.nameUUIDFromBytes(personalNumber.getBytes(StandardCharsets.UTF_8));
        AccountId account = accounts.create(new NewAccount(username, name, null, null));
        citizens.belongs(account, new Citizens.Citizen(personalNumber, name, born, DemoNames.sex(seed), phone, null));
        return new Resident(account, name, false);
    }
}

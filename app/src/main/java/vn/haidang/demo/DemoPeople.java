package vn.haidang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.Home;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.demo.DemoCast.Resident;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Accounts.NewAccount;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;
import vn.haidang.registry.Persons.NewPerson;

/** Brings the made-up people into the city: accounts, posts, persons, one household. Whoever is there already stays. */
@Component
class DemoPeople {

    /** Name of the secret under the keys of the installation. */
    static final String PASSWORD = "demo-password";

    /** Of the little city. */
    static final int RESIDENTS = DemoAccounts.RESIDENTS.size() + DemoNames.OTHER_RESIDENTS;

    private static final String REGISTER = "population-register";

    private final Accounts accounts;
    private final Persons persons;
    private final Home home;
    private final DemoWords words;
    private final DemoOffices offices;

    DemoPeople(Accounts accounts, Persons persons, Home home, DemoWords words, DemoOffices offices) {
        this.accounts = accounts;
        this.persons = persons;
        this.home = home;
        this.words = words;
        this.offices = offices;
    }

    DemoCast arrive() {
        String password = home.secret(PASSWORD);
        Map<String, Desk> desks = new HashMap<>();
        Map<String, AccountId> shown = new HashMap<>();
        for (DemoAccounts.Shown account : DemoAccounts.SHOWN) {
            boolean isNew = accounts.byUsername(account.username()).isEmpty();
            AccountId id = account(account.username(), account.displayName(), password);
            shown.put(account.username(), id);
            if (isNew && !account.unitKey().isEmpty()) {
                offices.appoint(id, account.unitKey(), new Role(account.role()));
            }
        }
        desks.put("commune-11311-c", desk("commune-11311-c", shown, "mot-cua", "thu-ly", "lanh-dao"));
        desks.put("commune-11329-c", desk("commune-11329-c", shown, "mot-cua-2", "thu-ly-2", "lanh-dao-2"));
        return new DemoCast(residents(shown), desks);
    }

    private List<Resident> residents(Map<String, AccountId> shown) {
        List<Resident> residents = new ArrayList<>();
        Map<String, PersonId> byUsername = new HashMap<>();
        for (DemoAccounts.Known known : DemoAccounts.RESIDENTS) {
            PersonId person =
                    person(known.number(), known.name(), known.sex(), known.born(), known.unitKey(), known.street());
            byUsername.put(known.username(), person);
            residents.add(resident(person, shown.get(known.username()), known.name()));
        }
        marry(byUsername.get("minh"), byUsername.get("lan"));
        for (int number = 0; number < DemoNames.OTHER_RESIDENTS; number++) {
            String commune = DemoAccounts.COMMUNES.get(number % DemoAccounts.COMMUNES.size());
            String name = DemoNames.resident(number);
            PersonId person = person(
                    "82019%07d".formatted(100 + number),
                    name,
                    DemoNames.sex(number),
                    LocalDate.of(1970 + number % 35, 1 + number % 12, 1 + number % 28),
                    commune,
                    words.say("street", number % 9 + 1));
            residents.add(resident(person, account("cong-dan-" + (number + 1), name, null), name));
        }
        return residents;
    }

    private Desk desk(String unitKey, Map<String, AccountId> shown, String officer, String specialist, String head) {
        return new Desk(UnitId.ofKey(unitKey), known(shown, officer), known(shown, specialist), known(shown, head));
    }

    private AccountId account(String username, String displayName, @Nullable String password) {
        return accounts.byUsername(username)
                .map(Accounts.Account::id)
                .orElseGet(() ->
                        accounts.create(new NewAccount(username, displayName, username + "@example.org", password)));
    }

    private PersonId person(String number, String name, String sex, LocalDate born, String unitKey, String street) {
        return persons.byNumber(number)
                .orElseGet(() -> persons.record(
                        new NewPerson(
                                number,
                                name,
                                born,
                                sex,
                                "09" + number.substring(4),
                                null,
                                UnitId.ofKey(unitKey),
                                street,
                                REGISTER),
                        Actor.SYSTEM));
    }

    private Resident resident(PersonId person, @Nullable AccountId account, String name) {
        if (account == null) {
            throw new IllegalStateException("a resident without an account");
        }
        if (persons.of(account).isEmpty()) {
            persons.link(person, account, Actor.SYSTEM);
        }
        return new Resident(account, name, true);
    }

    private void marry(@Nullable PersonId husband, @Nullable PersonId wife) {
        if (husband != null && wife != null && !persons.inHousehold(husband)) {
            persons.household(
                    husband, wife, UnitId.ofKey(DemoAccounts.COMMUNES.getFirst()), "residence-register", Actor.SYSTEM);
        }
    }

    private static AccountId known(Map<String, AccountId> shown, String username) {
        AccountId id = shown.get(username);
        if (id == null) {
            throw new IllegalArgumentException(username);
        }
        return id;
    }
}

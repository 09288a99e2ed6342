package vn.haidang.demo;

import java.time.Clock;
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

    private static final String REGISTER = "population-register";

    private final Accounts accounts;
    private final Persons persons;
    private final Home home;
    private final Clock clock;

    DemoPeople(Accounts accounts, Persons persons, Home home, Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.home = home;
        this.clock = clock;
    }

    DemoCast arrive() {
        String password = home.secret(PASSWORD);
        Map<String, Desk> desks = new HashMap<>();
        Map<String, AccountId> shown = new HashMap<>();
        for (DemoAccounts.Shown account : DemoAccounts.SHOWN) {
            AccountId id = account(account.username(), account.displayName(), password);
            shown.put(account.username(), id);
            if (!account.unitKey().isEmpty()) {
                appoint(id, account.unitKey(), new Role(account.role()), LocalDate.now(clock), null);
            }
        }
        desks.put("commune-11311-c", desk("commune-11311-c", shown, "mot-cua", "thu-ly", "lanh-dao"));
        desks.put("commune-11329-c", desk("commune-11329-c", shown, "mot-cua-2", "thu-ly-2", "lanh-dao-2"));
        desks.put("commune-11824-c", backgroundDesk("commune-11824-c", null));
        desks.put(DemoAccounts.CITY_DEPARTMENT, backgroundDesk(DemoAccounts.CITY_DEPARTMENT, null));
        for (String district : DemoAccounts.DISTRICTS) {
            desks.put(district, backgroundDesk(district, DemoCalendar.TWO_TIERS));
        }
        return new DemoCast(residents(shown), desks);
    }

    private List<Resident> residents(Map<String, AccountId> shown) {
        PersonId lan = person("820194000001", "Nguyễn Thị Lan", "female", 1994, 0, "Số 12 Điện Biên Phủ");
        PersonId minh = person("820192000002", "Trần Văn Minh", "male", 1992, 0, "Số 12 Điện Biên Phủ");
        PersonId hoa = person("820188000003", "Phạm Thị Hoa", "female", 1988, 1, "Số 5 Lạch Tray");
        persons.household(minh, lan, commune(0), "residence-register", Actor.SYSTEM);
        List<Resident> residents = new ArrayList<>();
        residents.add(resident(lan, shown.get("lan"), 0));
        residents.add(resident(minh, shown.get("minh"), 0));
        residents.add(resident(hoa, shown.get("hoa"), 1));
        for (int number = 0; number < DemoNames.OTHER_RESIDENTS; number++) {
            int commune = number % DemoAccounts.COMMUNES.size();
            String name = DemoNames.resident(number);
            PersonId person = person(
                    "82019%07d".formatted(100 + number),
                    name,
                    DemoNames.sex(number),
                    1970 + number % 35,
                    commune,
                    "Tổ dân phố " + (number % 9 + 1));
            residents.add(resident(person, account("cong-dan-" + (number + 1), name, null), commune));
        }
        return residents;
    }

    private Desk desk(String unitKey, Map<String, AccountId> shown, String officer, String specialist, String head) {
        return new Desk(UnitId.ofKey(unitKey), known(shown, officer), known(shown, specialist), known(shown, head));
    }

    /** A desk whose people nobody signs in as. */
    private Desk backgroundDesk(String unitKey, @Nullable LocalDate until) {
        List<AccountId> three = new ArrayList<>();
        for (Role role : List.of(Role.ONE_STOP_OFFICER, Role.SPECIALIST, Role.UNIT_HEAD)) {
            AccountId id =
                    account(unitKey + "-" + role.code(), DemoNames.official(unitKey.hashCode() + three.size()), null);
            appoint(id, unitKey, role, LocalDate.now(clock), until);
            three.add(id);
        }
        return new Desk(UnitId.ofKey(unitKey), three.get(0), three.get(1), three.get(2));
    }

    private AccountId account(String username, String displayName, @Nullable String password) {
        return accounts.byUsername(username)
                .map(Accounts.Account::id)
                .orElseGet(() ->
                        accounts.create(new NewAccount(username, displayName, username + "@example.org", password)));
    }

    private void appoint(AccountId id, String unitKey, Role role, LocalDate from, @Nullable LocalDate until) {
        if (accounts.reader(id).holdings().isEmpty()) {
            accounts.appoint(id, UnitId.ofKey(unitKey), role, DemoNames.title(role), from, until);
        }
    }

    private PersonId person(String number, String name, String sex, int year, int commune, String street) {
        return persons.byNumber(number)
                .orElseGet(() -> persons.record(
                        new NewPerson(
                                number,
                                name,
                                LocalDate.of(year, 1 + year % 12, 1 + year % 28),
                                sex,
                                "09" + number.substring(4),
                                null,
                                commune(commune),
                                street,
                                REGISTER),
                        Actor.SYSTEM));
    }

    private Resident resident(PersonId person, @Nullable AccountId account, int commune) {
        if (account == null) {
            throw new IllegalStateException("a resident without an account");
        }
        if (persons.of(account).isEmpty()) {
            persons.link(person, account, Actor.SYSTEM);
        }
        return new Resident(account, DemoAccounts.COMMUNES.get(commune));
    }

    private static UnitId commune(int number) {
        return UnitId.ofKey(DemoAccounts.COMMUNES.get(number));
    }

    private static AccountId known(Map<String, AccountId> shown, String username) {
        AccountId id = shown.get(username);
        if (id == null) {
            throw new IllegalArgumentException(username);
        }
        return id;
    }
}

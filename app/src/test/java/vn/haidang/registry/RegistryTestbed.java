package vn.haidang.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.spi.Representation;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** People and businesses for the tests of who may act for whom. */
final class RegistryTestbed {

    static final UnitId COMMUNE = UnitId.ofKey("commune-of-this-test");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    /** Somebody with an account. */
    record Somebody(PersonId person, AccountId account, String number, String name) {

        Reader reader() {
            return new Reader(account, name, Set.of(), new PartyId(person.value()), null);
        }

        Reader under(Mandate mandate) {
            return reader().actingUnder(mandate);
        }
    }

    private final Persons persons;
    private final Businesses businesses;
    private final Authorisations authorisations;
    private final Accounts accounts;
    private final Representation representation;
    private final Clock clock;

    RegistryTestbed(
            Persons persons,
            Businesses businesses,
            Authorisations authorisations,
            Accounts accounts,
            Representation representation,
            Clock clock) {
        this.persons = persons;
        this.businesses = businesses;
        this.authorisations = authorisations;
        this.accounts = accounts;
        this.representation = representation;
        this.clock = clock;
    }

    AuthorisationId give(Somebody principal, Somebody delegate, Set<String> services, LocalDate from, LocalDate last) {
        return authorisations.give(new Authorisations.NewAuthorisation(
                delegate.number(), delegate.name(), services, from, last, UUID.randomUUID(), principal.reader()));
    }

    List<Mandate> mandates(Somebody who, LocalDate day) {
        var all = representation.of(who.account(), day);
        all.forEach(mandate -> assertThat(representation.find(who.account(), mandate.id(), day))
                .contains(mandate));
        return all;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void represent(BusinessId firm, Somebody who, LocalDate from, @Nullable LocalDate until) {
        businesses.represent(
                new Businesses.NewRepresentative(firm, who.person(), "Giám đốc", "business-register", from, until),
                Actor.SYSTEM);
    }

    BusinessId business(String name) {
        return record("02%08d".formatted(NUMBERS.getAndIncrement()), name);
    }

    BusinessId record(String number, String name) {
        return businesses.record(
                new Businesses.NewBusiness(
                        number, name, "company", COMMUNE, "Số 2", "business-register", LocalDate.of(2020, 1, 1)),
                Actor.SYSTEM);
    }

    Somebody somebody(String name) {
        var number = "83%010d".formatted(NUMBERS.getAndIncrement());
        var person = persons.record(
                new Persons.NewPerson(
                        number,
                        name,
                        LocalDate.of(1990, 1, 1),
                        name.contains(" Thị ") ? "female" : "male",
                        "09" + number.substring(4),
                        null,
                        COMMUNE,
                        "Số 1",
                        "residence-register"),
                Actor.SYSTEM);
        var account = accounts.create(new Accounts.NewAccount("somebody-" + number, name, null, null));
        persons.link(person, account, Actor.SYSTEM);
        return new Somebody(person, account, number, name);
    }

    PersonId person(String name, LocalDate born) {
        return persons.record(
                new Persons.NewPerson(
                        "83%010d".formatted(NUMBERS.getAndIncrement()),
                        name,
                        born,
                        "male",
                        null,
                        null,
                        COMMUNE,
                        null,
                        "civil-status-register"),
                Actor.SYSTEM);
    }
}

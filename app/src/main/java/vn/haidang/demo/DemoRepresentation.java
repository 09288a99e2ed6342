package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Accounts;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.Authorisations;
import vn.haidang.registry.Authorisations.NewAuthorisation;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.Businesses.NewBusiness;
import vn.haidang.registry.Businesses.NewRepresentative;
import vn.haidang.registry.Guardianships;
import vn.haidang.registry.Guardianships.NewGuardianship;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;

/** Gives some of the made-up residents somebody to act for: businesses, a child, a neighbour who asks. Whatever is there stays. */
@Component
class DemoRepresentation {

    private static final String BUSINESSES = "business-register";
    private static final String CHILDREN = "civil-status-register";
    private static final int YEARS = 3;

    private final Persons persons;
    private final Businesses businesses;
    private final Guardianships guardianships;
    private final Authorisations authorisations;
    private final Accounts accounts;
    private final Clock clock;

    DemoRepresentation(
            Persons persons,
            Businesses businesses,
            Guardianships guardianships,
            Authorisations authorisations,
            Accounts accounts,
            Clock clock) {
        this.persons = persons;
        this.businesses = businesses;
        this.guardianships = guardianships;
        this.authorisations = authorisations;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** After the residents. */
    void arrive() {
        Map<String, PersonId> residents = new HashMap<>();
        DemoAccounts.RESIDENTS.forEach(
                known -> persons.byNumber(known.number()).ifPresent(person -> residents.put(known.username(), person)));
        LocalDate today = LocalDate.now(clock);
        for (var firm : DemoAccounts.BUSINESSES) {
            PersonId head = residents.get(firm.representative());
            if (head != null && businesses.byNumber(firm.number()).isEmpty()) {
                var id = businesses.record(
                        new NewBusiness(
                                firm.number(),
                                firm.name(),
                                firm.kind(),
                                UnitId.ofKey(firm.unitKey()),
                                firm.street(),
                                BUSINESSES,
                                today),
                        Actor.SYSTEM);
                businesses.represent(
                        new NewRepresentative(id, head, firm.title(), BUSINESSES, today, null), Actor.SYSTEM);
            }
        }
        for (var child : DemoAccounts.CHILDREN) {
            if (persons.byNumber(child.number()).isEmpty()) {
                PersonId id = persons.record(
                        new Persons.NewPerson(
                                child.number(),
                                child.name(),
                                child.born(),
                                child.sex(),
                                null,
                                null,
                                UnitId.ofKey(child.unitKey()),
                                child.street(),
                                CHILDREN),
                        Actor.SYSTEM);
                for (String parent : child.parents()) {
                    PersonId known = residents.get(parent);
                    if (known != null) {
                        guardianships.record(
                                new NewGuardianship(id, known, "parent", CHILDREN, today, null), Actor.SYSTEM);
                    }
                }
            }
        }
        asks("hoa", "lan", today);
    }

    /** One neighbour asks another to act for her; the other has not answered yet. */
    private void asks(String from, String to, LocalDate today) {
        DemoAccounts.RESIDENTS.stream()
                .filter(known -> known.username().equals(to))
                .findFirst()
                .ifPresent(delegate -> accounts.byUsername(from).ifPresent(principal -> {
                    var by = accounts.reader(principal.id());
                    if (authorisations.given(by).isEmpty()) {
                        authorisations.give(new NewAuthorisation(
                                delegate.number(),
                                delegate.name(),
                                Set.of("1.004873", "2.000635"),
                                today,
                                today.plusYears(YEARS),
                                UUID.nameUUIDFromBytes((from + to).getBytes(StandardCharsets.UTF_8)),
                                by));
                    }
                }));
    }
}

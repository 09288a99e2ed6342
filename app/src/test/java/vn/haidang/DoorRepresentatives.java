package vn.haidang;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.spi.Representation;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.Applicant;
import vn.haidang.registry.AuthorisationId;
import vn.haidang.registry.Authorisations;
import vn.haidang.registry.BusinessId;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;

/** A firm of the city of doors with those who act for it, may no longer, or only for something else. */
@TestComponent
final class DoorRepresentatives {

    private record Given(Reader to, AuthorisationId id) {}

    private final Applicant people;
    private final Accounts accounts;
    private final Persons persons;
    private final Businesses businesses;
    private final Authorisations authorisations;
    private final Representation representation;
    private final Clock clock;
    private final JdbcClient database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");

    private @Nullable BusinessId firm;
    private @Nullable Reader head;
    private @Nullable Given expired;
    private @Nullable AuthorisationId waiting;

    DoorRepresentatives(
            ApplicationContext context,
            Accounts accounts,
            Persons persons,
            Businesses businesses,
            Authorisations authorisations,
            Representation representation) {
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.accounts = accounts;
        this.persons = persons;
        this.businesses = businesses;
        this.authorisations = authorisations;
        this.representation = representation;
        this.clock = context.getBean(Clock.class);
        this.database = context.getBean(JdbcClient.class);
    }

    /** On an earlier day, if the test needs somebody whose term is over: the firm, its head, and an authorisation that will have ended. */
    void prepare() {
        var self = people.resident("Mai Thị Chủ " + mark);
        firm = businesses.record(
                new Businesses.NewBusiness(
                        "03%08d".formatted(Math.abs(mark.hashCode()) % 100_000_000),
                        "Công ty Cửa Biển " + mark,
                        "company",
                        null,
                        null,
                        "business-register",
                        LocalDate.of(2025, 1, 1)),
                Actor.SYSTEM);
        businesses.represent(
                new Businesses.NewRepresentative(firm, person(self), "Giám đốc", "business-register", today(), null),
                Actor.SYSTEM);
        head = self.actingUnder(
                representation.of(requireNonNull(self.account()), today()).getFirst());
        expired = given("Cao Văn Hết", Set.of());
    }

    /** Everybody who acts for the firm today, or chose to and may no more. */
    void build(UnitId here, DoorCity city) {
        if (firm == null) {
            prepare();
        }
        var representative = requireNonNull(head);
        add(city, "representative", representative, mandate(representative), true, true);
        var authorised = given("Lý Thị Được", Set.of(DoorCity.SERVICE));
        add(city, "authorised", standing(authorised), id(authorised), true, true);
        var other = given("Tạ Văn Khác", Set.of("1.001193"));
        add(city, "authorised for another service", standing(other), id(other), true, false);
        var revoked = given("Hà Văn Thôi", Set.of());
        authorisations.revoke(revoked.id(), representative);
        add(city, "revoked", revoked.to(), id(revoked), false, true);
        waiting = give(people.resident("Chu Thị Chờ " + mark), Set.of());
        var ended = requireNonNull(expired);
        add(city, "expired", ended.to(), id(ended), false, true);
        city.persons.put(
                "revoked as themselves",
                new DoorCity.Person("revoked as themselves", revoked.to().account(), null, null));
    }

    private void add(DoorCity city, String name, Reader reader, MandateId mandate, boolean stands, boolean covers) {
        city.representative(
                name,
                reader,
                new DoorCity.Acting(
                        mandate, requireNonNull(firm).value(), stands, covers, name.equals("representative")));
    }

    /** Given for today alone, and accepted. */
    private Given given(String name, Set<String> services) {
        var to = people.resident(name + " " + mark);
        var id = give(to, services);
        authorisations.accept(id, to);
        return new Given(to, id);
    }

    private AuthorisationId give(Reader to, Set<String> services) {
        return authorisations.give(new Authorisations.NewAuthorisation(
                number(to), to.displayName(), services, today(), today(), UUID.randomUUID(), requireNonNull(head)));
    }

    UUID waiting() {
        return requireNonNull(waiting).value();
    }

    private Reader standing(Given given) {
        var account = requireNonNull(given.to().account());
        return accounts.reader(account)
                .actingUnder(representation.find(account, id(given), today()).orElseThrow());
    }

    private static MandateId id(Given given) {
        return new MandateId(given.id().value());
    }

    private static MandateId mandate(Reader reader) {
        Mandate mandate = requireNonNull(reader.mandate());
        return mandate.id();
    }

    private PersonId person(Reader reader) {
        return persons.of(requireNonNull(reader.account())).orElseThrow();
    }

    private String number(Reader reader) {
        return database.sql("select personal_number from registry.person where id = :id")
                .param("id", person(reader).value())
                .query(String.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package vn.haidang.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;
import vn.haidang.registry.Persons.NewPerson;
import vn.haidang.ui.ProblemException;

@ModuleTest
class PersonsModuleTests {

    private static final UnitId COMMUNE = UnitId.ofKey("commune-of-this-test");
    private static final List<String> ALL = List.of(
            "person.full-name",
            "person.phone",
            "person.residence",
            "spouse.full-name",
            "spouse.phone",
            "wife.full-name",
            "husband.full-name",
            "husband.personal-number");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    private final Persons persons;
    private final JdbcClient database;
    private final Clock clock;

    PersonsModuleTests(Persons persons, JdbcClient database, Clock clock) {
        this.persons = persons;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void knowsThePersonOfTheAccountWithSourceAndDay() {
        Reader an = reader(person("Trần Thị An", "female", "0901000001"));

        Map<String, KnownValue> known = known(an);

        assertThat(known)
                .containsEntry(
                        "person.full-name",
                        new KnownValue("person.full-name", "Trần Thị An", "residence-register", LocalDate.now(clock)));
    }

    @Test
    void offersTheSpouseOfTheHouseholdButNotTheSpousesPhone() {
        PersonId an = person("Trần Thị An", "female", "0901000002");
        PersonId binh = person("Lê Văn Bình", "male", "0901000003");
        persons.household(binh, an, COMMUNE, "residence-register", Actor.SYSTEM);

        Map<String, KnownValue> known = known(reader(an));

        assertThat(known).containsKeys("wife.full-name", "husband.full-name", "husband.personal-number");
        assertThat(known.values()).extracting(KnownValue::value).contains("Lê Văn Bình");
        assertThat(known).doesNotContainKey("spouse.phone");
        assertThat(known.values()).extracting(KnownValue::value).doesNotContain("0901000003");
    }

    @Test
    void neverOffersSomebodyElsesDataWhateverIsAsked() {
        person("Phạm Văn Người Khác", "male", "0901000004");
        Reader an = reader(person("Trần Thị An", "female", "0901000005"));

        assertThat(known(an).values()).extracting(KnownValue::value).doesNotContain("Phạm Văn Người Khác");
        assertThat(persons.known(an, List.of("husband.full-name", "spouse.full-name"), "test"))
                .isEmpty();
    }

    @Test
    void tellsAVisitorNothing() {
        assertThat(persons.known(Reader.ANONYMOUS, ALL, "test")).isEmpty();
    }

    @Test
    void journalsWhoWasReadAndWhy() {
        PersonId an = person("Trần Thị An", "female", "0901000006");

        persons.known(reader(an), ALL, "publicservice/prefill");

        assertThat(database.sql("select count(*) from journal.entry e where e.kind = 'read' and e::text like :person")
                        .param("person", "%" + an.value() + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesToRecordANumberTwice() {
        NewPerson twice = newPerson("820000999999", "Trần Thị An", "female", null);
        persons.record(twice, Actor.SYSTEM);

        assertThatThrownBy(() -> persons.record(twice, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("registry/person-known"));
    }

    private Map<String, KnownValue> known(Reader reader) {
        return persons.known(reader, ALL, "test");
    }

    private PersonId person(String name, String sex, String phone) {
        return persons.record(
                newPerson("82%010d".formatted(NUMBERS.getAndIncrement()), name, sex, phone), Actor.SYSTEM);
    }

    private static NewPerson newPerson(
            String number, String name, String sex, @org.jspecify.annotations.Nullable String phone) {
        return new NewPerson(
                number, name, LocalDate.of(1994, 5, 6), sex, phone, null, COMMUNE, "Số 1", "residence-register");
    }

    private Reader reader(PersonId person) {
        AccountId account = AccountId.next(clock);
        persons.link(person, account, Actor.SYSTEM);
        return new Reader(account, "", Set.of());
    }
}

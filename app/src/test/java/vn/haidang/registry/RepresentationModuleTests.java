package vn.haidang.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.spi.Representation;
import vn.haidang.journal.Actor;
import vn.haidang.registry.internal.UntoldLinks;

@ModuleTest
class RepresentationModuleTests {

    private static final List<String> ASKED = List.of(
            "person.full-name",
            "person.birth-date",
            "person.personal-number",
            "person.phone",
            "person.residence",
            "spouse.full-name",
            "wife.full-name",
            "husband.full-name",
            "business.name",
            "business.registration-number",
            "business.residence");

    private final Persons persons;
    private final Businesses businesses;
    private final Guardianships guardianships;
    private final Authorisations authorisations;
    private final RegistryTestbed bed;
    private final UntoldLinks untold;
    private final JdbcClient database;

    RepresentationModuleTests(
            Persons persons,
            Businesses businesses,
            Guardianships guardianships,
            Authorisations authorisations,
            Accounts accounts,
            Representation representation,
            UntoldLinks untold,
            Clock clock,
            JdbcClient database) {
        this.persons = persons;
        this.businesses = businesses;
        this.guardianships = guardianships;
        this.authorisations = authorisations;
        this.bed = new RegistryTestbed(persons, businesses, authorisations, accounts, representation, clock);
        this.untold = untold;
        this.database = database;
    }

    @Test
    void aLegalRepresentativeActsForTheBusinessOnTheDaysOfTheRecordOnly() {
        var an = bed.somebody("Trần Thị An");
        var firm = bed.business("Công ty Sóng Biển");
        bed.represent(firm, an, bed.today().plusDays(1), bed.today().plusDays(3));

        assertThat(bed.mandates(an, bed.today())).isEmpty();
        assertThat(bed.mandates(an, bed.today().plusDays(1))).singleElement().satisfies(mandate -> {
            assertThat(mandate.basis()).isEqualTo(Mandate.Basis.LEGAL_REPRESENTATIVE);
            assertThat(mandate.name()).isEqualTo("Công ty Sóng Biển");
            assertThat(mandate.whole()).isTrue();
            assertThat(mandate.last()).isEqualTo(bed.today().plusDays(2));
        });
        assertThat(bed.mandates(an, bed.today().plusDays(3))).isEmpty();
    }

    @Test
    void aBusinessMayHaveSeveralRepresentativesAndEachMayEnd() {
        var an = bed.somebody("Trần Thị An");
        var binh = bed.somebody("Lê Văn Bình");
        var firm = bed.business("Hợp tác xã Đồ Sơn");
        bed.represent(firm, an, bed.today(), null);
        bed.represent(firm, binh, bed.today(), null);

        assertThat(businesses.endRepresentation(
                        firm, an.person(), bed.today().plusDays(1), "business-register", Actor.SYSTEM))
                .isTrue();

        assertThat(bed.mandates(an, bed.today())).hasSize(1);
        assertThat(bed.mandates(an, bed.today().plusDays(1))).isEmpty();
        assertThat(bed.mandates(binh, bed.today().plusDays(1))).hasSize(1);
        assertThatThrownBy(() -> bed.represent(firm, binh, bed.today(), null))
                .hasMessage("registry/represents-already");
    }

    @Test
    void refusesANumberThatIsNoneAndOneThatIsKnown() {
        assertThatThrownBy(() -> bed.record("12345", "X")).hasMessage("registry/business-number");
        bed.record("0200999901-001", "X");
        assertThatThrownBy(() -> bed.record("0200999901-001", "Y")).hasMessage("registry/business-known");
    }

    @Test
    void aParentActsForTheChildUntilTheEighteenthBirthday() {
        var mother = bed.somebody("Trần Thị Mẹ");
        var child = bed.person("Trần Văn Con", LocalDate.of(2010, 5, 6));
        guardianships.record(
                new Guardianships.NewGuardianship(
                        child, mother.person(), "parent", "civil-status-register", LocalDate.of(2010, 5, 6), null),
                Actor.SYSTEM);

        assertThat(bed.mandates(mother, LocalDate.of(2028, 5, 5)))
                .singleElement()
                .extracting(Mandate::basis)
                .isEqualTo(Mandate.Basis.GUARDIAN);
        assertThat(bed.mandates(mother, LocalDate.of(2028, 5, 6))).isEmpty();
        var grown = bed.person("Trần Văn Lớn", LocalDate.of(1999, 1, 1));
        assertThatThrownBy(() -> guardianships.record(
                        new Guardianships.NewGuardianship(
                                grown, mother.person(), "guardian", "civil-status-register", bed.today(), null),
                        Actor.SYSTEM))
                .hasMessage("registry/no-child");
    }

    @Test
    void tellsWhoeverActsForAnotherOnlyWhatTheyMayKnow() {
        var mother = bed.somebody("Trần Thị Mẹ");
        var father = bed.somebody("Lê Văn Cha");
        persons.household(
                father.person(), mother.person(), RegistryTestbed.COMMUNE, "residence-register", Actor.SYSTEM);
        var child = bed.person("Lê Thị Con", LocalDate.of(2015, 5, 6));
        guardianships.record(
                new Guardianships.NewGuardianship(
                        child, mother.person(), "parent", "civil-status-register", bed.today(), null),
                Actor.SYSTEM);
        var firm = bed.business("Công ty Của Mẹ");
        bed.represent(firm, mother, bed.today(), null);
        authorisations.accept(bed.give(father, mother, Set.of(), bed.today(), bed.today()), mother.reader());

        var forFirm = known(mother, Mandate.Basis.LEGAL_REPRESENTATIVE);
        var forChild = known(mother, Mandate.Basis.GUARDIAN);
        var forFather = known(mother, Mandate.Basis.AUTHORISED);

        assertThat(value(forFirm, "business.name")).isEqualTo("Công ty Của Mẹ");
        assertThat(value(forFirm, "person.full-name")).isEqualTo("Trần Thị Mẹ");
        assertThat(value(forChild, "person.full-name")).isEqualTo("Lê Thị Con");
        assertThat(forChild).containsKeys("person.birth-date", "person.personal-number", "person.phone");
        assertThat(value(forFather, "person.full-name")).isEqualTo("Lê Văn Cha");
        assertThat(forFather.keySet()).containsExactlyInAnyOrder("person.full-name", "person.phone");
        assertThat(value(forFather, "person.phone"))
                .isEqualTo("09" + mother.number().substring(4));
        for (var known : List.of(forFirm, forChild, forFather)) {
            assertThat(known).doesNotContainKeys("spouse.full-name", "wife.full-name", "husband.full-name");
        }
    }

    @Test
    void aReadForAnotherNamesBothInTheJournal() {
        var an = bed.somebody("Trần Thị An");
        var firm = bed.business("Công ty Nhật Ký");
        bed.represent(firm, an, bed.today(), null);

        known(an, Mandate.Basis.LEGAL_REPRESENTATIVE);

        assertThat(database.sql("""
                        select count(*) from journal.entry
                        where kind = 'read' and actor_id = :account and behalf_type = 'registry/business' and behalf_id = :firm
                        """)
                        .param("account", an.account().value())
                        .param("firm", firm.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsIdentityThePersonsOfAccountsLinkedBeforeItAsked() {
        var an = bed.somebody("Trần Thị An");
        database.sql("update identity.account set person = null where id = :id")
                .param("id", an.account().value())
                .update();
        database.sql("update registry.account_link set told = false where account = :id")
                .param("id", an.account().value())
                .update();

        untold.tell();

        assertThat(database.sql("select person from identity.account where id = :id")
                        .param("id", an.account().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(an.person().value());
    }

    private static String value(Map<String, KnownValue> known, String attribute) {
        return Objects.requireNonNull(known.get(attribute), attribute).value();
    }

    private Map<String, KnownValue> known(RegistryTestbed.Somebody who, Mandate.Basis basis) {
        var mandate = bed.mandates(who, bed.today()).stream()
                .filter(each -> each.basis() == basis)
                .findFirst()
                .orElseThrow();
        return persons.known(who.reader().actingUnder(mandate), ASKED, "test");
    }
}

package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.casework.Channel;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.LifeEvent.Handling;

/** The parts of a death, a marriage and a building: each a dossier with its own agency, code and day, from one declaration. */
@ModuleTest
@Import(Applicant.class)
class BundlePartsModuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Bundles bundles;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Applicant people;
    private final Units units;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    BundlePartsModuleTests(
            Bundles bundles,
            Applications applications,
            Catalogue catalogue,
            Applicant people,
            Units units,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.bundles = bundles;
        this.applications = applications;
        this.catalogue = catalogue;
        this.people = people;
        this.units = units;
        this.database = database;
        this.transaction = transaction;
    }

    @Test
    void theFuneralGrantIsThirdOfWhatTheLawJoinsAfterADeathAndDecidesTheDayOfTheWhole() {
        Reader reader = people.resident("Vũ Văn Tang");

        Bundle bundle = submitted("death", Set.of(1, 2, 3), reader);

        assertThat(bundles.event("death").members())
                .extracting(LifeEvent.Member::handling)
                .containsExactly(Handling.OURS, Handling.THEIRS, Handling.OURS);
        assertThat(bundle.dossiers())
                .extracting(Bundle.Dossier::service)
                .containsExactly("1.000656", "1.003197", "1.001731");
        Application registration = dossier(bundle, 0, reader);
        Application grant = dossier(bundle, 2, reader);
        assertThat(bundle.dossiers().getFirst().promisedDay()).isEqualTo(TODAY);
        assertThat(bundle.dossiers().get(2).promisedDay()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(bundle.promisedDay()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(bundle.decisive()).extracting(Bundle.Dossier::service).containsExactly("1.001731");
        assertThat(grant.answers().keySet())
                .contains("deceased.full-name", "death.date", "funeral.by", "payment.way")
                .doesNotContain("removal.address", "proof.kind");
        assertThat(registration.answers().keySet())
                .contains("deceased.full-name", "death.date", "proof.kind")
                .doesNotContain("funeral.by", "payment.way", "removal.address");
        assertThat(catalogue.get("1.001731").startsHere()).isTrue();
        assertThat(catalogue.get("1.001731").fee(Channel.ONLINE))
                .as("no source tells a fee")
                .isNull();
    }

    @Test
    void aMarriageIsRegisteredFromTheSameDeclarationWithWhatIsCommonAskedOnce() {
        Reader reader = people.resident("Đỗ Thị Cưới");

        Bundle bundle = submitted("marriage", Set.of(1, 2, 3), reader);

        assertThat(bundle.dossiers()).hasSize(3).allMatch(Bundle.Dossier::ours);
        assertThat(bundle.dossiers().stream().map(Bundle.Dossier::code).collect(Collectors.toSet()))
                .hasSize(3);
        Application marriage = dossier(bundle, 1, reader);
        assertThat(marriage.serviceCode()).isEqualTo("1.000894");
        assertThat(marriage.answers().keySet())
                .contains("applicant.full-name", "partner.full-name", "before.status", "signing.date")
                .doesNotContain("wedding.place", "copies.number");
        assertThat(marriage.answers().get("wife.age")).isNotNull();
        assertThat(dossier(bundle, 0, reader).answers().keySet())
                .contains("partner.full-name", "before.status", "wedding.place")
                .doesNotContain("couple.applicant", "signing.date");
    }

    @Test
    void planningInformationGoesToTheDepartmentAndThePermitToTheCommuneThatWasChosen() {
        Reader reader = people.resident("Ngô Văn Xây");

        Bundle bundle = submitted("building", Set.of(1, 2, 3), reader);

        assertThat(bundle.dossiers()).hasSize(3).allMatch(Bundle.Dossier::ours);
        Application planning = dossier(bundle, 0, reader);
        Application permit = dossier(bundle, 1, reader);
        Unit department = units.named(planning.unit(), TODAY);
        assertThat(department.name()).isEqualTo("Sở Xây dựng");
        assertThat(department.tier()).isEqualTo(Tier.CITY);
        assertThat(permit.unit()).isEqualTo(people.commune());
        assertThat(planning.answers().keySet())
                .contains("plot.area", "planning.what")
                .doesNotContain("building.kind", "permit.number");
        assertThat(permit.answers().keySet())
                .contains("plot.area", "building.kind", "floor.area.1")
                .doesNotContain("planning.what", "permit.number", "extension.why");
        assertThat(bundle.promisedDay())
                .isEqualTo(bundle.dossiers().stream()
                        .map(each -> requireNonNull(each.promisedDay()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(bundle.decisive()).extracting(Bundle.Dossier::service).containsExactly("1.013225");
    }

    /** Online it takes longer than at the counter, or less: what is declared here is declared online. */
    @Test
    void whatOthersDecideIsReckonedByTheTimeOfTheWayOnline() {
        Reader reader = people.resident("Trịnh Thị Mạng");
        transaction.executeWithoutResult(status -> {
            database.sql("""
                            update publicservice.service_channel c set duration = case channel when 'online' then '9wd' else '2wd' end
                            from publicservice.service_version v
                            where v.code = c.code and v.version = c.version and c.code = '1.003197'
                              and v.validity @> cast(:today as date)
                            """).param("today", TODAY).update();

            Bundle bundle = submitted("death", Set.of(1, 2), reader);

            assertThat(requireNonNull(catalogue.get("1.003197").duration()).code())
                    .isEqualTo("5wd");
            assertThat(bundle.dossiers().get(1).promisedDay()).isEqualTo(LocalDate.of(2026, 3, 13));
            status.setRollbackOnly();
        });
        assertThat(submitted("death", Set.of(1, 2), reader).dossiers().get(1).promisedDay())
                .as("where the way has no time of its own, that of the service")
                .isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private Bundle submitted(String event, Set<Integer> parts, Reader reader) {
        var draft = people.filled(bundles, event, parts, reader);
        var id = bundles.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
        assertThat(applications
                        .mine(reader, vn.haidang.ui.PageRequest.first(10))
                        .rows())
                .isNotEmpty();
        return bundles.get(id, reader);
    }

    private Application dossier(Bundle bundle, int at, Reader reader) {
        List<Bundle.Dossier> dossiers = bundle.dossiers();
        return applications.get(
                new ApplicationId(requireNonNull(dossiers.get(at).application())), reader);
    }
}

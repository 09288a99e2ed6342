package vn.haidang.publicservice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.casework.internal.UnitMoves;
import vn.haidang.form.DraftId;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;

/** A commune that goes whole into another one while something of it is on its way. */
@ModuleTest
@Import(Applicant.class)
class MergedUnitModuleTests {

    private static final String SINGLE = "1.004873";
    private static final UnitId ENDED = UnitId.ofKey("commune-10507-b");
    private static final UnitId SUCCESSOR = UnitId.ofKey("commune-10507-c");

    private final Applications applications;
    private final Bundles bundles;
    private final Cases cases;
    private final Accounts accounts;
    private final Applicant people;
    private final JdbcClient database;
    private final UnitMoves moves;

    MergedUnitModuleTests(
            Applications applications,
            Bundles bundles,
            Cases cases,
            Accounts accounts,
            Applicant people,
            JdbcClient database,
            ApplicationContext context) {
        this.applications = applications;
        this.bundles = bundles;
        this.cases = cases;
        this.accounts = accounts;
        this.people = people;
        this.database = database;
        this.moves = context.getBean(UnitMoves.class);
    }

    @Test
    void whatWasHandedInBeforeIsEndedByTheSuccessorAndKeepsItsCodeAndItsDay() {
        Reader reader = people.resident("Cao Thị Sáp");
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        Application before = applications.get(id, reader);
        database.sql("update casework.case_file set competent_unit = :unit, receiving_unit = :unit where id = :id")
                .param("unit", ENDED.value())
                .param("id", before.caseId().value())
                .update();
        database.sql("update casework.work_item set unit = :unit where case_file = :id")
                .param("unit", ENDED.value())
                .param("id", before.caseId().value())
                .update();
        handedInAt(id, ENDED);

        assertThat(moves.follow()).isPositive();
        act(id, "accept", official(Role.ONE_STOP_OFFICER));
        act(id, "propose", official(Role.SPECIALIST));
        act(id, "approve", official(Role.UNIT_HEAD));

        Application now = applications.get(id, reader);
        assertThat(now.dossierCode()).isEqualTo(before.dossierCode());
        assertThat(now.promise()).isEqualTo(before.promise());
        assertThat(now.unit()).as("who received it").isEqualTo(ENDED);
        assertThat(requireNonNull(applications.summary(id, reader).result()).number())
                .isNotBlank();
        assertThat(database.sql("""
                        select i.issuer from document.issued i
                          join publicservice.result r on r.document = i.id where r.application = :id
                        """).param("id", id.value()).query(UUID.class).single())
                .as("who gives it out")
                .isEqualTo(SUCCESSOR.value());
        handedInAt(id, before.unit());
    }

    @Test
    void whatWasBegunBeforeIsHandedInAtTheSuccessorAtOnce() {
        Reader reader = people.resident("Kiều Thị Dở");
        DraftId single = people.filled(SINGLE, reader);
        DraftId bundle = people.filled(bundles, "marriage", java.util.Set.of(1, 4), reader);
        for (String table : new String[] {"preparation", "bundle_preparation"}) {
            database.sql("update publicservice." + table + " set unit = :unit where draft in (:one, :other)")
                    .param("unit", ENDED.value())
                    .param("one", single.value())
                    .param("other", bundle.value())
                    .update();
        }

        ApplicationId id = applications.submit(submission(single, reader));
        Bundle several = bundles.get(bundles.submit(submission(bundle, reader)), reader);

        assertThat(applications.get(id, reader).unit()).isEqualTo(SUCCESSOR);
        assertThat(of(id).competentUnit()).isEqualTo(SUCCESSOR);
        ApplicationId ofBundle =
                new ApplicationId(requireNonNull(several.dossiers().getFirst().application()));
        assertThat(of(ofBundle).competentUnit()).isEqualTo(SUCCESSOR);
        act(id, "accept", official(Role.ONE_STOP_OFFICER));
    }

    /** Put back at the end, since others compare what was counted with what is recorded. */
    private void handedInAt(ApplicationId id, UnitId unit) {
        database.sql("update publicservice.application set unit = :unit where id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .update();
    }

    private static Applications.Submission submission(DraftId draft, Reader reader) {
        return new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader);
    }

    private CaseSummary of(ApplicationId id) {
        return cases.of("publicservice/application", id.value()).orElseThrow();
    }

    private void act(ApplicationId id, String outcome, Reader by) {
        CaseSummary seen = of(id);
        cases.act(new TakeStep(
                seen.id(), seen.version(), requireNonNull(seen.step()), outcome, null, by, UUID.randomUUID()));
    }

    private Reader official(Role role) {
        AccountId account = accounts.create(new Accounts.NewAccount(
                "merged-" + UuidCreator.getTimeOrderedEpoch(), "Cán bộ " + role.code(), null, null));
        accounts.appoint(account, SUCCESSOR, role, role.code(), LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }
}

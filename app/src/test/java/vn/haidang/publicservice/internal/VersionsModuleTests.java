package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.TakeStep;
import vn.haidang.form.DraftId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.Device;
import vn.haidang.publicservice.FrontDoor;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.publicservice.VersionLine;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;
import vn.haidang.worktime.LegalDuration;

@ModuleTest
class VersionsModuleTests {

    private static final String GUARDIANSHIP = "1.004837";
    private static final String SINGLE = "1.004873";
    private static final String REISSUE = "2.000575";

    private final Catalogue catalogue;
    private final Applications applications;
    private final Publishing publishing;
    private final Cases cases;
    private final JdbcClient database;
    private final Rest rest;

    /** The rest of what these tests ask. */
    record Rest(MovableClock clock, TransactionOperations transactions, Units units, Applicant people) {}

    VersionsModuleTests(
            Catalogue catalogue,
            Applications applications,
            Publishing publishing,
            Cases cases,
            JdbcClient database,
            MovableClock clock,
            TransactionOperations transactions,
            Units units,
            ApplicationContext context) {
        this.catalogue = catalogue;
        this.applications = applications;
        this.publishing = publishing;
        this.cases = cases;
        this.database = database;
        this.rest = new Rest(
                clock,
                transactions,
                units,
                context.getAutowireCapableBeanFactory().createBean(Applicant.class));
    }

    @AfterEach
    void asTheDataHasIt() {
        database.sql("delete from publicservice.front_door where service = :code")
                .param("code", REISSUE)
                .update();
        database.sql("delete from publicservice.offering where service = :code")
                .param("code", REISSUE)
                .update();
        database.sql("update publicservice.edition set edition = gen_random_uuid()")
                .update();
    }

    @Test
    void aCaseKeepsItsVersionWhateverTheCatalogueSaysLater() {
        Reader reader = rest.people().resident("Nguyễn Thị Giữ");
        ApplicationId id = rest.people().submitted(GUARDIANSHIP, reader, Device.PHONE);
        Application before = applications.get(id, reader);
        var due = cases.deadline(before.caseId()).due();

        rest.clock().moveTo(rest.clock().instant().plus(Duration.ofDays(1)));
        said(GUARDIANSHIP, "duration", "\"9wd\"");

        Service now = catalogue.get(GUARDIANSHIP);
        assertThat(now.version()).isEqualTo(before.serviceVersion() + 1);
        assertThat(now.duration()).hasToString("WorkingDays[days=9]");
        assertThat(catalogue.version(GUARDIANSHIP, before.serviceVersion()).duration())
                .hasToString("WorkingDays[days=3]");
        assertThat(applications.get(id, reader).serviceVersion()).isEqualTo(before.serviceVersion());
        assertThat(applications.get(id, reader).promise()).isEqualTo(before.promise());
        assertThat(cases.deadline(before.caseId()).due()).isEqualTo(due);
        assertThat(catalogue.versions(GUARDIANSHIP))
                .extracting(VersionLine::state)
                .startsWith(VersionLine.State.IN_FORCE, VersionLine.State.SUPERSEDED);
        assertThat(catalogue.version(GUARDIANSHIP, now.version()).ways()).isNotEmpty();
    }

    /** A way in may have a time limit of its own: what comes in that way is promised by it, whatever the service says besides. */
    @Test
    void aDossierHasTheTimeLimitOfTheWayItCameIn() {
        rest.clock().moveTo(rest.clock().instant().plus(Duration.ofDays(2)));
        online("\"11wd\"");
        Reader reader = rest.people().resident("Trần Thị Lối");

        Application sent = applications.get(rest.people().submitted(SINGLE, reader, Device.PHONE), reader);

        Service service = catalogue.get(SINGLE);
        assertThat(service.duration(Channel.ONLINE)).isEqualTo(new LegalDuration.WorkingDays(11));
        assertThat(service.duration(Channel.COUNTER)).isEqualTo(service.duration());
        assertThat(database.sql("select duration from casework.case_file where id = :id")
                        .param("id", sent.caseId().value())
                        .query(String.class)
                        .single())
                .isEqualTo("11wd");
        assertThat(cases.deadline(sent.caseId()).due()).isEqualTo(sent.promise().due());

        rest.clock().moveTo(rest.clock().instant().plus(Duration.ofDays(1)));
        online("null");
        Application later = applications.get(rest.people().submitted(SINGLE, reader, Device.PHONE), reader);
        assertThat(later.promise().due()).isBefore(sent.promise().due());
    }

    @Test
    void aProcedureWithdrawnWithOpenCasesTakesNoMoreAndEndsThoseItHas() {
        Reader reader = rest.people().resident("Lê Thị Rút");
        Reader desk = rest.people().officer("Trần Thị Nhận", Role.ONE_STOP_OFFICER);
        DraftId draft = rest.people().filled(REISSUE, reader);
        ApplicationId id = rest.people().submitted(REISSUE, reader, Device.PHONE);
        rest.clock().moveTo(rest.clock().instant().plus(Duration.ofDays(1)));
        database.sql("update publicservice.source_row set code = 'x' || code where code = :code")
                .param("code", REISSUE)
                .update();
        publish();

        assertThat(catalogue.current(REISSUE)).isEmpty();
        assertThat(catalogue.versions(REISSUE))
                .first()
                .extracting(VersionLine::state)
                .isEqualTo(VersionLine.State.WITHDRAWN);
        refused(() -> submit(draft, reader), "publicservice/not-startable");
        var seen = cases.of("publicservice/application", id.value()).orElseThrow();
        cases.act(new TakeStep(seen.id(), seen.version(), "receive", "accept", null, desk, UUID.randomUUID()));
        assertThat(applications.summary(id, reader).step()).isEqualTo("appraise");

        database.sql("update publicservice.source_row set code = :code where code = 'x' || :code")
                .param("code", REISSUE)
                .update();
        database.sql("update publicservice.edition set edition = gen_random_uuid()")
                .update();
        rest.clock().moveTo(rest.clock().instant().plus(Duration.ofDays(1)));
        publish();
        assertThat(catalogue.get(REISSUE).startsHere()).isTrue();
    }

    @Test
    void whatIsHandedInElsewhereStartsNowhereHere() {
        Reader reader = rest.people().resident("Vũ Thị Cửa");
        DraftId draft = rest.people().filled(REISSUE, reader);
        assertThat(found(REISSUE).startsHere()).isTrue();
        database.sql("delete from publicservice.front_door where service = :code")
                .param("code", REISSUE)
                .update();
        database.sql("""
                        insert into publicservice.front_door (service, validity, door, status_owner, source, confidence)
                        values (:code, daterange(null, '2026-03-02'), 'own', 'us', 'test', 'K'),
                          (:code, daterange('2026-03-02', null), 'ministry', 'ministry', 'test', 'K')
                        """).param("code", REISSUE).update();
        database.sql("update publicservice.edition set edition = gen_random_uuid()")
                .update();

        assertThat(catalogue.get(REISSUE).startsHere()).isFalse();
        assertThat(catalogue.get(REISSUE).ownedElsewhere()).isTrue();
        assertThat(found(REISSUE).startsHere()).isFalse();
        refused(() -> applications.prepare(REISSUE, rest.people().commune(), reader), "publicservice/not-startable");
        refused(() -> submit(draft, reader), "publicservice/not-startable");
    }

    @Test
    void aServiceIsReceivedWhereItIsOffered() {
        Reader reader = rest.people().resident("Đỗ Thị Nơi");
        List<Unit> communes = rest.units().ofTier(Tier.COMMUNE, LocalDate.of(2026, 3, 2));
        database.sql("""
                        insert into publicservice.offering (service, unit, validity, source, confidence)
                        values (:code, :unit, daterange('2026-01-01', null), 'test', 'K')
                        """)
                .param("code", REISSUE)
                .param("unit", communes.get(3).key())
                .update();

        refused(() -> applications.prepare(REISSUE, communes.get(4).id(), reader), "publicservice/no-such-receiver");
        applications.prepare(REISSUE, communes.get(3).id(), reader);
    }

    @Test
    void aLoadPublishesByTheSameCheckAndRecordsWhatIsLacking() {
        for (Service service : catalogue.all()) {
            assertThat(lacking(service))
                    .as("%s/%s", service.code(), service.version())
                    .containsExactlyElementsOf(
                            service.missing().stream().map(Part::code).toList());
        }
        rest.transactions().executeWithoutResult(status -> {
            database.sql(
                            "delete from publicservice.source_row where code = :code and source_table in ('step', 'channel')")
                    .param("code", REISSUE)
                    .update();
            publishing.publish();

            Service loaded = catalogue.get(REISSUE);
            assertThat(loaded.missing()).containsExactly(Part.SEQUENCE, Part.MODE);
            assertThat(lacking(loaded)).containsExactly("sequence", "mode");
            assertThat(database.sql("""
                            select array_to_string(change_fields, ',') from journal.entry
                            where verb = 'publicservice/catalogue-published' order by at desc, id desc limit 1
                            """).query(String.class).single()).isEqualTo("lacking");
            status.setRollbackOnly();
        });
    }

    private List<String> lacking(Service service) {
        return List.of(database.sql(
                                "select array_to_string(lacking, ',') from publicservice.service_version where code = :code and version = :version")
                        .param("code", service.code())
                        .param("version", service.version())
                        .query(String.class)
                        .single()
                        .split(","))
                .stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Test
    void knowsWhichOfTheSevenPartsEachServiceLacks() {
        List<Service> all = catalogue.all();

        assertThat(all).hasSize(87);
        assertThat(all.stream().filter(service -> service.missing().isEmpty()).count())
                .isEqualTo(30);
        assertThat(all)
                .filteredOn(Service::startsHere)
                .hasSize(30)
                .allMatch(service -> service.missing().isEmpty());
        assertThat(catalogue.get("2.002516").missing())
                .containsExactly(Part.SEQUENCE, Part.COMPONENTS, Part.TIME_LIMIT);
        assertThat(catalogue.get("1.001193").ways())
                .extracting(Service.Way::channel)
                .containsExactly("online", "counter", "post");
    }

    @Test
    void knowsWhoOwnsTheStatusByPeriod() {
        FrontDoor police =
                java.util.Objects.requireNonNull(catalogue.get("1.004222").door());

        assertThat(police.kind()).isEqualTo(FrontDoor.Kind.MINISTRY);
        assertThat(police.owner()).isEqualTo(FrontDoor.Owner.MINISTRY);
        assertThat(police.from()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(catalogue.get("1.001193").door()).matches(FrontDoor::ours);
    }

    @Test
    void findsByAgencyAndBySynonym() {
        assertThat(catalogue
                        .find(new ServiceQuestion(null, null, null, null, "Thuế cơ sở"), PageRequest.first(20))
                        .rows())
                .extracting(ServiceSummary::code)
                .containsExactlyInAnyOrder("1.007674", "1.007695");
        assertThat(catalogue.agencies().getFirst().code()).isEqualTo("Ủy ban nhân dân cấp xã");
        assertThat(first("ca vet")).isIn("1.012575", "1.013080");
        assertThat(first("chung minh thu")).startsWith("1.01406");
        assertThat(first("nhập hộ khẩu")).isEqualTo("1.004222");
    }

    private String first(String words) {
        return catalogue
                .find(ServiceQuestion.words(words), PageRequest.first(5))
                .rows()
                .getFirst()
                .code();
    }

    private ServiceSummary found(String code) {
        return catalogue
                .find(ServiceQuestion.words(code), PageRequest.first(5))
                .rows()
                .getFirst();
    }

    private void said(String code, String what, String value) {
        database.sql("""
                        update publicservice.source_row set content = jsonb_set(content, array[:what], cast(:value as jsonb))
                        where source_table = 'service' and code = :code
                        """)
                .param("what", what)
                .param("value", value)
                .param("code", code)
                .update();
        publish();
    }

    private void online(String duration) {
        database.sql("""
                        update publicservice.source_row set content = jsonb_set(content, '{duration}', cast(:duration as jsonb))
                        where source_table = 'channel' and code = :code and content ->> 'channel' = 'online'
                        """).param("duration", duration).param("code", SINGLE).update();
        publish();
    }

    private void publish() {
        rest.transactions().executeWithoutResult(status -> publishing.publish());
    }

    private void submit(DraftId draft, Reader reader) {
        applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

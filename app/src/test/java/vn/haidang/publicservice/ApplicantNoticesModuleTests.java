package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.casework.CaseAccepted;
import vn.haidang.casework.ClockResumed;
import vn.haidang.casework.ClockStopped;
import vn.haidang.casework.SilenceNear;
import vn.haidang.document.DocumentWithdrawn;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;

/** What applicants are told of their dossiers. */
@ModuleTest
@Import(Applicant.class)
class ApplicantNoticesModuleTests {

    private static final String SINGLE = "1.004873";

    private final Applications applications;
    private final Applicant people;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ApplicantNoticesModuleTests(
            Applications applications, Applicant people, JdbcClient jdbc, TransactionOperations transactions) {
        this.applications = applications;
        this.people = people;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void tellsTheApplicantOnceThoughTheEventComesTwice(Scenario scenario) {
        Reader reader = people.resident("Đinh Thị Mơ");
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        Application application = applications.get(id, reader);
        var accepted = new CaseAccepted(
                application.caseId(), application.dossierCode(), "publicservice/application", reader.party());

        for (int i = 1; i <= 2; i++) {
            int times = i;
            scenario.publish(accepted)
                    .andWaitForStateChange(() -> heard(application), heard -> heard == times)
                    .andVerify(heard -> assertThat(heard).isEqualTo(times));
        }

        assertThat(count(
                        "select count(*) from notification.message where account = :id",
                        application.account().value()))
                .isEqualTo(1);
    }

    @Test
    void tellsTheApplicantThatTheClockWasStoppedAndGoesOn(Scenario scenario) {
        Reader reader = people.resident("Đinh Thị Mận");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        var stopped = new ClockStopped(
                application.caseId(), application.dossierCode(), "publicservice/application", 2, reader.party());
        var resumed = new ClockResumed(
                application.caseId(), application.dossierCode(), "publicservice/application", 3, reader.party());

        scenario.publish(stopped)
                .andWaitForStateChange(() -> told(application), keys -> keys.size() == 1)
                .andVerify(keys -> assertThat(keys).hasSize(1));
        scenario.publish(resumed)
                .andWaitForStateChange(() -> told(application), keys -> keys.size() == 2)
                .andVerify(keys -> assertThat(keys)
                        .containsExactly("publicservice.notice.clock-stopped", "publicservice.notice.clock-resumed"));
    }

    @Test
    void tellsTheApplicantByWhenToAnswerOnceForEachEnd(Scenario scenario) {
        Reader reader = people.resident("Đinh Thị Mai");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);

        int times = 0;
        for (LocalDate lastDay :
                List.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 8))) {
            int heard = ++times;
            scenario.publish(new SilenceNear(
                            application.caseId(),
                            application.dossierCode(),
                            "publicservice/application",
                            reader.party(),
                            lastDay))
                    .andWaitForStateChange(() -> heard(application), now -> now == heard)
                    .andVerify(now -> assertThat(now).isEqualTo(heard));
        }

        assertThat(told(application))
                .containsExactly("publicservice.notice.silence-near", "publicservice.notice.silence-near");
        assertThat(jdbc.sql(
                                "select link || ' ' || (arguments ->> 0) || ' ' || (arguments ->> 1) from notification.message where account = :id order by id")
                        .param("id", application.account().value())
                        .query(String.class)
                        .list())
                .first()
                .isEqualTo("/my/applications/" + application.id().value() + "/supplement " + application.dossierCode()
                        + " 03/04/2026");
    }

    @Test
    void tellsTheApplicantThatADocumentWasWithdrawn(Scenario scenario) {
        Reader reader = people.resident("Đinh Thị Mít");
        Application application = applications.get(people.submitted(SINGLE, reader, Device.PHONE), reader);
        var withdrawn = new DocumentWithdrawn(
                UUID.randomUUID(),
                "05/2026",
                "publicservice/application",
                application.id().value(),
                new FileId(UUID.randomUUID()));

        scenario.publish(withdrawn)
                .andWaitForStateChange(() -> told(application), keys -> keys.size() == 1)
                .andVerify(keys -> assertThat(keys).containsExactly("publicservice.notice.document-withdrawn"));
    }

    private List<String> told(Application application) {
        return jdbc.sql("select message_key from notification.message where account = :id order by id")
                .param("id", application.account().value())
                .query((row, number) -> row.getString("message_key"))
                .list();
    }

    private int heard(Application application) {
        return jdbc.sql("""
                        select count(*) from platform.event_publication
                        where listener_id like '%ApplicantNotices%' and serialized_event like :case
                          and completion_date is not null
                        """)
                .param("case", "%" + application.caseId().value() + "%")
                .query(Integer.class)
                .single();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }
}

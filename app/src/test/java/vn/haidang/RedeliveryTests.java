package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.casework.CaseAccepted;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

/** A listener that fails is told again while the program runs; here that of the notices, which cannot write for a while. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
class RedeliveryTests {

    private static final String SINGLE = "1.004873";

    private final Redelivery redelivery;
    private final ApplicationContext context;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final MovableClock clock;

    RedeliveryTests(
            Redelivery redelivery,
            ApplicationContext context,
            TransactionTemplate transaction,
            JdbcClient database,
            MovableClock clock) {
        this.redelivery = redelivery;
        this.context = context;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    @AfterEach
    void letItWork() {
        working();
    }

    /** What happened to an event on its way to the notices. */
    record Publication(UUID id, String status, boolean delivered, int resubmitted) {}

    @Test
    void aListenerThatFailsOnceIsToldAgainWithoutARestart() {
        Application application = submitted("Phùng Thị Lỗi");
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MICROS);
        failing(application);
        MovableClock.at(begin, () -> accepted(application));
        assertThat(publication(application)).returns("FAILED", Publication::status);
        working();

        MovableClock.at(begin.plus(Duration.ofMinutes(4)), redelivery::tellAgain);
        assertThat(publication(application)).as("too soon").returns(0, Publication::resubmitted);
        assertThat(messages(application)).isEmpty();

        MovableClock.at(begin.plus(Duration.ofMinutes(5)), redelivery::tellAgain);
        assertThat(publication(application))
                .returns("COMPLETED", Publication::status)
                .returns(true, Publication::delivered);
        assertThat(messages(application)).containsExactly("publicservice.notice.accepted");

        MovableClock.at(begin.plus(Duration.ofMinutes(10)), redelivery::tellAgain);
        assertThat(messages(application)).as("told, so not told again").hasSize(1);
    }

    @Test
    void whatFailsAgainAndAgainIsToldToOperatorsAndLessOften(CapturedOutput output) {
        Application application = submitted("Phùng Văn Hỏng");
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MICROS);
        failing(application);
        long before = redelivery.undelivered();
        MovableClock.at(begin, () -> accepted(application));
        assertThat(redelivery.undelivered()).isEqualTo(before + 1);
        Instant now = begin;
        int tries = 0;
        while (!output.getOut()
                .contains("platform/event-undelivered: vn.haidang.publicservice.internal.ApplicantNotices")) {
            now = now.plus(Duration.ofMinutes(5));
            MovableClock.at(now, redelivery::tellAgain);
            assertThat(++tries).isLessThanOrEqualTo(5);
            assertThat(publication(application)).returns(tries, Publication::resubmitted);
        }
        int told = publication(application).resubmitted();
        MovableClock.at(now.plus(Duration.ofMinutes(50)), redelivery::tellAgain);
        assertThat(publication(application)).as("not so often").returns(told, Publication::resubmitted);

        working();
        MovableClock.at(now.plus(Duration.ofMinutes(60)), redelivery::tellAgain);
        assertThat(publication(application)).returns(true, Publication::delivered);
        assertThat(messages(application)).hasSize(1);
    }

    /** Its process ended between taking it and the end of the listener. */
    @Test
    void whatWasOnItsWayWhenAProcessEndedIsToldAgain() {
        Application application = submitted("Phùng Thị Dở");
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MICROS);
        failing(application);
        MovableClock.at(begin, () -> accepted(application));
        working();
        database.sql("update platform.event_publication set status = 'RESUBMITTED' where id = :id")
                .param("id", publication(application).id())
                .update();

        MovableClock.at(begin.plus(Duration.ofMinutes(29)), redelivery::tellAgain);
        assertThat(publication(application)).as("it may still work").returns(false, Publication::delivered);
        MovableClock.at(begin.plus(Duration.ofMinutes(31)), redelivery::tellAgain);
        assertThat(publication(application)).returns(true, Publication::delivered);
    }

    private Application submitted(String name) {
        Applicant people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        Reader reader = people.resident(name);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);
        return context.getBean(Applications.class).get(id, reader);
    }

    private void accepted(Application application) {
        transaction.executeWithoutResult(status -> context.publishEvent(new CaseAccepted(
                application.caseId(), application.dossierCode(), "publicservice/application", application.party())));
    }

    /** The table of what was told takes nothing of this dossier. */
    private static void failing(Application application) {
        owner("alter table publicservice.told add constraint told_fails check (case_id <> '%s') not valid"
                .formatted(application.caseId().value()));
    }

    private static void working() {
        owner("alter table publicservice.told drop constraint if exists told_fails");
    }

    private static void owner(String sql) {
        try (Connection connection = TestDatabase.connectAs(DatabaseRole.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Publication publication(Application application) {
        return database.sql("""
                        select id, status, completion_date is not null as delivered,
                          case when last_resubmission_date is null then 0 else completion_attempts - 1 end as resubmitted
                        from platform.event_publication
                        where listener_id like '%ApplicantNotices%CaseAccepted%' and serialized_event like :case
                        """)
                .param("case", "%" + application.caseId().value() + "%")
                .query((row, number) -> new Publication(
                        row.getObject("id", UUID.class),
                        row.getString("status"),
                        row.getBoolean("delivered"),
                        row.getInt("resubmitted")))
                .single();
    }

    private List<String> messages(Application application) {
        return database.sql("select message_key from notification.message where account = :id")
                .param("id", application.account().value())
                .query((row, number) -> row.getString("message_key"))
                .list();
    }
}

package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.internal.DraftRetention;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;
import vn.haidang.ui.ProblemException;

@ModuleTest
class NightlyRetentionModuleTests {

    private final NightlyRetention retention;
    private final JdbcClient database;
    private final MovableClock clock;
    private final Applicant people;
    private final Drafts drafts;
    private final Applications applications;
    private final DraftRetention draftRetention;
    private final Files files;

    NightlyRetentionModuleTests(
            NightlyRetention retention,
            JdbcClient database,
            MovableClock clock,
            ApplicationContext context,
            Drafts drafts,
            Applications applications,
            DraftRetention draftRetention) {
        this.retention = retention;
        this.database = database;
        this.clock = clock;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.drafts = drafts;
        this.applications = applications;
        this.draftRetention = draftRetention;
        this.files = context.getBean(Files.class);
    }

    @Test
    void deletesCountersAfterAYear() {
        UUID unit = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                        insert into publicservice.dossier_counter (unit, day, last)
                        values (:unit, '2025-01-02', 3), (:unit, '2025-01-03', 5)
                        """).param("unit", unit).update();

        database.sql("""
                        insert into publicservice.feedback_counter (day, last) values ('2025-01-02', 3), ('2025-01-03', 5)
                        """).update();

        clock.returnTo(Instant.parse("2026-01-02T20:00:00Z"));
        retention.forget();
        clock.returnTo(TestDatabase.START);
        assertThat(database.sql("select cast(day as text) from publicservice.feedback_counter where day < '2026-01-01'")
                        .query(String.class)
                        .list())
                .containsExactly("2025-01-03");

        assertThat(database.sql("select cast(day as text) from publicservice.dossier_counter where unit = :unit")
                        .param("unit", unit)
                        .query(String.class)
                        .list())
                .containsExactly("2025-01-03");
    }

    @Test
    void keepsWhatADraftIsForAsLongAsTheDraftAndNoLonger() {
        Reader reader = people.resident("Trịnh Thị Hạn");
        DraftId draft = people.filled("1.004873", reader);
        long before = acts();

        clock.returnTo(TestDatabase.START.plus(Duration.ofDays(80)));
        drafts.save(draft, "requester", Map.of("requester.full-name", "Trịnh Thị Hạn Mới"), reader);
        clock.returnTo(TestDatabase.START.plus(Duration.ofDays(160)));
        draftRetention.forget();
        retention.forget();
        assertThat(applications.preparation(draft, reader).serviceCode())
                .as("saved less than ninety days ago, it can still be handed in")
                .isEqualTo("1.004873");

        clock.returnTo(TestDatabase.START.plus(Duration.ofDays(171)));
        draftRetention.forget();
        retention.forget();
        clock.returnTo(TestDatabase.START);

        assertThatThrownBy(() -> applications.preparation(draft, reader))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        gone -> assertThat(gone.problem().code()).isEqualTo("publicservice/no-such-application"));
        assertThat(acts()).isGreaterThan(before);
    }

    @Test
    void aForgottenDraftTakesItsUploadsAlongAndWhatWasHandedInStays() {
        Reader reader = people.resident("Tr\u1ecbnh Th\u1ecb T\u1ec7p");
        DraftId draft = people.filled("1.004873", reader);
        var begun = drafts.get(draft, reader);
        List<FileId> uploads = begun.form()
                .fields()
                .flatMap(field -> begun.files(field.name()).stream())
                .toList();
        var handedIn = applications.get(people.submitted("1.004873", reader, Device.PHONE), reader);
        assertThat(uploads).isNotEmpty();
        assertThat(handedIn.files()).isNotEmpty();

        clock.returnTo(TestDatabase.START.plus(Duration.ofDays(89)));
        draftRetention.forget();
        assertThat(files.all(uploads)).hasSameSizeAs(uploads);
        clock.returnTo(TestDatabase.START.plus(Duration.ofDays(91)));
        draftRetention.forget();
        clock.returnTo(TestDatabase.START);

        assertThat(files.all(uploads)).isEmpty();
        handedIn.files()
                .forEach(file -> assertThat(files.get(file.file()).sha256()).isEqualTo(file.sha256()));
        assertThat(database.sql("""
                        select count(*) from journal.entry where verb = 'files/records-deleted' and reason = 'form/retention'
                        """).query(Long.class).single()).isPositive();
    }

    private long acts() {
        return database.sql("select count(*) from journal.entry where verb = 'publicservice/preparations-deleted'")
                .query(Long.class)
                .single();
    }
}

package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.form.DraftId;
import vn.haidang.identity.Reader;

/** Faults that users of other systems reported, by the number of the report. */
@ModuleTest
@Import(Applicant.class)
class SubmissionFaultsModuleTests {

    private static final String SINGLE = "1.004873";

    private final Applications applications;
    private final Applicant people;
    private final JdbcClient database;
    private final DossierCodes codes;
    private final TransactionOperations transactions;

    SubmissionFaultsModuleTests(
            Applications applications,
            Applicant people,
            JdbcClient database,
            DossierCodes codes,
            TransactionOperations transactions) {
        this.applications = applications;
        this.people = people;
        this.database = database;
        this.codes = codes;
        this.transactions = transactions;
    }

    /** Open Forms #1183: one submission took three case numbers while its citizen waited. */
    @Test
    void openForms1183OneSubmissionTakesOneNumberOneCaseAndOneEntry() throws Exception {
        Reader reader = people.resident("Phạm Thị Chờ");
        DraftId draft = people.filled(SINGLE, reader);
        UUID key = UUID.randomUUID();
        long numbers = numbers();
        List<Callable<ApplicationId>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requests.add(() -> applications.submit(new Applications.Submission(draft, key, Device.PHONE, reader)));
        }

        List<ApplicationId> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(6).containsOnly(answers.getFirst());
        assertThat(numbers()).isEqualTo(numbers + 1);
        assertThat(count("select count(*) from casework.case_file where subject_id = :id", answers.getFirst()))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from journal.entry where verb = 'publicservice/submitted' and :id = any (subject_ids)",
                        answers.getFirst()))
                .isEqualTo(1);
    }

    /** Open Forms #5615: the case was there, but its citizen had read of a failure and sent it again. */
    @Test
    void openForms5615AnAnswerThatWasLostIsGivenAgain() {
        Reader reader = people.resident("Phạm Thị Lạc");
        DraftId draft = people.filled(SINGLE, reader);
        UUID key = UUID.randomUUID();
        ApplicationId lost = applications.submit(new Applications.Submission(draft, key, Device.PHONE, reader));
        long numbers = numbers();

        assertThat(applications.submit(new Applications.Submission(draft, key, Device.PHONE, reader)))
                .isEqualTo(lost);
        assertThat(applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.DESKTOP, reader)))
                .isEqualTo(lost);
        assertThat(numbers()).isEqualTo(numbers);
    }

    /** Open Forms #1785: what had succeeded before the failure stayed, and nobody knew which part. */
    @Test
    void openForms1785AFailureLeavesNothingBehindNotEvenANumber() {
        Reader reader = people.resident("Phạm Thị Ngã");
        DraftId draft = people.filled(SINGLE, reader);
        long numbers = numbers();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
                    throw new IllegalStateException("the machine stops here");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(numbers()).isEqualTo(numbers);
        assertThat(count("select count(*) from publicservice.application where draft = :id", draft.value()))
                .isZero();
        assertThat(applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader)))
                .isNotNull();
    }

    @Test
    void writesCodesAsTheirDayHadThem() {
        String before = transactions.execute(status -> codes.next(people.commune(), LocalDate.of(2025, 6, 30)));
        String after = transactions.execute(status -> codes.next(people.commune(), LocalDate.of(2025, 7, 1)));

        assertThat(before).endsWith("-250630-0001");
        assertThat(after).matches("H24\\.\\d+-250701-0001");
    }

    private long numbers() {
        return database.sql("select coalesce(sum(last), 0) from publicservice.dossier_counter where day = '2026-03-02'")
                .query(Long.class)
                .single();
    }

    private long count(String sql, ApplicationId id) {
        return count(sql, id.value());
    }

    private long count(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Long.class).single();
    }
}

package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.form.DraftId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.publicservice.internal.Lookup;
import vn.haidang.ui.PageRequest;

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
    private final Cases cases;
    private final Lookup lookup;

    SubmissionFaultsModuleTests(
            Applications applications,
            Applicant people,
            JdbcClient database,
            DossierCodes codes,
            TransactionOperations transactions,
            Cases cases,
            Lookup lookup) {
        this.cases = cases;
        this.lookup = lookup;
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

    /** Open Forms #4174: a submission that failed was tried again and again for days, by nobody's wish. */
    @Test
    void openForms4174AFailureIsTriedAgainOnlyBySomebody() {
        Reader reader = people.resident("Phạm Thị Thôi");
        DraftId draft = people.filled(SINGLE, reader);
        long left = leftToDo();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        applications.submit(
                                new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
                        throw new IllegalStateException("what it needs does not answer");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(leftToDo()).as("no job and no event that would do it again").isLessThanOrEqualTo(left);
        assertThat(applications.of(draft, reader)).isEmpty();
        ApplicationId id =
                applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
        assertThat(applications.of(draft, reader)).contains(id);
    }

    /** Open Forms #769: what follows a submission hangs, and with it the page that should give the receipt. */
    @Test
    void openForms769TheReceiptDoesNotWaitForWhatFollows(Scenario scenario) {
        Reader reader = people.resident("Phạm Thị Treo");
        DraftId draft = people.filled(SINGLE, reader);
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        List<Application> receipts = new ArrayList<>();

        scenario.stimulate(() -> transactions.executeWithoutResult(status -> {
                    database.sql("lock table notification.message in exclusive mode")
                            .update();
                    receipts.add(elsewhere(() -> {
                        ApplicationId id = applications.submit(
                                new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
                        act(id, "accept", officer);
                        return applications.get(id, reader);
                    }));
                }))
                .andWaitForStateChange(() -> notices(reader), told -> told == 1)
                .andVerify(told ->
                        assertThat(told).as("told as soon as it goes on").isEqualTo(1));

        assertThat(receipts)
                .as("given while no notice could be written")
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.dossierCode()).isNotEmpty());
    }

    /** opencps#227: the screens of the officer and of the citizen show different states of one dossier. */
    @Test
    void opencps227OfficerAndCitizenSeeTheSameStateAfterEveryAct() {
        Reader reader = people.resident("Phạm Thị Đồng");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        Reader head = people.officer("Phạm Văn Duyệt", Role.UNIT_HEAD);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);

        sameForBoth(id, reader, officer);
        act(id, "ask-supplement", officer);
        sameForBoth(id, reader, officer);
        applications.supplement(new Applications.Supplement(id, UUID.randomUUID(), "Đã bổ sung", List.of(), reader));
        sameForBoth(id, reader, officer);
        act(id, "accept", officer);
        sameForBoth(id, reader, specialist);
        act(id, "propose", specialist);
        sameForBoth(id, reader, head);
        act(id, "approve", head);

        assertThat(sameForBoth(id, reader, officer).outcome()).isEqualTo("done");
    }

    @Test
    void writesCodesAsTheirDayHadThem() {
        String before = transactions.execute(status -> codes.next(people.commune(), LocalDate.of(2025, 6, 30)));
        String after = transactions.execute(status -> codes.next(people.commune(), LocalDate.of(2025, 7, 1)));

        assertThat(before).endsWith("-250630-0001");
        assertThat(after).matches("H24\\.\\d+-250701-0001");
    }

    /** On one's own page, in one's list, behind code and secret, and on the desk. */
    private CaseSummary sameForBoth(ApplicationId id, Reader citizen, Reader official) {
        ApplicationSummary own = applications.summary(id, citizen);
        Application application = applications.get(id, citizen);
        CaseSummary desk = cases.get(application.caseId(), official);
        assertThat(applications.mine(citizen, PageRequest.first(10)).rows()).containsExactly(own);
        assertThat(lookup.find(application.dossierCode(), application.secret())).contains(own);
        assertThat(Arrays.asList(own.status(), own.step(), own.dueAt(), own.closedAt(), own.outcome()))
                .isEqualTo(Arrays.asList(desk.status(), desk.step(), desk.dueAt(), desk.closedAt(), desk.outcome()));
        return desk;
    }

    private void act(ApplicationId id, String outcome, Reader by) {
        CaseSummary seen = cases.of("publicservice/application", id.value()).orElseThrow();
        cases.act(new TakeStep(
                seen.id(),
                seen.version(),
                String.valueOf(seen.step()),
                outcome,
                "Thiếu văn bản ủy quyền",
                by,
                UUID.randomUUID()));
    }

    private static <T> T elsewhere(Callable<T> work) {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return thread.submit(work).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private int notices(Reader reader) {
        return database.sql("select count(*) from notification.message where account = :id")
                .param("id", Objects.requireNonNull(reader.account()).value())
                .query(Integer.class)
                .single();
    }

    private long leftToDo() {
        return database.sql("""
                        select (select count(*) from platform.scheduled_tasks)
                          + (select count(*) from platform.event_publication where completion_date is null)
                        """).query(Long.class).single();
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

package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.casework.CaseStatus;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.NextAct;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidencePage;
import vn.haidang.indicator.Ground;
import vn.haidang.indicator.spi.Measure;
import vn.haidang.publicservice.internal.Papers;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

@ModuleTest
@Import(Applicant.class)
class ApplicationModuleTests {

    private static final String BIRTH = "1.001193";
    private static final String SINGLE = "1.004873";

    private final Applications applications;
    private final Applicant people;
    private final Cases cases;
    private final Drafts drafts;
    private final Files files;
    private final Measures more;

    /** The rest of what these tests ask. */
    record Measures(
            JdbcClient jdbc,
            MovableClock clock,
            DossierCodes codes,
            TransactionOperations transactions,
            Measure measure,
            Measure satisfaction,
            Papers papers) {}

    ApplicationModuleTests(
            Applications applications,
            Applicant people,
            Cases cases,
            Drafts drafts,
            Files files,
            JdbcClient jdbc,
            MovableClock clock,
            DossierCodes codes,
            TransactionOperations transactions,
            List<Measure> measures,
            Papers papers) {
        this.applications = applications;
        this.people = people;
        this.cases = cases;
        this.drafts = drafts;
        this.files = files;
        this.more = new Measures(
                jdbc,
                clock,
                codes,
                transactions,
                measure(measures, "publicservice/multi-device"),
                measure(measures, "publicservice/satisfaction"),
                papers);
    }

    private static Measure measure(List<Measure> measures, String code) {
        return measures.stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void handsInOnceHoweverManyWindowsAndRepetitions() throws Exception {
        Reader reader = people.resident("Nguyễn Thị Na");
        DraftId draft = people.filled(SINGLE, reader);
        UUID key = UUID.randomUUID();
        List<Callable<ApplicationId>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID each = i % 2 == 0 ? key : UUID.randomUUID();
            requests.add(() -> applications.submit(new Applications.Submission(draft, each, Device.PHONE, reader)));
        }

        List<ApplicationId> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(count("select count(*) from publicservice.application where draft = :id", draft.value()))
                .isEqualTo(1);
        assertThat(applications.mine(reader, PageRequest.first(10)).total()).isEqualTo(1);
        assertThat(applications.submit(new Applications.Submission(draft, key, Device.DESKTOP, reader)))
                .isEqualTo(answers.getFirst());
    }

    @Test
    void promisesTheDayTheCaseIsDueAndSaysWhy() {
        Reader reader = people.resident("Trần Thị Bình");

        Application morning = submit(reader);
        more.clock().moveTo(Instant.parse("2026-03-02T08:30:00Z"));
        Application afterThree = submit(reader);
        more.clock().moveTo(Instant.parse("2026-03-02T15:00:00Z"));
        Application atNight = submit(reader);

        assertThat(morning.promise().dueDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(afterThree.promise().dueDay()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(atNight.promise().receivedAt()).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
        assertThat(atNight.promise().dueDay()).isEqualTo(LocalDate.of(2026, 3, 3));
        for (Application each : List.of(morning, afterThree, atNight)) {
            CaseSummary opened =
                    cases.of("publicservice/application", each.id().value()).orElseThrow();
            assertThat(opened.dueAt()).isEqualTo(each.promise().due());
            assertThat(each.promise().derivation())
                    .isEqualTo(cases.firstPromise(opened.id()).derivation());
            assertThat(each.promise().derivation().lines()).isNotEmpty();
            assertThat(each.files())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.sha256()).matches("[0-9a-f]{64}"));
        }
        assertThat(morning.dossierCode()).matches("H24\\.\\d+-260302-\\d{4}");
    }

    @Test
    void goesFromSubmissionThroughSupplementToResultAndRating() throws Exception {
        Reader reader = people.resident("Lê Thị Cúc");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        Reader head = people.officer("Phạm Văn Duyệt", Role.UNIT_HEAD);
        ApplicationId id = people.submitted(BIRTH, reader, Device.PHONE);
        refused(() -> applications.rate(id, 5, null, reader), "publicservice/not-ended");
        refused(
                () -> applications.supplement(supplement(id, UUID.randomUUID(), reader)),
                "publicservice/nothing-asked");

        act(id, "accept", null, officer);
        act(id, "ask-supplement", "Thiếu trang hai", specialist);
        assertThat(applications.summary(id, reader).status()).isEqualTo(CaseStatus.PAUSED);
        UUID key = UUID.randomUUID();
        applications.supplement(supplement(id, key, reader));
        applications.supplement(supplement(id, key, reader));
        assertThat(applications.summary(id, reader).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(applications.get(id, reader).files())
                .filteredOn(file -> file.round() == 1)
                .hasSize(1);
        act(id, "propose", null, specialist);
        act(id, "approve", null, head);

        ApplicationSummary ended = applications.summary(id, reader);
        assertThat(ended.ended()).isTrue();
        assertThat(ended.outcome()).isEqualTo("done");
        var result = java.util.Objects.requireNonNull(ended.result());
        try (var bytes = files.open(new FileId(result.file()))) {
            assertThat(new String(bytes.readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
        applications.rate(id, 5, "Nhanh", reader);
        applications.rate(id, 5, "Nhanh", reader);
        assertThat(rated(id)).containsExactly("rated 1", "satisfied 1");
        applications.rate(id, 4, null, reader);
        applications.rate(id, 1, null, reader);
        applications.rate(id, 1, null, reader);
        assertThat(applications.summary(id, reader).stars()).isEqualTo(1);
        assertThat(rated(id)).containsExactly("rated 1");
        refused(() -> applications.rate(id, 0, null, reader), "publicservice/no-such-rating");
        assertThat(evidence(reader)).containsExactly("/my/applications/" + id.value());
        assertThat(evidence(head)).anyMatch(path -> path.startsWith("/desk/cases/"));
        assertThat(evidence(people.resident("Đỗ Văn Lạ"))).isEmpty();
    }

    @Test
    void withdrawsOnceAndOnlyWhileOpen() {
        Reader reader = people.resident("Vũ Thị Dịu");
        ApplicationId id = people.submitted(SINGLE, reader, Device.DESKTOP);

        applications.withdraw(id, "Đổi ý", reader);
        applications.withdraw(id, "Đổi ý", reader);

        assertThat(applications.summary(id, reader).outcome()).isEqualTo("withdrawn");
    }

    @Test
    void givesOutReceiptRequestRefusalAndStopNoticeAfterTheActsThatCallForThem() {
        Reader reader = people.resident("Bùi Thị Giấy");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        Reader specialist = people.officer("Lê Thị Thẩm", Role.SPECIALIST);
        ApplicationId accepted = people.submitted(BIRTH, reader, Device.PHONE);
        ApplicationId turnedAway = people.submitted(SINGLE, reader, Device.PHONE);
        ApplicationId withdrawn = people.submitted(SINGLE, reader, Device.PHONE);

        act(accepted, "accept", null, officer);
        act(accepted, "ask-supplement", "Thiếu trang hai", specialist);
        act(turnedAway, "refuse", "Không thuộc thẩm quyền", officer);
        applications.withdraw(withdrawn, "Đổi ý", reader);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(papers(accepted)).containsExactly("02 leader");
            assertThat(papers(turnedAway)).containsExactly("03 leader");
            assertThat(papers(withdrawn)).as("for a head to sign").containsExactly("05 waits");
        });
        assertThat(more.papers().open(accepted, "01", "2")).as("accepted once").isEmpty();
        assertThat(more.papers().open(withdrawn, "01", "1"))
                .as("never accepted")
                .isEmpty();
        assertThat(more.papers().open(accepted, "03", "1")).as("not refused").isEmpty();
        var receipt = more.papers().open(accepted, "01", "1");
        assertThat(receipt).isPresent();
        assertThat(more.papers().open(accepted, "01", "1")).as("opened again").isEqualTo(receipt);
        assertThat(papers(accepted)).containsExactly("01 leader", "02 leader");
    }

    @Test
    void answersAStrangerLikeSomebodyAskingForNothing() {
        Reader reader = people.resident("Hoàng Thị Em");
        Reader stranger = people.resident("Đỗ Văn Lạ");
        DraftId draft = people.filled(SINGLE, reader);
        ApplicationId id = people.submitted(SINGLE, reader, Device.PHONE);

        for (ApplicationId each : List.of(id, new ApplicationId(UUID.randomUUID()))) {
            for (Reader who : List.of(stranger, Reader.ANONYMOUS)) {
                refused(() -> applications.get(each, who), "publicservice/no-such-application");
                refused(() -> applications.summary(each, who), "publicservice/no-such-application");
                refused(() -> applications.withdraw(each, null, who), "publicservice/no-such-application");
                refused(() -> applications.rate(each, 5, null, who), "publicservice/no-such-application");
                refused(
                        () -> applications.supplement(supplement(each, UUID.randomUUID(), who)),
                        "publicservice/no-such-application");
            }
        }
        refused(() -> applications.preparation(draft, stranger), "publicservice/no-such-application");
        refused(
                () -> applications.submit(
                        new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, stranger)),
                "publicservice/no-such-application");
        assertThat(applications.mine(stranger, PageRequest.first(10)).total()).isZero();
    }

    @Test
    void fillsInOnlyWhatBelongsToTheReader() {
        people.resident("Bùi Thị Giang");
        Reader reader = people.resident("Ngô Thị Hạnh");

        DraftId draft = applications.prepare(SINGLE, people.commune(), reader);

        var answers = drafts.get(draft, reader).values();
        assertThat(answers).containsEntry("requester.full-name", "Ngô Thị Hạnh");
        assertThat(answers.values()).noneMatch(value -> value.contains("Bùi Thị Giang"));
    }

    @Test
    void countsSubmissionsAsFactsEqualToItsRecords() {
        Reader reader = people.resident("Phan Thị Kim");
        people.submitted(SINGLE, reader, Device.PHONE);
        people.submitted(SINGLE, reader, Device.DESKTOP);
        people.submitted(SINGLE, reader, Device.OTHER);

        long observed =
                more.measure().observe(new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))).rows().stream()
                        .filter(row -> row.component().equals("numerator"))
                        .mapToLong(row -> row.amount())
                        .sum();
        assertThat(observed).isGreaterThanOrEqualTo(3);
        assertThat(more.jdbc().sql("""
                                select (select coalesce(sum(amount), 0) from indicator.delta
                                    where measure = 'publicservice/multi-device' and component = 'numerator')
                                  + (select coalesce(sum(amount), 0) from indicator.cell
                                    where measure = 'publicservice/multi-device' and component = 'numerator')
                                """).query(Long.class).single()).isEqualTo(observed);
    }

    @Test
    void numbersDossiersBeyondNineThousandNineHundredNinetyNine() {
        LocalDate day = LocalDate.of(2026, 5, 5);
        String first = more.transactions().execute(status -> more.codes().next(people.commune(), day));
        more.jdbc()
                .sql("update publicservice.dossier_counter set last = 9998 where day = :day")
                .param("day", day)
                .update();

        assertThat(first).endsWith("-260505-0001");
        assertThat(more.codes().next(people.commune(), day)).endsWith("-260505-9999");
        assertThat(more.codes().next(people.commune(), day)).endsWith("-260505-10000");
    }

    @Test
    void stopsAnAccountThatHandsInTooMuch() {
        Reader reader = people.resident("Mai Thị Lan");
        for (int i = 0; i < 20; i++) {
            people.submitted(SINGLE, reader, Device.DESKTOP);
        }

        refused(() -> people.submitted(SINGLE, reader, Device.DESKTOP), "publicservice/too-many-submissions");
    }

    private Application submit(Reader reader) {
        return applications.get(people.submitted(BIRTH, reader, Device.PHONE), reader);
    }

    private void act(ApplicationId id, String outcome, @org.jspecify.annotations.Nullable String reason, Reader by) {
        CaseSummary seen = cases.of("publicservice/application", id.value()).orElseThrow();
        cases.act(NextAct.of(seen, outcome, reason, by));
    }

    /** Each form with who signed it. */
    private List<String> papers(ApplicationId id) {
        return more.jdbc()
                .sql("""
                        select p.form || ' ' || coalesce((
                            select string_agg(s.kind, ' ' order by s.kind) from document.signature s
                            where s.document = p.document), 'waits')
                        from publicservice.paper p where p.application = :id order by p.form, p.round
                        """)
                .param("id", id.value())
                .query((row, number) -> java.util.Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static Applications.Supplement supplement(ApplicationId id, UUID key, Reader by) {
        return new Applications.Supplement(
                id,
                key,
                "Bổ sung giấy chứng sinh",
                List.of(new Upload(
                        "files",
                        "chung-sinh.pdf",
                        () -> new ByteArrayInputStream("%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII)))),
                by);
    }

    private List<String> evidence(Reader who) {
        var ground = new Ground(List.of(new Ground.Plot(people.commune(), null, null)));
        var always = new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
        return more.satisfaction().evidence(ground, always, null, EvidencePage.first(50), who).rows().stream()
                .map(row -> String.valueOf(row.path()))
                .toList();
    }

    /** What is counted at the unit and on the day of a rating. */
    private List<String> rated(ApplicationId id) {
        return more.jdbc()
                .sql("""
                        select f.component || ' ' || sum(f.amount) as counted
                        from (
                          select measure, component, unit, day, amount from indicator.delta
                          union all
                          select measure, component, unit, day, amount from indicator.cell) f
                          join publicservice.rating r on r.unit = f.unit and r.rated_on = f.day
                        where f.measure = 'publicservice/satisfaction' and r.application = :id
                        group by f.component having sum(f.amount) <> 0 order by f.component
                        """)
                .param("id", id.value())
                .query((row, number) -> row.getString("counted"))
                .list();
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }

    private int count(String sql, UUID id) {
        return more.jdbc().sql(sql).param("id", id).query(Integer.class).single();
    }
}

package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.form.DraftId;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Forms;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Actor;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

@ModuleTest
@Import(Applicant.class)
class BundleModuleTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private final Bundles bundles;
    private final Shadows shadows;
    private final Applications applications;
    private final Applicant people;
    private final Forms forms;
    private final JdbcClient database;

    BundleModuleTests(
            Bundles bundles,
            Shadows shadows,
            Applications applications,
            Applicant people,
            Forms forms,
            JdbcClient database) {
        this.bundles = bundles;
        this.shadows = shadows;
        this.applications = applications;
        this.people = people;
        this.forms = forms;
        this.database = database;
    }

    @Test
    void tellsTheTwoBundlesOfTheLawFromOurOffers() {
        assertThat(bundles.events())
                .filteredOn(event -> event.kind() == LifeEvent.Kind.LAW)
                .extracting(LifeEvent::code)
                .containsExactly("birth", "death");
        assertThat(bundles.events())
                .filteredOn(event -> event.kind() == LifeEvent.Kind.OFFER)
                .extracting(LifeEvent::code)
                .containsExactly(
                        "school", "marriage", "moving", "building", "household-business", "job-loss", "retirement");
        assertThat(bundles.events())
                .allMatch(event -> (event.legalBasis() != null) == (event.kind() == LifeEvent.Kind.LAW));
        assertThat(bundles.events()).allMatch(LifeEvent::startsHere);
        assertThat(bundles.event("birth").members())
                .extracting(LifeEvent.Member::handling)
                .containsExactly(LifeEvent.Handling.OURS, LifeEvent.Handling.THEIRS, LifeEvent.Handling.THEIRS);
    }

    @Test
    void oneDeclarationBecomesDossiersWithTheirOwnAgencyCodeAndClock() throws Exception {
        Reader reader = people.resident("Nguyễn Thị Cưới");
        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3, 4), reader);
        UUID key = UUID.randomUUID();
        List<Callable<BundleId>> requests = java.util.stream.Stream.<Callable<BundleId>>generate(
                        () -> () -> bundles.submit(new Applications.Submission(draft, key, Device.PHONE, reader)))
                .limit(4)
                .toList();
        var answers = new java.util.HashSet<BundleId>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);

        Bundle bundle = bundles.get(answers.iterator().next(), reader);
        assertThat(bundle.dossiers()).hasSize(3);
        Bundle.Dossier single = bundle.dossiers().get(0);
        Bundle.Dossier copy = bundle.dossiers().get(1);
        Bundle.Dossier residence = bundle.dossiers().get(2);
        assertThat(List.of(single, copy)).allMatch(Bundle.Dossier::ours);
        assertThat(single.code()).isNotEqualTo(copy.code());
        assertThat(single.promisedDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(copy.promisedDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(residence.code()).isNull();
        assertThat(residence.promisedDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(residence.agency().vi()).isEqualTo("Công an cấp xã");
        assertThat(bundle.promisedDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(bundle.decisive()).containsExactly(single);
        assertThat(bundle.notPassedOn()).containsExactly(residence);
        assertThat(applications.mine(reader, PageRequest.first(10)).total()).isEqualTo(2);
        var singles = applications
                .get(new ApplicationId(java.util.Objects.requireNonNull(single.application())), reader)
                .answers();
        assertThat(applications
                        .get(new ApplicationId(java.util.Objects.requireNonNull(copy.application())), reader)
                        .answers())
                .containsKeys("partner.full-name", "wedding.place", "copies.number")
                .doesNotContainKeys("before.status", "after.home");
        assertThat(singles)
                .containsKeys("partner.full-name", "wedding.place", "before.status")
                .doesNotContainKeys("copies.number", "after.home");
        assertThat(bundles.mine(reader)).containsExactly(bundle);
    }

    @Test
    void aStrangerIsAnsweredLikeSomebodyAskingForNothing() {
        Reader reader = people.resident("Trần Thị Riêng");
        Reader stranger = people.resident("Lê Văn Lạ");
        DraftId draft = people.filled(bundles, "school", Set.of(1, 2), reader);

        refused(() -> submit(draft, stranger), "publicservice/no-such-application");
        BundleId id = submit(draft, reader);
        for (BundleId each : List.of(id, new BundleId(UUID.randomUUID()))) {
            refused(() -> bundles.get(each, stranger), "publicservice/no-such-application");
            refused(() -> bundles.get(each, Reader.ANONYMOUS), "publicservice/no-such-application");
        }
        assertThat(bundles.mine(stranger)).isEmpty();
        assertThat(bundles.mine(Reader.ANONYMOUS)).isEmpty();
    }

    @Test
    void takesNoDeclarationOfWhichNothingIsHandedInHere() {
        Reader reader = people.resident("Phạm Thị Không");

        refused(() -> bundles.prepare("marriage", Set.of(4), people.commune(), reader), "publicservice/not-startable");
        refused(() -> bundles.prepare("job-loss", Set.of(3), people.commune(), reader), "publicservice/not-startable");
        refused(() -> bundles.prepare("nothing", Set.of(1), people.commune(), reader), "publicservice/no-such-service");
    }

    @Test
    void theBirthBundleAsksForAllThreeAtOnceAndNamesWhatHasNoDay() {
        Reader reader = people.resident("Vũ Thị Sinh");
        DraftId draft = people.filled(bundles, "birth", Set.of(1, 2, 3), reader);

        Bundle bundle = bundles.get(submit(draft, reader), reader);

        assertThat(bundle.kind()).isEqualTo(LifeEvent.Kind.LAW);
        assertThat(bundle.dossiers()).hasSize(3);
        assertThat(bundle.promisedDay())
                .as("nobody passed the residence on, so its seven days do not run")
                .isEqualTo(bundle.dossiers().getFirst().promisedDay())
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(bundle.notPassedOn()).extracting(Bundle.Dossier::service).containsExactly("1.004222", "1.001939");
        assertThat(bundle.withoutDay()).isEmpty();
    }

    @Test
    void isHandedInWholeOrNotAtAll() {
        Reader reader = people.resident("Bùi Thị Trọn");
        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3), reader);

        refused(
                () -> applications.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader)),
                "publicservice/several-dossiers");

        assertThat(applications.mine(reader, PageRequest.first(10)).total()).isZero();
        assertThat(bundles.get(submit(draft, reader), reader).dossiers()).hasSize(2);
    }

    @Test
    void givesEachDossierOnlyWhatWasAskedForItOrForAll() {
        Reader reader = people.resident("Đỗ Thị Riêng");
        DraftId draft = people.filled(bundles, "birth", Set.of(1, 2, 3), reader);

        Bundle bundle = bundles.get(submit(draft, reader), reader);

        UUID birth =
                java.util.Objects.requireNonNull(bundle.dossiers().getFirst().application());
        assertThat(applications.get(new ApplicationId(birth), reader).answers())
                .containsKeys("child.full-name", "mother.full-name", "delivery.way")
                .doesNotContainKeys("home.with", "home.household-head", "health.facility");
        assertThat(applications.get(new ApplicationId(birth), reader).files())
                .extracting(Application.HandedIn::field)
                .contains("birth-proof.files");
    }

    @Test
    void eachEventAsksInItsOwnWords() {
        assertThat(bundles.events())
                .allSatisfy(event -> assertThat(event.form()).isEqualTo(event.code() + "-bundle"))
                .allSatisfy(event -> assertThat(forms.current(event.form()).fields())
                        .as(event.code())
                        .noneMatch(field -> field.name().equals("request.text")));
    }

    @Test
    void namesOnlyPagesThatTheFormOfAnEventHas() {
        for (LifeEvent event : bundles.events()) {
            assertThat(forms.current(event.form()).pages())
                    .as(event.code())
                    .extracting(FormDefinition.Page::code)
                    .containsAll(event.members().stream()
                            .flatMap(member -> member.pages().stream())
                            .toList());
        }
    }

    @Test
    void whatAnotherSystemOwnsHasNoCaseAndNoClockAndStartsNothingAgainWhenPassedOn() {
        Reader reader = people.resident("Hoàng Thị Bóng");
        Bundle bundle = bundles.get(submit(people.filled(bundles, "school", Set.of(1, 2), reader), reader), reader);
        UUID expected = database.sql(
                        "select shadow from publicservice.bundle_part where bundle = :id and shadow is not null")
                .param("id", bundle.id().value())
                .query(UUID.class)
                .single();
        long cases = cases();
        String reference = "G01.001-260302-" + System.nanoTime();

        report(reference, 2, "Công an phường A", MONDAY, expected);
        report(reference, 4, "Công an phường A", MONDAY.plusSeconds(3600), null);
        report(reference, 2, "Công an phường B", MONDAY.plusSeconds(90_000), null);
        report(reference, 2, "Công an phường B", MONDAY.plusSeconds(90_000), null);

        Shadows.Shadow shadow = shadows.find("national-portal", reference).orElseThrow();
        assertThat(shadow.id()).isEqualTo(expected);
        assertThat(shadow.receivedAt()).isEqualTo(MONDAY);
        assertThat(shadow.handler()).isEqualTo("Công an phường B");
        assertThat(shadow.status()).isEqualTo(2);
        assertThat(cases()).isEqualTo(cases);
        assertThat(database.sql("select count(*) from publicservice.shadow_report where shadow = :id")
                        .param("id", expected)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        Bundle.Dossier followed = bundles.get(bundle.id(), reader).dossiers().get(1);
        assertThat(followed.code()).isEqualTo(reference);
        assertThat(followed.nowDay()).isNull();
        assertThat(followed.reported()).isEqualTo(2);
        assertThat(followed.passedOn()).isTrue();
        assertThat(bundle.notPassedOn()).hasSize(1);
        assertThat(bundles.get(bundle.id(), reader).notPassedOn()).isEmpty();
        refused(() -> report(reference, 11, "A", MONDAY, null), "publicservice/no-such-status");
        refused(
                () -> shadows.report(
                        new Shadows.Report("national-portal", "X-" + reference, "1.004873", 2, "A", MONDAY, null),
                        Actor.SYSTEM),
                "publicservice/not-owned-elsewhere");
    }

    private void report(
            String reference,
            int status,
            String handler,
            Instant at,
            @org.jspecify.annotations.Nullable UUID expected) {
        shadows.report(
                new Shadows.Report("national-portal", reference, "1.010041", status, handler, at, expected),
                Actor.SYSTEM);
    }

    private long cases() {
        return database.sql("select count(*) from casework.case_file")
                .query(Long.class)
                .single();
    }

    private BundleId submit(DraftId draft, Reader reader) {
        return bundles.submit(new Applications.Submission(draft, UUID.randomUUID(), Device.PHONE, reader));
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

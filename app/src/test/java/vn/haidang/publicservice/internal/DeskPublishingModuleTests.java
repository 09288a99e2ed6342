package vn.haidang.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.CatalogueDrafts;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.VersionLine;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.ProblemException;

@ModuleTest
class DeskPublishingModuleTests {

    private static final String COOPERATIVE = "1.005280";
    private static final String PAUSE = "1.001570";
    private static final String EXTENSION = "1.013227";

    private final Catalogue catalogue;
    private final CatalogueDrafts drafts;
    private final Publishing publishing;
    private final TransactionOperations transactions;
    private final MovableClock clock;
    private final Reader reader;

    DeskPublishingModuleTests(
            Catalogue catalogue,
            CatalogueDrafts drafts,
            Publishing publishing,
            TransactionOperations transactions,
            MovableClock clock,
            ApplicationContext context) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.publishing = publishing;
        this.transactions = transactions;
        this.clock = clock;
        this.reader = context.getAutowireCapableBeanFactory()
                .createBean(Applicant.class)
                .resident("Nguyễn Thị Biên");
    }

    @Test
    void publishesNothingThatLacksOneOfTheSevenParts() {
        ServiceDraft whole = drafts.get(EXTENSION);
        int version = catalogue.get(EXTENSION).version();
        Map<Part, ServiceDraft> broken = Map.of(
                Part.NAME,
                        draft(whole, " ", whole.agency(), "5wd", "1", List.of("person"), List.of("online"), "a", "b"),
                Part.SEQUENCE, draft(whole, "x", "y", "5wd", "1", List.of("person"), List.of("online"), "\n \n", "b"),
                Part.MODE, draft(whole, "x", "y", "5wd", "1", List.of("person"), List.of("boat"), "a", "b"),
                Part.COMPONENTS, draft(whole, "x", "y", "5wd", "none", List.of("person"), List.of("online"), "a", "b"),
                Part.TIME_LIMIT, draft(whole, "x", "y", "5", "1", List.of("person"), List.of("online"), "a", "b"),
                Part.SUBJECTS, draft(whole, "x", "y", "5wd", "1", List.of(), List.of("online"), "a", "b"),
                Part.AGENCY, draft(whole, "x", "", "5wd", "1", List.of("person"), List.of("online"), "a", "b"));

        broken.forEach((part, draft) -> {
            drafts.save(draft, reader);
            assertThat(drafts.publish(EXTENSION, today(), reader))
                    .as(part.code())
                    .containsExactly(part);
            assertThat(catalogue.get(EXTENSION).version()).isEqualTo(version);
            assertThat(drafts.get(EXTENSION)).as("what was typed stays").isEqualTo(draft);
        });
        drafts.discard(EXTENSION, reader);
        assertThat(drafts.get(EXTENSION)).isEqualTo(whole);
    }

    @Test
    void publishesFromADayOnAndTheVersionBeforeItHoldsUntilThen() {
        Service before = catalogue.get(COOPERATIVE);
        ServiceDraft draft = drafts.get(COOPERATIVE);
        drafts.save(
                draft(
                        draft,
                        draft.name(),
                        draft.agency(),
                        "5wd",
                        "2",
                        draft.audience(),
                        List.of("online", "counter"),
                        draft.steps() + "\nMột bước nữa",
                        draft.items()),
                reader);
        assertThat(drafts.open()).contains(COOPERATIVE);

        assertThat(drafts.publish(COOPERATIVE, today().plusDays(3), reader)).isEmpty();

        assertThat(drafts.open()).doesNotContain(COOPERATIVE);
        assertThat(catalogue.get(COOPERATIVE).version()).isEqualTo(before.version());
        assertThat(catalogue.versions(COOPERATIVE))
                .extracting(VersionLine::state)
                .startsWith(VersionLine.State.PLANNED, VersionLine.State.IN_FORCE);
        assertThat(catalogue
                        .find(ServiceQuestion.words(COOPERATIVE), PageRequest.first(3))
                        .rows()
                        .getFirst()
                        .code())
                .isEqualTo(COOPERATIVE);
        refused(() -> drafts.publish(COOPERATIVE, today(), reader), "publicservice/planned-already");
        refused(() -> drafts.publish(COOPERATIVE, today().minusDays(1), reader), "publicservice/publish-in-past");

        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        transactions.executeWithoutResult(status -> publishing.publish());

        Service after = catalogue.get(COOPERATIVE);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.sets()).isEqualTo(2);
        assertThat(after.duration()).hasToString("WorkingDays[days=5]");
        assertThat(after.source())
                .as("a time limit typed here is not what the shipped source says")
                .isEqualTo("Thời hạn do quản trị nghiệp vụ nhập trên nền tảng này, công bố từ "
                        + DateTimeFormatter.ofPattern("dd/MM/uuuu").format(today()));
        assertThat(after.confidence()).isEqualTo("K");
        assertThat(after.steps()).hasSize(before.steps().size() + 1);
        assertThat(after.items()).hasSameSizeAs(before.items());
        assertThat(after.items().getFirst().note())
                .isEqualTo(before.items().getFirst().note());
        assertThat(after.handling()).isEqualTo(before.handling());
        assertThat(catalogue.version(COOPERATIVE, before.version()).sets()).isEqualTo(before.sets());
    }

    @Test
    void twoWhoPublishAtOnceAndAButtonPressedTwiceMakeOneVersion() throws Exception {
        Service before = catalogue.get(PAUSE);
        ServiceDraft draft = drafts.get(PAUSE);
        drafts.save(
                draft(
                        draft,
                        draft.name() + " ngay",
                        draft.agency(),
                        draft.duration(),
                        draft.sets(),
                        draft.audience(),
                        draft.channels(),
                        draft.steps(),
                        draft.items()),
                reader);

        List<Callable<List<Part>>> both =
                List.of(() -> drafts.publish(PAUSE, today(), reader), () -> drafts.publish(PAUSE, today(), reader));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(both)) {
                assertThat(answer.get()).isEmpty();
            }
        }
        assertThat(drafts.publish(PAUSE, today(), reader)).isEmpty();

        assertThat(catalogue.get(PAUSE).version()).isEqualTo(before.version() + 1);
        assertThat(catalogue.get(PAUSE).name()).endsWith(" ngay");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), MovableClock.VIETNAM);
    }

    private static ServiceDraft draft(
            ServiceDraft of,
            String name,
            String agency,
            String duration,
            String sets,
            List<String> audience,
            List<String> channels,
            String steps,
            String items) {
        return new ServiceDraft(of.code(), name, agency, duration, sets, audience, channels, steps, items, of.ways());
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }
}

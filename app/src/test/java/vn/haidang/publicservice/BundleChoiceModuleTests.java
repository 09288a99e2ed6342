package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import vn.haidang.ModuleTest;
import vn.haidang.form.Answer;
import vn.haidang.form.Draft;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Forms;
import vn.haidang.form.RandomAnswers;
import vn.haidang.form.Turn;
import vn.haidang.form.Upload;
import vn.haidang.form.internal.DefinitionReader;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.FormUsers;
import vn.haidang.ui.ProblemException;

/** What one declaration asks and hands over, by the services of the life event that are chosen. */
@ModuleTest
@Import(Applicant.class)
class BundleChoiceModuleTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final byte[] PDF = "%PDF-1.4\nx\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Bundles bundles;
    private final Applications applications;
    private final Applicant people;
    private final Forms forms;
    private final Drafts drafts;
    private final FormUsers users;

    BundleChoiceModuleTests(
            Bundles bundles, Applications applications, Applicant people, Forms forms, Drafts drafts, FormUsers users) {
        this.bundles = bundles;
        this.applications = applications;
        this.people = people;
        this.forms = forms;
        this.drafts = drafts;
        this.users = users;
    }

    @Test
    void everyChoiceOfServicesAsksWhatTheyNeedAndNothingElse() {
        int choices = 0;
        for (LifeEvent event : bundles.events()) {
            FormDefinition whole = forms.current(event.form());
            for (Set<Integer> chosen : choices(event)) {
                FormDefinition asked = whole.without(event.leftOut(chosen));
                Set<String> needed = new HashSet<>();
                chosen.forEach(each -> needed.addAll(names(whole.without(event.leftOut(Set.of(each))))));

                assertThat(names(asked)).as("%s %s", event.code(), chosen).isEqualTo(needed);
                assertThat(new DefinitionReader().read(DefinitionWriter.write(asked)))
                        .as("%s %s: no condition names what is not asked", event.code(), chosen)
                        .isEqualTo(asked);
                choices++;
            }
        }
        assertThat(choices).isGreaterThan(40);
    }

    @Test
    void tellsWhoeverChangesTheFormOfAnEventWhichPagesItMisses() {
        FormDefinition form = forms.current("marriage-bundle");

        assertThat(users.pagesMissing(form)).isEmpty();
        assertThat(users.pagesMissing(form.without(Set.of("copies", "delivery", "before"))))
                .containsExactly("before", "copies");
    }

    @Test
    void everyDossierGetsItsOwnAnswersWhateverElseIsChosen() {
        int handedIn = 0;
        for (LifeEvent event : bundles.events()) {
            FormDefinition whole = forms.current(event.form());
            for (Set<Integer> chosen : choices(event)) {
                Reader reader = people.resident("Đào Thị Chọn " + event.code());
                if (event.members().stream()
                        .noneMatch(member ->
                                chosen.contains(member.ordinal()) && member.handling() == LifeEvent.Handling.OURS)) {
                    continue;
                }
                Bundle bundle = bundles.get(
                        submit(
                                randomly(bundles.prepare(event.code(), chosen, people.commune(), reader), reader),
                                reader),
                        reader);
                assertThat(bundle.dossiers()).hasSize(chosen.size());
                for (Bundle.Dossier each : bundle.dossiers()) {
                    if (each.application() != null) {
                        Application dossier = applications.get(new ApplicationId(each.application()), reader);
                        FormDefinition alone = whole.without(event.leftOut(Set.of(each.ordinal())));
                        assertThat(names(whole.without(dossier.leftOut())))
                                .as("%s %s of %s", event.code(), each.service(), chosen)
                                .isEqualTo(names(alone));
                        assertThat(alone.counting(values(dossier)).keySet())
                                .isEqualTo(dossier.answers().keySet());
                        assertThat(forms.check(alone, values(dossier))).isEmpty();
                    }
                }
                handedIn++;
            }
        }
        assertThat(handedIn).isGreaterThan(20);
    }

    @Test
    void aServiceChosenLaterIsAskedForAndOneDroppedKeepsItsAnswersWithoutSendingThem() {
        Reader reader = people.resident("Mai Thị Đổi");
        DraftId draft = people.filled(bundles, "household-business", Set.of(2), reader);
        assertThat(drafts.get(draft, reader).values())
                .containsKey("extract.kind")
                .doesNotContainKeys("new-business.name", "seat.home", "place.whose");

        bundles.change(draft, Set.of(1, 2), people.commune(), reader);
        assertThat(wrong(draft, reader)).contains("new-business").doesNotContain("extract", "place");
        assertThat(drafts.get(draft, reader).about()).isEqualTo("1.001612");
        assertThat(applications.preparation(draft, reader).serviceCode()).isEqualTo("1.001612");
        people.answered(draft, reader);

        bundles.change(draft, Set.of(1), people.commune(), reader);
        assertThat(wrong(draft, reader)).isEmpty();
        assertThat(drafts.get(draft, reader).values()).containsKeys("extract.kind", "new-business.name");
        assertThat(drafts.get(draft, reader).form().page("extract")).isEmpty();
        bundles.change(draft, Set.of(1, 2), people.commune(), reader);
        assertThat(wrong(draft, reader)).as("what was answered before").isEmpty();

        bundles.change(draft, Set.of(2), people.commune(), reader);
        Bundle bundle = bundles.get(submit(draft, reader), reader);
        assertThat(bundle.dossiers()).extracting(Bundle.Dossier::service).containsExactly("2.000635");
        assertThat(answers(bundle.dossiers().getFirst(), reader))
                .containsKey("extract.kind")
                .doesNotContainKeys("new-business.name", "lines", "size.capital");
        refused(() -> bundles.change(draft, Set.of(1, 2), people.commune(), reader), "form/draft-finished");
    }

    @Test
    void whatIsKnownIsFilledInWhenItIsAskedAndWhatAnotherWindowStillSendsIsKept() {
        Reader reader = people.resident("Tạ Thị Hai Cửa");
        DraftId draft = people.filled(bundles, "marriage", Set.of(1, 3), reader);
        bundles.change(draft, Set.of(1), people.commune(), reader);

        Turn turn = drafts.take(draft, "copies", Map.of("copies.number", new String[] {"7"}), List.of(), reader);

        assertThat(turn).isEqualTo(new Turn.Check());
        assertThat(drafts.get(draft, reader).values()).containsEntry("copies.number", "7");
        assertThat(bundles.chosen(draft, reader).orElseThrow().ordinals()).containsExactly(1);
        Reader stranger = people.resident("Hồ Văn Lạ");
        assertThat(bundles.chosen(draft, stranger)).isEmpty();
        refused(
                () -> bundles.change(draft, Set.of(1), people.commune(), stranger),
                "publicservice/no-such-application");
        refused(() -> bundles.change(draft, Set.of(4), people.commune(), reader), "publicservice/not-startable");
    }

    /** Every choice of at least one service that one declaration can hand in. */
    private static List<Set<Integer>> choices(LifeEvent event) {
        List<Integer> ordinals =
                event.together().stream().map(LifeEvent.Member::ordinal).toList();
        return IntStream.range(1, 1 << ordinals.size())
                .mapToObj(bits -> IntStream.range(0, ordinals.size())
                        .filter(at -> (bits & 1 << at) != 0)
                        .mapToObj(ordinals::get)
                        .collect(Collectors.toSet()))
                .toList();
    }

    /** Every page answered at random, with nothing wrong. */
    private DraftId randomly(DraftId draft, Reader reader) {
        FormDefinition form = drafts.get(draft, reader).form();
        Map<String, String> good = new RandomAnswers(forms, people.commune(), MONDAY, 7).complete(form);
        for (FormDefinition.Page page : form.course(good).pages()) {
            FormDefinition.Repeat repeat = page.repeat();
            int count = repeat == null ? 0 : Integer.parseInt(good.getOrDefault(page.code(), "0")) - repeat.least();
            for (int more = 0; more < count; more++) {
                drafts.take(draft, page.code(), Map.of(Drafts.ADD, new String[] {"1"}), List.of(), reader);
            }
        }
        for (FormDefinition.Page page : form.course(good).pages()) {
            Map<String, String> typed = new HashMap<>(good);
            typed.keySet()
                    .retainAll(page.fields().stream()
                            .map(FormDefinition.Field::name)
                            .toList());
            drafts.save(draft, page.code(), typed, reader);
            List<Upload> uploads = form.course(good).fields(page).stream()
                    .filter(field -> field.kind() == FormDefinition.Kind.FILE)
                    .map(field -> new Upload(field.name(), "a.pdf", () -> new ByteArrayInputStream(PDF)))
                    .toList();
            if (!uploads.isEmpty()) {
                drafts.take(draft, page.code(), parameters(typed), uploads, reader);
            }
        }
        return draft;
    }

    private static Map<String, String[]> parameters(Map<String, String> typed) {
        return typed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new String[] {each.getValue()}));
    }

    private static Set<String> names(FormDefinition form) {
        return form.fields().map(FormDefinition.Field::name).collect(Collectors.toSet());
    }

    private static Map<String, String> values(Application application) {
        return application.answers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().value()));
    }

    private Set<String> wrong(DraftId draft, Reader reader) {
        Draft now = drafts.get(draft, reader);
        return forms.check(now.form(), now.values()).keySet();
    }

    private Map<String, Answer> answers(Bundle.Dossier dossier, Reader reader) {
        return applications
                .get(new ApplicationId(java.util.Objects.requireNonNull(dossier.application())), reader)
                .answers();
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

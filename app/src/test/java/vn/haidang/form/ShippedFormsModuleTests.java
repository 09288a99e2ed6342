package vn.haidang.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ModuleTest;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.DefinitionReader;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.reference.ReferenceData;
import vn.haidang.ui.FieldError;

/** Every shipped form: it reads, speaks both languages, can be answered, and withstands every answer. */
@ModuleTest
class ShippedFormsModuleTests {

    private static final int ROUNDS = 25;

    private final Forms forms;
    private final Drafts drafts;
    private final ReferenceData reference;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    ShippedFormsModuleTests(
            Forms forms, Drafts drafts, ReferenceData reference, Units units, MessageSource messages, Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.reference = reference;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @BeforeEach
    void loadUnits() {
        reference.load();
    }

    @Test
    void readBackAsTheyAreWrittenAndSpeakBothLanguages() {
        assertThat(forms.codes()).hasSizeGreaterThanOrEqualTo(27);
        for (FormDefinition form : all()) {
            assertThat(new DefinitionReader().read(DefinitionWriter.write(form)))
                    .isEqualTo(form);
            words(form).forEach(text -> {
                assertThat(text.vi()).as(form.code()).isNotBlank().doesNotContain("<", "|");
                assertThat(text.en()).as(form.code()).isNotBlank().doesNotContain("<", "|");
            });
        }
    }

    @Test
    void canBeAnsweredAndEveryFieldIsReached() {
        for (FormDefinition form : all()) {
            Set<String> reached = new LinkedHashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, String> answers = random(round).complete(form);
                assertThat(forms.check(form, answers)).as(form.code()).isEmpty();
                form.course(answers)
                        .pages()
                        .forEach(page -> form.course(answers)
                                .fields(page)
                                .forEach(field -> reached.add(Repeats.base(field.name()))));
            }
            assertThat(form.fields().map(Field::name)).as(form.code()).allMatch(reached::contains);
        }
    }

    @Test
    void sayBesideEachFieldThatItsAnswerIsWrong() {
        int wrong = 0;
        for (FormDefinition form : all()) {
            Map<String, String> good = random(7).complete(form);
            Course course = form.course(good);
            for (Page page : course.pages()) {
                for (Field field : course.fields(page)) {
                    for (String bad : bad(field)) {
                        Map<String, String> spoiled = new HashMap<>(good);
                        spoiled.put(field.name(), bad);
                        assertThat(forms.check(form, page, spoiled))
                                .as("%s %s <%s>", form.code(), field.name(), bad)
                                .anySatisfy(error -> assertThat(error.field()).startsWith(field.name()))
                                .allSatisfy(this::said);
                        wrong++;
                    }
                }
            }
        }
        assertThat(wrong).isGreaterThan(1_000);
    }

    @Test
    void keepWhateverIsSentAndNeverFail() {
        var random = new Random(20261123);
        for (FormDefinition form : all()) {
            Reader reader = new Reader(AccountId.next(clock), "Hoa", Set.of());
            DraftId draft = drafts.start(form.code(), "fuzz", reader, Map.of());
            Map<String, String> good = random(3).complete(form);
            for (Page page : form.course(good).pages()) {
                Map<String, String[]> sent = new HashMap<>();
                for (Field field : page.fields()) {
                    Stream.of("", "-day", "-month", "-year", "-unit", "-street")
                            .filter(part -> random.nextBoolean())
                            .forEach(part -> sent.put(
                                    field.name() + part,
                                    random.ints(random.nextInt(3), 0, 1)
                                            .mapToObj(each -> Examples.anyText(random))
                                            .toArray(String[]::new)));
                }
                Turn turn = drafts.take(draft, page.code(), sent, List.of(), reader);
                assertThat(turn).isNotNull();
                Map<String, String> kept = drafts.get(draft, reader).values();
                forms.bind(page, sent)
                        .forEach((field, value) -> assertThat(kept.getOrDefault(field, ""))
                                .as("%s %s", form.code(), field)
                                .isEqualTo(Binding.clean(value)));
            }
        }
    }

    @Test
    void addUpAndCompareWhatBelongsTogether() {
        FormDefinition estate = forms.current("estate-division");
        Map<String, String> answers = new HashMap<>(random(1).complete(estate));
        answers.put("heirs", "2");
        answers.put("heir.share.1", "60");
        answers.put("heir.share.2", "39.5");
        Page heirs = estate.page("heirs").orElseThrow();

        assertThat(forms.check(estate, heirs, answers))
                .singleElement()
                .returns("heirs", FieldError::field)
                .returns("form.error.check", FieldError::messageKey);
        answers.put("heir.share.2", "40");
        assertThat(forms.check(estate, heirs, answers)).isEmpty();

        answers.put("assets", "2");
        answers.put("asset.what.2", "Xe");
        answers.put("asset.value.1", "1500000000");
        answers.put("asset.value.2", "20000000");
        assertThat(estate.counting(answers)).containsEntry("estate.value", "1520000000");
    }

    @Test
    void oneOfSeveralIsAddedTakenAwayAndHandedOver() {
        Reader reader = new Reader(AccountId.next(clock), "Hoa", Set.of());
        DraftId draft = drafts.start("estate-division", "2.001406", reader, Map.of());
        Map<String, String[]> add = Map.of(Drafts.ADD, new String[] {"1"});

        assertThat(drafts.take(draft, "heirs", add, List.of(), reader)).isEqualTo(new Turn.Next("heirs-2"));
        assertThat(drafts.take(draft, "heirs", add, List.of(), reader)).isEqualTo(new Turn.Next("heirs-3"));
        for (int heir = 1; heir <= 3; heir++) {
            drafts.save(
                    draft, "heirs-" + heir, Map.of("heir.full-name." + heir, "Heir " + "ABC".charAt(heir - 1)), reader);
        }
        Map<String, String[]> secondOfThree = Map.of(Drafts.DROP, new String[] {"2 3"});
        drafts.take(draft, "heirs", secondOfThree, List.of(), reader);
        drafts.take(draft, "heirs", secondOfThree, List.of(), reader);

        assertThat(drafts.get(draft, reader)
                        .form()
                        .counting(drafts.get(draft, reader).values()))
                .containsEntry("heirs", "2")
                .containsEntry("heir.full-name.1", "Heir A")
                .containsEntry("heir.full-name.2", "Heir C")
                .doesNotContainKey("heir.full-name.3");
        drafts.take(draft, "heirs", Map.of(Drafts.DROP, new String[] {"9"}), List.of(), reader);
        drafts.take(draft, "heirs", Map.of(Drafts.DROP, new String[] {"2"}), List.of(), reader);
        drafts.take(draft, "heirs", Map.of(Drafts.DROP, new String[] {"1"}), List.of(), reader);
        assertThat(drafts.get(draft, reader)
                        .form()
                        .counting(drafts.get(draft, reader).values()))
                .containsEntry("heirs", "1");
    }

    @Test
    void anAgeIsThatOfTheDayOfHandingIn() {
        FormDefinition marriage = forms.current("marriage-registration");
        Map<String, String> answers = new HashMap<>(random(5).complete(marriage));
        LocalDate today = LocalDate.now(clock);
        answers.put("wife.birth-date", today.minusYears(18).toString());
        answers.put("husband.birth-date", today.minusYears(20).toString());
        assertThat(forms.check(marriage, answers)).isEmpty();

        answers.put("husband.birth-date", today.minusYears(20).plusDays(1).toString());
        assertThat(forms.check(marriage, answers).get("ages"))
                .singleElement()
                .returns("husband.age", FieldError::field);
    }

    @Test
    void anIndependentReaderTakesEveryGoodAnswerByThePublishedSchemaAndRefusesBadOnes() {
        JsonMapper json = JsonMapper.builder().build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (FormDefinition form : all()) {
            Schema schema = registry.getSchema(json.writeValueAsString(FormSchema.of(form)), InputFormat.JSON);
            for (int round = 0; round < 5; round++) {
                Map<String, Object> answers =
                        FormSchema.answers(form, random(round).complete(form));
                assertThat(schema.validate(json.writeValueAsString(answers), InputFormat.JSON))
                        .as(form.code())
                        .isEmpty();

                for (String name : answers.keySet()) {
                    Map<String, Object> spoiled = new HashMap<>(answers);
                    spoiled.put(name, Map.of("no", "answer"));
                    assertThat(schema.validate(json.writeValueAsString(spoiled), InputFormat.JSON))
                            .as("%s %s", form.code(), name)
                            .isNotEmpty();
                }
            }
            assertThat(schema.validate("{}", InputFormat.JSON)).as(form.code()).isNotEmpty();
        }
    }

    private List<FormDefinition> all() {
        return forms.codes().stream().map(forms::current).toList();
    }

    private RandomAnswers random(long seed) {
        return new RandomAnswers(forms, commune(), LocalDate.now(clock), seed);
    }

    private UnitId commune() {
        return units.ofTier(Tier.COMMUNE, LocalDate.now(clock)).getFirst().id();
    }

    private void said(FieldError error) {
        for (String language : List.of("vi", "en")) {
            assertThat(messages.getMessage(error.messageKey(), error.arguments().toArray(), Locale.of(language)))
                    .isNotBlank();
        }
    }

    private static List<String> bad(Field field) {
        String tooLong = "a".repeat(field.rules().maxLength() + 1);
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> List.of(tooLong, "a\u0001b");
            case NUMBER -> List.of("x", "1e9", "99999999999999", "-1", "0.1234567", tooLong);
            case MONEY -> List.of("x", "-1", "0.5", tooLong);
            case DATE -> List.of("31/2/2026", "x", "2026-13-01", tooLong);
            case CHOICE, SELECT, MULTIPLE -> List.of("unicorn", "\u0001");
            case YES_NO -> List.of("maybe", "true");
            case PERSONAL_NUMBER -> List.of("12345678901", "1234567890123", "x");
            case PHONE -> List.of("12", "phone");
            case EMAIL -> List.of("a@b", "@", "a b@c.vn");
            case UNIT -> List.of("nowhere", "0198f0a0-0000-7000-8000-000000000001");
            case ADDRESS -> List.of("nowhere|x", "|", "12 Le Loi");
            case FILE -> List.of(" a".repeat(field.rules().maxLength() + 1).strip());
            case DECLARATION -> List.of("no");
            case COMPUTED, GROUP -> List.of();
        };
    }

    private static Stream<Text> words(FormDefinition form) {
        Stream<Text> pages = form.pages().stream()
                .flatMap(page -> Stream.of(
                                Stream.of(page.title()),
                                Stream.ofNullable(page.hint()),
                                page.checks().stream().map(FormDefinition.Check::message),
                                Stream.ofNullable(page.repeat()).map(FormDefinition.Repeat::item))
                        .flatMap(each -> each));
        Stream<Text> fields = form.fields()
                .flatMap(field -> Stream.of(
                                Stream.of(field.label()),
                                Stream.ofNullable(field.hint()),
                                Stream.ofNullable(field.suffix()),
                                field.choices().stream().map(FormDefinition.Choice::label))
                        .flatMap(each -> each));
        return Stream.of(Stream.of(form.title()), pages, fields).flatMap(each -> each);
    }
}

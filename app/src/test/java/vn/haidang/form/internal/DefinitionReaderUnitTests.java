package vn.haidang.form.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Page;

class DefinitionReaderUnitTests {

    private static final String GOOD = """
            form: test
            version: 1
            title: {vi: a, en: b}
            pages:
              - page: one
                title: {vi: a, en: b}
                fields:
                  - {name: born, kind: date, label: {vi: a, en: b}}
                  - {name: pet, kind: choice, label: {vi: a, en: b}, choices: [cat, dog]}
              - page: two
                title: {vi: a, en: b}
                show_when: {field: pet, equals: [dog]}
                fields:
                  - {name: died, kind: date, label: {vi: a, en: b}, after: born}
                  - {name: breed, kind: text, label: {vi: a, en: b}, pattern: '[a-z]+'}
            """;

    private final DefinitionReader reader = new DefinitionReader();

    @ParameterizedTest
    @ValueSource(strings = {"birth-registration", "general-request"})
    void readsTheShippedForms(String code) throws IOException {
        FormDefinition form = reader.read(new ClassPathResource("reference-data/form/" + code + ".yml")
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(form.code()).isEqualTo(code);
        assertThat(form.pages()).hasSizeGreaterThan(5);
        assertThat(form.fields()).allSatisfy(field -> {
            assertThat(field.label().vi()).isNotBlank();
            assertThat(field.label().en()).isNotEqualTo(field.label().vi());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{field: pet, equals: hare}", "{field: pet, equals: [dog, hare]}"})
    void refusesAConditionOnAnAnswerNobodyCanGive(String condition) {
        String wrong = GOOD.replace("{field: pet, equals: [dog]}", condition);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(wrong))
                .withMessage("form.pages[1].show_when.equals: no-such-answer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat| show_when: pet = 'cat'",
                "cat| show_when: {field: pet, equals: cat}",
                "dog| show_when: not (pet = 'cat')",
                "dog| show_when: pet in ('dog', 'hare') and born < today",
            })
    void takesConditionsInWordsAndInExpressions(String pet, String condition) {
        FormDefinition form = reader.read(GOOD.replace("show_when: {field: pet, equals: [dog]}", condition));
        Map<String, String> answers = Map.of("pet", pet, "born", "2020-01-01", "today", "2026-03-02");

        assertThat(form.asked(answers)).extracting(Page::code).containsExactly("one", "two");
        assertThat(form.asked(Map.of("pet", "hare", "born", "2027-01-01", "today", "2026-03-02")))
                .extracting(Page::code)
                .doesNotContain(pet.equals("cat") ? "two" : "three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show_when: dead = 'cat'",
                "show_when: pet = 3",
                "show_when: pet",
                "show_when: breed = 'poodle'",
                "show_when: \"pet = \"",
                "repeat: {item: {vi: a, en: b}, least: 3, most: 2}",
                "repeat: {item: {vi: a, en: b}, most: 51}",
                "checks: [{must: 'born > 3', message: 'a | b'}]",
                "checks: [{must: 'born < died', message: 'a | b', at: pet}]",
            })
    void refusesAWrongExpressionWithItsPlace(String wrong) {
        String form = GOOD.replace("show_when: {field: pet, equals: [dog]}", wrong);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(form))
                .withMessageMatching("(?s)(form\\.pages|two).*");
    }

    @Test
    void asksOnlyWhatTheAnswersCallFor() {
        FormDefinition form = reader.read(GOOD);

        assertThat(form.asked(Map.of("pet", "cat"))).extracting(Page::code).containsExactly("one");
        assertThat(form.asked(Map.of("pet", "dog"))).extracting(Page::code).containsExactly("one", "two");
        assertThat(form.counting(Map.of("pet", "cat", "breed", "poodle"))).containsOnlyKeys("pet");
        assertThat(form.counting(Map.of("pet", "dog", "breed", "poodle"))).containsOnlyKeys("pet", "breed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: date| kind: dance",
                "version: 1| version: none",
                "version: 1| version: 0",
                "{vi: a, en: b}| {vi: a}",
                "[cat, dog]| []",
                "name: died| name: born",
                "after: born| after: pet",
                "{field: pet| {field: breed",
                "'[a-z]+'| '([a-z]+'",
                "page: two| page: one",
                "label:| lable:",
                "form: test| form: !!java.util.Date 2020-01-01",
                "form: test| 'form: test\n\tversion: 3'",
            })
    void refusesWhatItDoesNotUnderstand(String good, String bad) {
        String wrong =
                GOOD.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));

        assertThat(wrong).isNotEqualTo(GOOD);
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "text", "form: test", "a: &a [*a]", "{{{"})
    void refusesWhatIsNoForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.read(text));
    }
}

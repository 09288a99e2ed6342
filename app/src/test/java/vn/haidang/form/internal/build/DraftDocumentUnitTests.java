package vn.haidang.form.internal.build;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.internal.DefinitionReader;
import vn.haidang.form.internal.DefinitionRefused;
import vn.haidang.form.internal.Trial;
import vn.haidang.form.internal.build.FormDifferences.Change;
import vn.haidang.form.internal.build.FormDifferences.Difference;

class DraftDocumentUnitTests {

    private static final String FORM = """
            form: pets
            version: 1
            title: 'Vật nuôi | Pets'
            pages:
              - page: one
                title: 'Một | One'
                fields:
                  - {name: born, kind: date, label: 'Sinh | Born'}
                  - {name: pet, kind: choice, label: 'Con gì | Which', choices: {cat: 'Mèo | Cat', dog: 'Chó | Dog'}}
              - page: two
                title: 'Hai | Two'
                show_when: {field: pet, equals: dog}
                fields:
                  - {name: age, kind: computed, label: 'Tuổi | Age', compute: 'years(born, today)'}
                checks:
                  - {must: 'age < 30', message: 'Già quá | Too old'}
            """;

    private final DefinitionReader reader = new DefinitionReader();

    @Test
    void everyShippedFormSaysTheSameAfterItWasADraft() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:reference-data/form/*.yml");
        assertThat(files).hasSizeGreaterThan(25);
        for (var file : files) {
            FormDefinition form = reader.read(file.getContentAsString(StandardCharsets.UTF_8));

            Trial trial = reader.attempt(DraftDocument.tree(DraftDocument.of(form), form.version()));

            assertThat(trial.refusals()).as(form.code()).isEmpty();
            assertThat(trial.whole()).as(form.code()).isEqualTo(form);
        }
    }

    @Test
    void tellsEverythingThatIsWrongWithItsPlaceAndCode() {
        FormDraft draft = DraftDocument.of(reader.read(FORM));
        var one = draft.pages().getFirst();
        var two = draft.pages().getLast();
        FormDraft wrong = draft.sayingOfField(
                        one.id(), one.fields().getFirst().id(), Map.of("name", "born", "kind", "date"))
                .sayingOfPage(two.id(), Map.of("page", "two", "when", "expression", "when.expression", "pets = 'dog'"))
                .sayingOfField(
                        two.id(),
                        two.fields().getFirst().id(),
                        Map.of("name", "age", "kind", "dance", "label.vi", "Tuổi", "label.en", "Age"));

        Trial trial = reader.attempt(DraftDocument.tree(wrong, 2));

        assertThat(trial.whole()).isNull();
        assertThat(trial.refusals())
                .extracting(Place::of, DefinitionRefused::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new Place(0, 0, "label.vi"), "form.fault.missing"),
                        org.assertj.core.groups.Tuple.tuple(new Place(1, -1, "when"), "expression.fault.unknown-fact"),
                        org.assertj.core.groups.Tuple.tuple(new Place(1, 0, "kind"), "form.fault.unreadable"));
        assertThat(trial.nameable().get(Place.page(1)))
                .containsKeys("pet", "today")
                .doesNotContainKey("age");
    }

    @Test
    void namesAFailedCheckByItsNumber() {
        FormDraft draft = DraftDocument.of(reader.read(FORM));
        var two = draft.pages().getLast();
        var says = new java.util.HashMap<>(two.says());
        says.put("check.1.must", "age +");
        says.put("check.1.vi", "a");

        Trial trial = reader.attempt(DraftDocument.tree(draft.sayingOfPage(two.id(), says), 2));

        assertThat(trial.refusals()).singleElement().satisfies(refused -> {
            assertThat(Place.of(refused)).isEqualTo(new Place(1, -1, "check.1.must"));
            assertThat(refused.messageKey()).startsWith("expression.fault.");
        });
    }

    @Test
    void asksForAnAnswerWhereAConditionRestsOnOne() {
        FormDraft draft = DraftDocument.of(reader.read(FORM));
        var two = draft.pages().getLast();
        var says = new java.util.HashMap<>(two.says());
        says.put("when.equals", " , ");

        Trial trial = reader.attempt(DraftDocument.tree(draft.sayingOfPage(two.id(), says), 2));

        assertThat(trial.refusals()).extracting(Place::of).containsExactly(new Place(1, -1, "when.equals"));
    }

    @Test
    void movesAndRemovesOnlyWhatIsThere() {
        FormDraft draft = DraftDocument.of(reader.read(FORM));
        int one = draft.pages().getFirst().id();
        int two = draft.pages().getLast().id();

        assertThat(draft.movedPage(one, true)).isEqualTo(draft);
        assertThat(draft.movedPage(two, false)).isEqualTo(draft);
        assertThat(draft.movedPage(999, true)).isEqualTo(draft);
        assertThat(draft.withoutPage(999)).isEqualTo(draft);
        assertThat(draft.movedPage(two, true).pages())
                .extracting(FormDraft.PageDraft::id)
                .containsExactly(two, one);
        assertThat(draft.withNewPage(Map.of())
                        .withoutPage(draft.last() + 1)
                        .withNewPage(Map.of())
                        .last())
                .as("a number is never given twice")
                .isEqualTo(draft.last() + 2);
    }

    @Test
    void saysWhatDiffersBetweenTwoVersions() {
        FormDefinition before = reader.read(FORM);
        FormDefinition after = reader.read(FORM.replace("Sinh | Born", "Ngày sinh | Born on")
                .replace("name: pet,", "name: animal,")
                .replace("field: pet,", "field: animal,"));

        assertThat(FormDifferences.between(before, before)).isEmpty();
        assertThat(FormDifferences.between(before, after))
                .extracting(Difference::change, Difference::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Change.CHANGED, "born"),
                        org.assertj.core.groups.Tuple.tuple(Change.ADDED, "animal"),
                        org.assertj.core.groups.Tuple.tuple(Change.CHANGED, "two"),
                        org.assertj.core.groups.Tuple.tuple(Change.REMOVED, "pet"));
        assertThat(FormDifferences.between(before, after).getFirst().details())
                .containsExactly(
                        new FormDifferences.Detail("label.en", "Born", "Born on"),
                        new FormDifferences.Detail("label.vi", "Sinh", "Ngày sinh"));
        assertThat(FormDifferences.between(null, after)).allMatch(each -> each.change() == Change.ADDED);
    }

    @Test
    void saysThatSomethingStandsElsewhereThoughMoreWasChanged() {
        FormDefinition before = reader.read(FORM);
        FormDraft draft = DraftDocument.of(before);
        int one = draft.pages().getFirst().id();
        int pet = draft.pages().getFirst().fields().getLast().id();
        FormDraft moved = draft.movedField(one, pet, true).saying(Map.of("title.vi", "Thú nuôi", "title.en", "Pets"));

        FormDefinition after =
                requireNonNull(reader.attempt(DraftDocument.tree(moved, 2)).whole());

        assertThat(FormDifferences.between(before, after))
                .extracting(Difference::change)
                .containsExactly(Change.CHANGED, Change.MOVED);
    }
}

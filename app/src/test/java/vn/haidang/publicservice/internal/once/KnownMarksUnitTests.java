package vn.haidang.publicservice.internal.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import vn.haidang.form.Answer;
import vn.haidang.form.DraftId;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Rules;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.registry.KnownValue;

/** A typed answer is told to have been known if and only if it was, for its own draft alone. */
class KnownMarksUnitTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Property(tries = 300)
    void aTypedAnswerIsKnownIfAndOnlyIfItWas(
            @ForAll @AlphaChars @StringLength(min = 5, max = 30) String known,
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String typed) {
        DraftId draft = new DraftId(UUID.randomUUID());
        Set<String> marks = KnownMarks.of(draft, List.of(value("person.full-name", known)));

        assertThat(KnownMarks.typed(draft, form(), typed(known)).keySet()).isEqualTo(marks);
        assertThat(marks.containsAll(
                        KnownMarks.typed(draft, form(), typed(typed)).keySet()))
                .isEqualTo(typed.equalsIgnoreCase(known));
        assertThat(KnownMarks.typed(new DraftId(UUID.randomUUID()), form(), typed(known))
                        .keySet())
                .doesNotContainAnyElementsOf(marks);
        assertThat(String.join(" ", marks)).doesNotContainIgnoringCase(known);
    }

    @Example
    void diacriticsAndCaseDoNotHideIt() {
        DraftId draft = new DraftId(UUID.randomUUID());
        Set<String> marks = KnownMarks.of(draft, List.of(value("person.full-name", "Ph\u1ea1m Th\u1ecb Hoa")));

        assertThat(KnownMarks.typed(draft, form(), typed("PHAM THI HOA")).keySet())
                .isEqualTo(marks);
    }

    @Example
    void whatManyShareIsNeverMarked() {
        DraftId draft = new DraftId(UUID.randomUUID());

        assertThat(KnownMarks.of(
                        draft,
                        List.of(
                                value("person.sex", "female"),
                                value("person.residence", UUID.randomUUID().toString()),
                                value("person.full-name", "An"))))
                .isEmpty();
    }

    @Example
    void whatWasFilledInOrCorrectedWasNotTyped() {
        DraftId draft = new DraftId(UUID.randomUUID());
        var filled = new Answer("Pham Thi Hoa", "Pham Thi Hoa", "population-register", DAY);
        var corrected = new Answer("Pham Thi Hoa", "Pham Thi Hue", "population-register", DAY);

        assertThat(KnownMarks.typed(draft, form(), Map.of("name", filled))).isEmpty();
        assertThat(KnownMarks.typed(draft, form(), Map.of("name", corrected))).isEmpty();
    }

    private static KnownValue value(String attribute, String value) {
        return new KnownValue(attribute, value, "population-register", DAY);
    }

    private static Map<String, Answer> typed(String value) {
        return Map.of("name", Answer.typed(value));
    }

    private static FormDefinition form() {
        Text words = new Text("Ho ten", "Name");
        Field field = new Field(
                "name",
                Kind.TEXT,
                words,
                null,
                true,
                null,
                null,
                null,
                Rules.longest(100),
                List.of(),
                null,
                null,
                null);
        return new FormDefinition(
                "test", 1, words, List.of(new Page("name", words, null, null, null, List.of(field), List.of(), null)));
    }
}

package vn.haidang.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.ModuleTest;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Units;
import vn.haidang.reference.ReferenceData;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.ProblemException;

@ModuleTest
class FormsModuleTests {

    private final Forms forms;
    private final ReferenceData reference;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormsModuleTests(Forms forms, ReferenceData reference, Units units, JdbcClient jdbc, Clock clock) {
        this.forms = forms;
        this.reference = reference;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void loadUnits() {
        reference.load();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "ok",
            value = {
                "child-name, child.full-name, Nguyễn Minh An, ok",
                "child-name, child.full-name, H'Hen Niê, form.error.letters",
                "child-name, child.full-name, H’Hen Niê, ok",
                "child-name, child.full-name, An 2, form.error.letters",
                "child-name, child.full-name, '', form.error.missing",
                "child-name, child.full-name, <b>An</b>, form.error.letters",
                "child-sex, child.sex, female, ok",
                "child-sex, child.sex, unicorn, form.error.choose",
                "child-birth-date, child.birth-date, 2026-03-02, ok",
                "child-birth-date, child.birth-date, 2026-03-03, form.error.date-future",
                "child-birth-date, child.birth-date, 1900-01-01, form.error.date-too-old",
                "child-birth-date, child.birth-date, 31/2/2026, form.error.date",
                "mother-residence, mother.residence, 12, form.error.place",
                "mother-residence, mother.residence, 12 Lê Lợi, ok",
                "mother, mother.personal-number, 031095001234, ok",
                "mother, mother.personal-number, 03109500123, form.error.personal-number",
                "mother, mother.personal-number, '', ok",
                "declarant-contact, declarant.phone, 0912 345 678, ok",
                "declarant-contact, declarant.phone, +84912345678, ok",
                "declarant-contact, declarant.phone, 12345, form.error.phone",
                "declarant-contact, declarant.email, an@haiphong.vn, ok",
                "declarant-contact, declarant.email, an@haiphong, form.error.email",
                "declarant-residence, declarant.residence, nowhere, form.error.unit",
                "birth-proof, birth-proof.files, '', form.error.file-missing",
                "declaration, declaration, '', form.error.declare",
                "declaration, declaration, yes, ok",
            })
    void checksEachFieldByItsRules(String page, String field, String value, String expected) {
        Map<String, String> answers = new HashMap<>(complete());
        answers.put(field, value);

        List<FieldError> errors = check(page, answers);

        if (expected == null) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors)
                    .singleElement()
                    .returns(field, FieldError::field)
                    .returns(expected, FieldError::messageKey);
        }
    }

    @Test
    void refusesTooLongTextAndCountsCharactersNotBytes() {
        Map<String, String> answers = new HashMap<>(complete());

        answers.put("child.full-name", "ặ".repeat(100));
        assertThat(check("child-name", answers)).isEmpty();

        answers.put("child.full-name", "a".repeat(101));
        assertThat(check("child-name", answers))
                .extracting(FieldError::messageKey)
                .containsExactly("form.error.too-long");
    }

    @Test
    void namesWhatIsWrongInTheOrderOfThePage() {
        assertThat(check("mother", Map.of()))
                .extracting(FieldError::field)
                .containsExactly("mother.full-name", "mother.birth-date");
    }

    @Test
    void aCompleteFormHasNothingWrong() {
        assertThat(forms.check(birth(), complete())).isEmpty();
    }

    @Test
    void asksForTheFatherOnlyWhereThereIsOneToName() {
        Map<String, String> answers = new HashMap<>(complete());
        answers.put("parents.marriage", "mother-alone");
        assertThat(forms.check(birth(), answers)).containsOnlyKeys("father-missing");

        answers.put("father.missing-reason", "unknown");
        assertThat(forms.check(birth(), answers)).isEmpty();

        answers.put("parents.marriage", "unmarried");
        answers.remove("father.full-name");
        assertThat(forms.check(birth(), answers)).containsOnlyKeys("father");
    }

    @Test
    void anAbolishedCommuneIsNoAnswer() {
        var gone = units.ofTier(Tier.COMMUNE, LocalDate.of(2025, 6, 30)).getFirst();
        Map<String, String> answers = new HashMap<>(complete());
        answers.put("declarant.residence", gone.id().value().toString());

        assertThat(check("declarant-residence", answers))
                .extracting(FieldError::messageKey)
                .containsExactly("form.error.unit");
    }

    @Test
    void hostileTextIsCheckedInLinearTime() {
        Map<String, String> answers = new HashMap<>(complete());
        answers.put("declarant.email", "a@" + "a.".repeat(90) + "@");
        answers.put("declarant.phone", "0".repeat(199));

        assertThat(check("declarant-contact", answers)).hasSize(2);
    }

    @Test
    void noAnswerWhateverItIsMakesACheckThrow() {
        var random = new java.util.Random(20260302);
        for (int round = 0; round < 200; round++) {
            Map<String, String> answers = new HashMap<>(complete());
            birth().fields().forEach(field -> {
                if (random.nextBoolean()) {
                    answers.put(field.name(), Examples.anyText(random));
                }
            });

            assertThat(forms.check(birth(), answers).values())
                    .allSatisfy(errors -> assertThat(errors).isNotEmpty());
        }
    }

    @Test
    void publishesEachVersionAndTellsAnUnknownForm() {
        assertThat(jdbc.sql("select code from form.definition order by code, version")
                        .query(String.class)
                        .list())
                .containsSubsequence("birth-registration", "general-request");
        assertThat(forms.version("birth-registration", birth().version())).isEqualTo(birth());
        assertThatThrownBy(() -> forms.current("no-such")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> forms.version("birth-registration", 99)).isInstanceOf(ProblemException.class);
    }

    private List<FieldError> check(String page, Map<String, String> answers) {
        return forms.check(birth(), birth().page(page).orElseThrow(), answers);
    }

    private FormDefinition birth() {
        return forms.current("birth-registration");
    }

    private Map<String, String> complete() {
        return Examples.completeBirth(
                units.ofTier(Tier.COMMUNE, LocalDate.now(clock)).getFirst().id());
    }
}

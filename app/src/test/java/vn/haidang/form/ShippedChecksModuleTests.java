package vn.haidang.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import vn.haidang.ModuleTest;
import vn.haidang.form.FormDefinition.Check;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Repeat;
import vn.haidang.ui.FieldError;

/**
 * What shipped forms check between answers: each check has its line in {@code form/shipped-checks.txt}, refuses what is plainly wrong
 * beside the field it blames, and lets through what is right.
 */
@ModuleTest
class ShippedChecksModuleTests {

    private static final String FAILED = "form.error.check";

    private final Forms forms;
    private final MessageSource messages;

    ShippedChecksModuleTests(Forms forms, MessageSource messages) {
        this.forms = forms;
        this.messages = messages;
    }

    /** A line of the table: answers with which the check holds, and what to change so that it does not. */
    private record Case(String form, String page, String at, Map<String, String> good, Map<String, String> bad) {

        static Stream<Case> of(String line) {
            String[] parts = line.split("\\|", -1);
            assertThat(parts).as(line).hasSize(5);
            Map<String, String> good = answers(parts[3]);
            Map<String, String> bad = new HashMap<>(good);
            bad.putAll(answers(parts[4]));
            assertThat(bad).as(line).isNotEqualTo(good);
            return Stream.of(parts[0].split(","))
                    .map(form -> new Case(form.strip(), parts[1].strip(), parts[2].strip(), good, bad));
        }

        private static Map<String, String> answers(String written) {
            Map<String, String> answers = new HashMap<>();
            Stream.of(written.split(";")).map(String::strip).forEach(each -> {
                int equals = each.indexOf('=');
                assertThat(equals).as(written).isPositive();
                answers.put(each.substring(0, equals), each.substring(equals + 1));
            });
            return answers;
        }

        /** Where it stands in its form. */
        String place() {
            return form + " " + page.replaceAll("-\\d$", "") + " " + Repeats.base(at);
        }
    }

    @Test
    void eachRefusesWhatIsPlainlyWrongBesideTheFieldAndNothingElse() {
        for (Case each : table()) {
            assertThat(refused(each, each.good())).as("right: %s", each).isEmpty();
            List<FieldError> refused = refused(each, each.bad());
            assertThat(refused).as("wrong: %s", each).singleElement().returns(each.at(), FieldError::field);
            for (String language : List.of("vi", "en")) {
                FieldError error = refused.getFirst();
                assertThat(messages.getMessage(
                                error.messageKey(), error.arguments().toArray(), Locale.of(language)))
                        .isNotBlank();
            }
        }
    }

    @Test
    void noneIsShippedWithoutAnExampleOfWhatItRefuses() {
        List<String> shipped = new ArrayList<>();
        for (String code : forms.codes()) {
            for (Page page : forms.current(code).pages()) {
                page.checks().forEach(check -> shipped.add(code + " " + page.code() + " " + check.at()));
                Repeat repeat = page.repeat();
                List<Check> ofAll = repeat == null ? List.of() : repeat.checks();
                ofAll.forEach(check -> shipped.add(code + " " + page.code() + " " + check.at()));
                page.fields().stream()
                        .filter(field -> field.rules().after() != null)
                        .forEach(field -> shipped.add(code + " " + page.code() + " " + field.name()));
            }
        }

        assertThat(table().stream().map(Case::place)).containsExactlyInAnyOrderElementsOf(shipped);
    }

    /** Whoever is born, dies or ends something does so in this order, in every form that asks for both days. */
    @Test
    void noFormTakesAParentBornAfterTheChildOrADeathBeforeTheBirth() {
        List<String> unordered = new ArrayList<>();
        for (String code : forms.codes()) {
            FormDefinition form = forms.current(code);
            List<String> fields = form.fields().map(Field::name).toList();
            for (List<String> pair : List.of(
                    List.of("mother.birth-date", "child.birth-date"),
                    List.of("father.birth-date", "child.birth-date"),
                    List.of("deceased.birth-date", "death.date"),
                    List.of("pause.from", "pause.to"),
                    List.of("absence.from", "absence.to"),
                    List.of("stay.from", "stay.to"))) {
                if (fields.containsAll(pair) && !compares(form, pair)) {
                    unordered.add(code + " " + pair);
                }
            }
        }
        assertThat(unordered).isEmpty();
    }

    private static boolean compares(FormDefinition form, List<String> pair) {
        List<String> facts = pair.stream().map(AnswerFacts::name).toList();
        return form.pages().stream()
                        .flatMap(page -> page.checks().stream())
                        .anyMatch(check -> check.must().facts().containsAll(facts))
                || form.fields()
                        .anyMatch(field -> field.name().equals(pair.getLast())
                                && pair.getFirst().equals(field.rules().after()));
    }

    private List<FieldError> refused(Case each, Map<String, String> answers) {
        FormDefinition form = forms.current(each.form());
        Page page = form.page(each.page()).orElseThrow(() -> new AssertionError("no page: " + each));
        assertThat(form.asked(page, answers).stream().map(Field::name))
                .as("asked: %s", each)
                .contains(each.at());
        return forms.check(form, page, answers).stream()
                .filter(error ->
                        error.messageKey().equals(FAILED) || error.messageKey().equals("form.error.date-order"))
                .toList();
    }

    private static List<Case> table() {
        try {
            return new ClassPathResource("form/shipped-checks.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(Case::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.haidang.form.web.build;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.internal.build.DraftDocument;
import vn.haidang.form.internal.build.FormDifferences.Part;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * One page of a form being written.
 *
 * @param before what may be named in its condition
 * @param within what may be named in its checks
 * @param removing the question about to be removed, null for none
 * @param behind what may be named in the checks of the whole group
 */
public record PageEditPage(
        String code,
        FormDraft.PageDraft page,
        Typed typed,
        List<FormDraft.FieldDraft> earlier,
        Nameable before,
        Nameable within,
        Nameable behind,
        String preview,
        FormDraft.@Nullable FieldDraft removing,
        String done) {

    /** Kinds of question whose answer is compared in an expression, and not with one of several. */
    private static final Set<String> MEASURED = Set.of("number", "money", "date", "file", "computed");

    public String sure() {
        return OutlinePage.SURE;
    }

    public String path() {
        return FormDesk.draft(code) + "/" + page.id();
    }

    /** What its errors are about, in the words of the screen. */
    public Map<String, String> named(Screen screen) {
        return DifferenceList.named(Part.PAGE, typed.errors(), screen);
    }

    /** Where it is shown as it stands. */
    public String look() {
        return path() + "/look";
    }

    public String back() {
        return FormDesk.draft(code);
    }

    public int most() {
        return DraftDocument.MOST_CHECKS;
    }

    public boolean mayAdd() {
        return page.fields().size() < FormDraft.MOST_FIELDS;
    }

    /** The questions a failed check can be said at. */
    public List<Option> own(Screen screen) {
        return options(page.fields(), screen);
    }

    public static List<Option> whens(Screen screen) {
        return Stream.of("", "answer", "expression")
                .map(when -> Option.of(when, screen.say("form.build.when." + (when.isEmpty() ? "always" : when))))
                .toList();
    }

    /** The questions a condition may ask about. */
    public List<Option> askable(Screen screen) {
        return askable(earlier, typed.of("when.field"), screen);
    }

    /** What can be answered to any question before, for whoever writes before the question is chosen and saved. */
    public List<Option> anyAnswers(Screen screen) {
        return anyAnswers(earlier, typed.of("when.field"), screen);
    }

    /** The answers of the question its condition asks about; none where they cannot be listed. */
    public List<Option> answers(Screen screen) {
        return answers(earlier, typed.of("when.field"), screen);
    }

    /** Those whose answer can be one of several, and the one that is chosen, whatever it is. */
    static List<Option> askable(List<FormDraft.FieldDraft> earlier, String asked, Screen screen) {
        return options(
                earlier.stream()
                        .filter(field -> !MEASURED.contains(field.of("kind"))
                                || field.of("name").equals(asked))
                        .toList(),
                screen);
    }

    static List<Option> anyAnswers(List<FormDraft.FieldDraft> earlier, String asked, Screen screen) {
        return asked.isEmpty()
                ? earlier.stream()
                        .flatMap(field -> answers(field, screen).stream()
                                .map(answer -> Option.of(
                                        answer.value(), OutlinePage.label(field, screen) + " " + answer.label())))
                        .toList()
                : List.of();
    }

    static List<Option> answers(List<FormDraft.FieldDraft> earlier, String asked, Screen screen) {
        return earlier.stream()
                .filter(field -> field.of("name").equals(asked))
                .findFirst()
                .map(field -> answers(field, screen))
                .orElse(List.of());
    }

    private static List<Option> answers(FormDraft.FieldDraft field, Screen screen) {
        return switch (field.of("kind")) {
            case "yes-no" -> List.of(Option.of("yes", screen.say("form.yes")), Option.of("no", screen.say("form.no")));
            case "declaration" -> List.of(Option.of("yes", screen.say("form.declared")));
            case "choice", "select", "multiple" ->
                field.of("choices")
                        .lines()
                        .map(line -> line.split("\\|"))
                        .filter(parts -> parts.length > 2)
                        .map(parts -> Option.of(parts[0].strip(), parts[screen.english() ? 2 : 1].strip()))
                        .toList();
            default -> List.of();
        };
    }

    static List<Option> options(List<FormDraft.FieldDraft> fields, Screen screen) {
        return fields.stream()
                .map(field ->
                        Option.of(field.of("name"), OutlinePage.label(field, screen) + " (" + field.of("name") + ")"))
                .toList();
    }
}

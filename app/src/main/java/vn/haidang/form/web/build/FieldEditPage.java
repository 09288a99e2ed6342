package vn.haidang.form.web.build;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.internal.DefinitionWriter;
import vn.haidang.form.internal.build.DraftDocument;
import vn.haidang.form.internal.build.FormDifferences.Part;
import vn.haidang.form.internal.build.FormDraft;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * One question of a form being written.
 *
 * @param before what may be named in its condition and in what it computes
 * @param earlier the questions its condition may ask about
 * @param later the questions a look-up may fill
 * @param sources where its answer may be looked up
 * @param attributes what it may be filled in with before it is asked
 */
public record FieldEditPage(
        String code,
        FormDraft.PageDraft page,
        FormDraft.FieldDraft field,
        Typed typed,
        List<FormDraft.FieldDraft> earlier,
        List<FormDraft.FieldDraft> later,
        List<LookupSource> sources,
        List<String> attributes,
        Nameable before,
        String preview,
        String done) {

    /** Codes of messages that say what a pattern wants. */
    private static final List<String> PATTERN_ERRORS = List.of("letters", "place", "plate", "digits");

    private static final Set<String> CHOSEN = Set.of("choice", "select", "multiple");
    private static final Set<String> TEXTS = Set.of("text", "long-text");
    private static final Set<String> NUMBERS = Set.of("number", "money");

    public String path() {
        return back() + "/" + field.id();
    }

    /** What its errors are about, in the words of the screen. */
    public Map<String, String> named(Screen screen) {
        return DifferenceList.named(Part.QUESTION, typed.errors(), screen);
    }

    /** Where its page is shown as it stands. */
    public String look() {
        return back() + "/look";
    }

    public String back() {
        return FormDesk.draft(code) + "/" + page.id();
    }

    public List<Option> kinds(Screen screen) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.GROUP)
                .map(DefinitionWriter::code)
                .map(kind -> Option.of(kind, screen.say("form.build.kind." + kind)))
                .toList();
    }

    public List<Option> accepted(Screen screen) {
        return Stream.of("pdf", "jpeg", "png")
                .map(kind -> Option.of(kind, screen.say("form.build.accept." + kind)))
                .toList();
    }

    public List<Option> patternErrors(Screen screen) {
        return PATTERN_ERRORS.stream()
                .map(error -> Option.of(error, screen.say("form.error." + error, screen.say("form.build.answer"))))
                .toList();
    }

    public List<String> accept() {
        return List.of(typed.of("accept").split(" "));
    }

    /** Whether rules of these kinds matter for the kind it is, or something stands in them that should not. */
    public boolean chooses() {
        return CHOSEN.contains(typed.of("kind")) || typed.has("choices");
    }

    public boolean computes() {
        return typed.of("kind").equals("computed") || typed.has("compute");
    }

    public boolean writes() {
        return TEXTS.contains(typed.of("kind")) || typed.has("pattern");
    }

    public boolean counts() {
        return NUMBERS.contains(typed.of("kind")) || typed.has("least") || typed.has("most");
    }

    public boolean dates() {
        return typed.of("kind").equals("date") || typed.has("after");
    }

    /** Whether somebody answers it. */
    public boolean asks() {
        return !typed.of("kind").equals("computed");
    }

    /** Whether its answer has a length, or a number of files, to be limited. */
    public boolean measures() {
        return files() || TEXTS.contains(typed.of("kind")) || typed.has("max_length");
    }

    public boolean files() {
        return typed.of("kind").equals("file") || typed.has("accept");
    }

    /** The answers of the question its condition asks about; none where they cannot be listed. */
    public List<Option> answers(Screen screen) {
        return PageEditPage.answers(earlier, typed.of("when.field"), screen);
    }

    /** The questions a condition may ask about. */
    public List<Option> askable(Screen screen) {
        return PageEditPage.askable(earlier, typed.of("when.field"), screen);
    }

    /** What can be answered to any question before, for whoever writes before the question is chosen and saved. */
    public List<Option> anyAnswers(Screen screen) {
        return PageEditPage.anyAnswers(earlier, typed.of("when.field"), screen);
    }

    /** The days this one may have to follow, and what stands there now. */
    public List<Option> days(Screen screen) {
        return PageEditPage.options(
                earlier.stream()
                        .filter(each -> each.of("kind").equals("date")
                                || each.of("name").equals(typed.of("after")))
                        .toList(),
                screen);
    }

    /** Whether it can be a key, or something says that it is one. */
    public boolean looksUp() {
        return typed.of("kind").equals("text") || !typed.of("lookup.source").isEmpty();
    }

    public List<Option> sources(Screen screen) {
        return sources.stream()
                .map(source -> Option.of(source.code(), screen.say(source.messages())))
                .toList();
    }

    /** What the source that is chosen can fill. */
    public List<Fill> fills() {
        return sources.stream()
                .filter(source -> source.code().equals(typed.of("lookup.source")))
                .flatMap(source -> source.gives().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Fill(source, each.getKey(), each.getValue())))
                .toList();
    }

    /** The questions behind this one that may be filled with it, and what stands there now. */
    public List<Option> fillable(Fill fill, Screen screen) {
        Set<String> kinds = fill.kinds().stream().map(DefinitionWriter::code).collect(Collectors.toSet());
        return PageEditPage.options(
                later.stream()
                        .filter(each -> kinds.contains(each.of("kind"))
                                || each.of("name").equals(typed.of(fill.name())))
                        .toList(),
                screen);
    }

    /** One thing a source can fill, and the kinds of question it fits. */
    public record Fill(LookupSource source, String value, Set<Kind> kinds) {

        public String name() {
            return DraftDocument.FILL + source.code() + "." + value;
        }

        public String label(Screen screen) {
            return screen.say(source.messages() + ".gives." + value);
        }
    }
}

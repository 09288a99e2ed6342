package vn.haidang.form.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.Answer;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.Found;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.Uploads;
import vn.haidang.organization.Unit;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/**
 * One page of questions as it is drawn.
 *
 * @param items of a page that lists several, each of them
 * @param returning whether the owner came from the checked answers
 * @param newer whether a newer version of the form was published since the owner began
 */
public record QuestionPage(
        Page page,
        List<Question> questions,
        List<Item> items,
        List<FieldError> wrong,
        boolean returning,
        boolean newer) {

    /** In bytes, said to the browser so that it refuses before it sends. */
    public static final long LARGEST_FILE = Uploads.LARGEST;

    public QuestionPage {
        questions = List.copyOf(questions);
        items = List.copyOf(items);
        wrong = List.copyOf(wrong);
    }

    /** A page of one question: the question is the heading; of files the title of the page is, and the question says which files. */
    public boolean single() {
        return questions.size() == 1
                && (questions.getFirst().field().kind() != Kind.FILE
                        || page.title().equals(questions.getFirst().field().label()));
    }

    /** One of several, with the first thing said of it. */
    public record Item(Page page, String who) {

        public String title(Screen screen) {
            return page.title().in(screen.english());
        }
    }

    /** What one of several is called; empty where there are none. */
    public String itemName(Screen screen) {
        return page.repeat() == null ? "" : page.repeat().item().in(screen.english());
    }

    public boolean mayAdd() {
        return page.repeat() != null && items.size() < page.repeat().most();
    }

    public boolean mayDrop() {
        return page.repeat() != null && items.size() > page.repeat().least();
    }

    public String section(Screen screen) {
        return words(page.section(), screen);
    }

    public String title(Screen screen) {
        return page.title().in(screen.english());
    }

    public String hint(Screen screen) {
        return words(page.hint(), screen);
    }

    /** The errors with the labels they name in the reader's language. */
    public List<FieldError> errors(Screen screen) {
        return wrong.stream()
                .map(error -> new FieldError(
                        error.field(),
                        error.messageKey(),
                        error.arguments().stream()
                                .map(argument ->
                                        argument instanceof Text text ? (Object) text.in(screen.english()) : argument)
                                .toList()))
                .toList();
    }

    static String words(@Nullable Text text, Screen screen) {
        return text == null ? "" : text.in(screen.english());
    }

    /**
     * One field with its answer.
     *
     * @param locked whether it is known and shown as such: it changes only as a correction
     * @param keyed where what is typed is looked up, null where it is not
     * @param units to choose from, empty unless it asks for one
     */
    public record Question(
            Field field,
            Answer answer,
            @Nullable Keyed keyed,
            boolean locked,
            String knownWords,
            List<Unit> units,
            List<AnsweredFile> files) {

        /** Whether what is typed is a correction of what is known. */
        public boolean corrects() {
            return answer.known() != null && !locked;
        }

        /** What is known, in words. */
        public String lockedWords(Screen screen) {
            return switch (field.kind()) {
                case DATE -> {
                    var date = Binding.isoDate(answer.value());
                    yield date == null ? answer.value() : screen.day(date);
                }
                case CHOICE, SELECT ->
                    field.choice(answer.value())
                            .map(choice -> choice.label().in(screen.english()))
                            .orElse(answer.value());
                case YES_NO -> screen.say(answer.value().equals("yes") ? "form.yes" : "form.no");
                default -> knownWords.isEmpty() ? answer.value() : knownWords;
            };
        }

        public String label(Screen screen) {
            return field.label().in(screen.english());
        }

        /** What the form says; where it says nothing of a personal number, how one looks. */
        public String hint(Screen screen) {
            return field.hint() == null && field.kind() == Kind.PERSONAL_NUMBER
                    ? screen.say("form.personal-number.hint")
                    : words(field.hint(), screen);
        }

        /** As it stands in its input. */
        public String value() {
            return switch (field.kind()) {
                case NUMBER, MONEY -> Binding.amountShown(answer.value());
                default -> answer.value();
            };
        }

        public List<String> values() {
            return List.of(answer.value().split(" "));
        }

        public String addressUnit() {
            return Binding.addressParts(value())[0];
        }

        public String addressStreet() {
            return Binding.addressParts(value())[1];
        }

        /** The label with what the number is of. */
        public String numberLabel(Screen screen) {
            String suffix = field.kind() == Kind.MONEY ? screen.say("form.dong") : words(field.suffix(), screen);
            return suffix.isEmpty() ? label(screen) : label(screen) + " (" + suffix + ")";
        }

        /** Which keyboard a phone shows for it: digits alone where only digits do; null for the usual one. */
        public @Nullable String keyboard() {
            return switch (field.kind()) {
                case NUMBER, MONEY -> field.rules().digits() == 0 ? "numeric" : "decimal";
                default -> field.rules().patternError().equals("digits") ? "numeric" : null;
            };
        }

        /** What is computed, in the words of the answers. */
        public String computed(Screen screen) {
            return Numbers.words(field, answer.value(), screen);
        }

        public String accept() {
            return Uploads.accepted(field).stream().sorted().collect(java.util.stream.Collectors.joining(","));
        }

        public List<Option> yesNo(Screen screen) {
            return List.of(Option.of("yes", screen.say("form.yes")), Option.of("no", screen.say("form.no")));
        }

        public String day() {
            return Binding.dateParts(value())[0];
        }

        public String month() {
            return Binding.dateParts(value())[1];
        }

        public String year() {
            return Binding.dateParts(value())[2];
        }

        public boolean optional() {
            return !field.required();
        }

        public List<Option> options(Screen screen) {
            if (!units.isEmpty()) {
                return units.stream()
                        .map(unit ->
                                Option.of(unit.id().value().toString(), screen.english() ? unit.nameEn() : unit.name()))
                        .toList();
            }
            return field.choices().stream()
                    .map(choice -> new Option(
                            choice.value(), choice.label().in(screen.english()), words(choice.hint(), screen)))
                    .toList();
        }

        /** Where the value comes from, for people; empty for what was typed. Of a key, what it named. */
        public String known(Screen screen) {
            Found found = keyed == null ? null : keyed.found();
            return found == null || found.what() == null
                    ? Sources.words(answer, knownWords, screen)
                    : Sources.words(found, screen);
        }

        /** The key was looked up and names nothing that may be told. */
        public boolean nothingFound() {
            Found found = keyed == null ? null : keyed.found();
            return found != null && found.what() == null;
        }

        /** Where it was looked for in vain. */
        public String nothingWords(Screen screen) {
            Found found = keyed == null ? null : keyed.found();
            return found == null ? "" : Sources.words(found, screen);
        }
    }

    /**
     * That what is typed is looked up.
     *
     * @param messages where the words of the source are
     * @param found what the key that stands there named, null where it was not looked up
     */
    public record Keyed(String messages, @Nullable Found found) {}
}

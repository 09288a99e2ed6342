package vn.haidang.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.expression.Expression;

/**
 * One version of a form as data: pages of questions in order. Field names are unique in the whole form. A page that repeats is
 * asked once for each of several, under the names and codes of {@link Repeats}; {@link #asked} and {@link #page} give such pages
 * as they are asked, {@link #pages} as they are defined.
 */
public record FormDefinition(String code, int version, Text title, List<Page> pages) {

    /**
     * One page: usually one question.
     *
     * @param section what neighbouring pages belong to, null for none
     * @param showWhen when the page is asked at all, null for always
     * @param checks what must hold between the answers given so far
     * @param repeat how the page repeats, null when it is asked once
     */
    public record Page(
            String code,
            Text title,
            @Nullable Text hint,
            @Nullable Text section,
            @Nullable Condition showWhen,
            List<Field> fields,
            List<Check> checks,
            @Nullable Repeat repeat) {
        public Page {
            fields = List.copyOf(fields);
            checks = List.copyOf(checks);
        }

        public Optional<Field> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /**
     * One field.
     *
     * @param showWhen when the field counts; a field that does not count is neither checked nor handed over
     * @param source registry attribute that answers it, null where nothing does
     * @param autocomplete the HTML autocomplete token, null for none
     * @param suffix what stands behind a number, null for nothing
     * @param compute what a {@code COMPUTED} field comes to, null for every other kind
     * @param lookup where what is typed is looked up, null where it is not
     */
    public record Field(
            String name,
            Kind kind,
            Text label,
            @Nullable Text hint,
            boolean required,
            @Nullable Condition showWhen,
            @Nullable String source,
            @Nullable String autocomplete,
            Rules rules,
            List<Choice> choices,
            @Nullable Text suffix,
            @Nullable Expression compute,
            @Nullable Lookup lookup) {
        public Field {
            choices = List.copyOf(choices);
        }

        public Optional<Choice> choice(String value) {
            return choices.stream()
                    .filter(choice -> choice.value().equals(value))
                    .findFirst();
        }

        /** The same field under the name it has in one of several. */
        Field named(String other) {
            return new Field(
                    other,
                    kind,
                    label,
                    hint,
                    required,
                    showWhen,
                    source,
                    autocomplete,
                    rules,
                    choices,
                    suffix,
                    compute,
                    lookup);
        }
    }

    /**
     * What is typed is a key, looked up as it is sent.
     *
     * @param source code of a {@link vn.haidang.form.spi.LookupSource}
     * @param fills by what the source gives, the field behind this one that is filled with it
     */
    public record Lookup(String source, Map<String, String> fills) {
        public Lookup {
            fills = Map.copyOf(fills);
        }
    }

    /**
     * What a value must keep to, beside its kind.
     *
     * @param pattern linear-time regular expression the whole value must match, null for none
     * @param patternError code of the message {@code form.error.<code>} said when it does not
     * @param maxLength in characters; of files, their number
     * @param notFuture a date may not lie after today
     * @param notPast a date may not lie before today
     * @param years how many years back a date may lie, 0 for any
     * @param after the date field this date must follow, null for none
     * @param least smallest number, null for any
     * @param most largest number, null for any
     * @param digits of a number behind the comma, at most
     * @param accept media types a file may have, empty for all that are taken
     */
    public record Rules(
            @Nullable String pattern,
            String patternError,
            int maxLength,
            boolean notFuture,
            boolean notPast,
            int years,
            @Nullable String after,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            int digits,
            Set<String> accept) {

        /** Nothing but a length. */
        public static Rules longest(int maxLength) {
            return new Rules(null, "pattern", maxLength, false, false, 0, null, null, null, 0, Set.of());
        }

        public Rules {
            accept = Set.copyOf(accept);
        }
    }

    /**
     * When something is asked.
     *
     * @param equal the short way it was written, null when it was written as an expression
     */
    public record Condition(Expression expression, @Nullable Equal equal) {}

    /** Holds while another field has one of these values. */
    public record Equal(String field, List<String> values) {
        public Equal {
            values = List.copyOf(values);
        }
    }

    /**
     * What must hold between answers; what cannot be decided is no fault.
     *
     * @param at the field that is blamed
     */
    public record Check(Expression must, Text message, String at) {}

    /**
     * How a page repeats.
     *
     * @param item what each of them is called
     * @param checks what must hold once all are there
     */
    public record Repeat(Text item, int least, int most, List<Check> checks) {
        public Repeat {
            checks = List.copyOf(checks);
        }
    }

    public record Choice(String value, Text label, @Nullable Text hint) {}

    /** Words in both languages. */
    public record Text(String vi, String en) {
        public String in(boolean english) {
            return english ? en : vi;
        }

        /** The Vietnamese words, for a message that was not told the language. */
        @Override
        public String toString() {
            return vi;
        }
    }

    /**
     * How a field is asked and how its value is written down: dates as {@code 2026-02-03}, numbers as {@code 1234.5}, a unit as its
     * id, an address as the id of its commune and the rest with {@code |} between, several choices or files with a blank between, a
     * yes as {@code yes} and a no as {@code no}, a declaration as {@code yes}. What does not read as its kind is kept as typed: a
     * date that is none as day, month and year with {@code /} between.
     */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        /** A decimal number. */
        NUMBER,
        /** An amount of dong. */
        MONEY,
        DATE,
        CHOICE,
        SELECT,
        /** Any of several choices. */
        MULTIPLE,
        YES_NO,
        PERSONAL_NUMBER,
        PHONE,
        EMAIL,
        /** A commune, ward or special zone of today. */
        UNIT,
        /** A commune of today with house number and street, or village. */
        ADDRESS,
        FILE,
        DECLARATION,
        /** Comes out of other answers; nobody types it. */
        COMPUTED,
        /** How many of a repeating page there are. */
        GROUP;

        /** Whether people type or choose it. */
        public boolean typed() {
            return this != FILE && this != COMPUTED && this != GROUP;
        }
    }

    public FormDefinition {
        pages = List.copyOf(pages);
    }

    /** The same form where nobody needs what some of its pages ask. */
    public FormDefinition without(Set<String> leftOut) {
        return leftOut.isEmpty()
                ? this
                : new FormDefinition(
                        code,
                        version,
                        title,
                        pages.stream()
                                .filter(page -> !leftOut.contains(page.code()))
                                .toList());
    }

    /** A page as it is asked: also one of several, and the list of several. */
    public Optional<Page> page(String page) {
        return pages.stream()
                .flatMap(each -> Repeats.asAsked(each, page).stream())
                .findFirst();
    }

    /** A field by the name its answer has. */
    public Optional<Field> field(String name) {
        return pages.stream()
                .flatMap(page -> Repeats.fieldAsAsked(page, name).stream())
                .findFirst();
    }

    /** The fields as they are defined, each once however often its page is asked. */
    public Stream<Field> fields() {
        return pages.stream().flatMap(page -> page.fields().stream());
    }

    /** The way these answers take through the form. */
    public Course course(Map<String, String> answers) {
        return new Course(this, answers);
    }

    /** The pages these answers call for, in order. */
    public List<Page> asked(Map<String, String> answers) {
        return course(answers).pages();
    }

    /** The fields of a page these answers call for, in order. */
    public List<Field> asked(Page page, Map<String, String> answers) {
        return course(answers).fields(page);
    }

    /**
     * The values that count: those of fields that are asked, and what is computed from them. What was answered before an earlier
     * answer changed stays saved, and counts again when its question does.
     */
    public Map<String, String> counting(Map<String, String> answers) {
        return course(answers).counting();
    }

    /** Whether anything in the form depends on the day it is filled in. */
    public boolean dated() {
        return expressions().anyMatch(each -> each.facts().contains(AnswerFacts.TODAY));
    }

    private Stream<Expression> expressions() {
        Stream<Condition> conditions = Stream.concat(pages.stream().map(Page::showWhen), fields().map(Field::showWhen))
                .flatMap(Stream::ofNullable);
        Stream<Check> checks = pages.stream()
                .flatMap(page -> Stream.concat(
                        page.checks().stream(),
                        Stream.ofNullable(page.repeat()).flatMap(repeat -> repeat.checks().stream())));
        return Stream.of(
                        conditions.map(Condition::expression),
                        checks.map(Check::must),
                        fields().map(Field::compute).flatMap(Stream::ofNullable))
                .flatMap(each -> each);
    }

    /** The registry attributes that answer some field; what to ask {@code Persons.known} for. */
    public List<String> sources() {
        return fields().map(Field::source)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}

package vn.haidang.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One version of a form as data: pages of questions in order. Field names are unique in the whole form. */
public record FormDefinition(String code, int version, Text title, List<Page> pages) {

    /**
     * One page: usually one question.
     *
     * @param showWhen when the page is asked at all, null for always
     */
    public record Page(
            String code,
            Text title,
            @Nullable Text hint,
            @Nullable Condition showWhen,
            List<Field> fields) {
        public Page {
            fields = List.copyOf(fields);
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
            List<Choice> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What a value must keep to, beside its kind.
     *
     * @param pattern linear-time regular expression the whole value must match, null for none
     * @param patternError code of the message {@code form.error.<code>} said when it does not
     * @param maxLength in characters; of files, their number
     * @param notFuture a date may not lie after today
     * @param years how many years back a date may lie, 0 for any
     * @param after the date field this date must follow, null for none
     */
    public record Rules(
            @Nullable String pattern,
            String patternError,
            int maxLength,
            boolean notFuture,
            int years,
            @Nullable String after) {}

    /** Holds while another field has one of these values. */
    public record Condition(String field, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }

        public boolean holds(Map<String, String> answers) {
            return values.contains(answers.getOrDefault(field, ""));
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
     * How a field is asked and how its value is written down: dates as {@code 2026-02-03}, a unit as its id, files as their ids with a
     * blank between, a declaration as {@code yes}. A date that is none is kept as typed: day, month and year with {@code /} between.
     */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE,
        SELECT,
        PERSONAL_NUMBER,
        PHONE,
        EMAIL,
        UNIT,
        FILE,
        DECLARATION
    }

    public FormDefinition {
        pages = List.copyOf(pages);
    }

    public Optional<Page> page(String page) {
        return pages.stream().filter(each -> each.code().equals(page)).findFirst();
    }

    public Optional<Field> field(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst();
    }

    public Stream<Field> fields() {
        return pages.stream().flatMap(page -> page.fields().stream());
    }

    /** The pages these answers call for, in order. */
    public List<Page> asked(Map<String, String> answers) {
        Map<String, String> counting = counting(answers);
        return pages.stream().filter(page -> holds(page.showWhen(), counting)).toList();
    }

    /** The fields of a page these answers call for, in order. */
    public List<Field> asked(Page page, Map<String, String> answers) {
        Map<String, String> counting = counting(answers);
        return page.fields().stream()
                .filter(field -> holds(field.showWhen(), counting))
                .toList();
    }

    /**
     * The values that count: those of fields that are asked. What was answered before an earlier answer changed stays saved, and
     * counts again when its question does.
     */
    public Map<String, String> counting(Map<String, String> answers) {
        Map<String, String> counting = new LinkedHashMap<>();
        for (Page page : pages) {
            if (holds(page.showWhen(), counting)) {
                for (Field field : page.fields()) {
                    String value = answers.getOrDefault(field.name(), "");
                    if (!value.isBlank() && holds(field.showWhen(), counting)) {
                        counting.put(field.name(), value);
                    }
                }
            }
        }
        return counting;
    }

    private static boolean holds(@Nullable Condition condition, Map<String, String> counting) {
        return condition == null || condition.holds(counting);
    }

    /** The registry attributes that answer some field; what to ask {@code Persons.known} for. */
    public List<String> sources() {
        return fields().map(Field::source)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}

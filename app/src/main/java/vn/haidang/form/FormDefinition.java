package vn.haidang.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a form as data: pages of questions in order. */
public record FormDefinition(String code, int version, List<Page> pages) {

    /** One page: usually one question. */
    public record Page(String code, Text title, @Nullable Text hint, List<Field> fields) {
        public Page {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field.
     *
     * @param source registry attribute that answers it, null where nothing does
     * @param pattern linear-time regular expression the whole value must match, null for none
     */
    public record Field(
            String name,
            Kind kind,
            Text label,
            @Nullable Text hint,
            boolean required,
            @Nullable String source,
            @Nullable String pattern,
            int maxLength,
            List<Choice> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    public record Choice(String value, Text label) {}

    /** Words in both languages. */
    public record Text(String vi, String en) {}

    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE,
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
}

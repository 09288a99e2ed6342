package vn.haidang.ui;

import java.util.List;

/** One thing wrong with one field of a form: where it is, which message says so, and the values the message names. */
public record FieldError(String field, String messageKey, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public static FieldError of(String field, String messageKey, Object... arguments) {
        return new FieldError(field, messageKey, List.of(arguments));
    }
}

package vn.haidang.ui;

import java.util.List;

/** One thing wrong with one field of a form: where it is, which message says so, and the values the message names. */
public record FieldError(String field, String messageKey, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    /** What stands behind it by name, for programs and for whoever is asked for help: {@code files/type-not-allowed}. */
    public String code() {
        var code = messageKey.endsWith(".detail") ? messageKey.substring(0, messageKey.length() - 7) : messageKey;
        return code.startsWith("problem.") ? code.substring(8).replaceFirst("\\.", "/") : code;
    }

    /** What a refusal means for one field. */
    public static FieldError of(String field, Problem problem) {
        return new FieldError(field, problem.messageKey() + ".detail", problem.arguments());
    }

    /** At a file field: what was sent is more than is taken, {@code largest} bytes for one file. */
    public static FieldError tooLarge(String field, long largest) {
        return of(field, "ui.file.too-large.error", largest / (1024 * 1024));
    }

    public static FieldError of(String field, String messageKey, Object... arguments) {
        return new FieldError(field, messageKey, List.of(arguments));
    }
}

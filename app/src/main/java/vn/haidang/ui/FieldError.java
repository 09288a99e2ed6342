package vn.haidang.ui;

import java.util.List;

/** One thing wrong with one field of a form: where it is, which message says so, and the values the message names. */
public record FieldError(String field, String messageKey, List<Object> arguments) {

    /** How much all files of a form may have together, in bytes; what the server takes at once leaves its answers room beside them. */
    public static final long AT_ONCE = 54L * 1024 * 1024;

    private static final long MEGABYTE = 1024L * 1024;

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
        return of(field, "ui.file.too-large.error", largest / MEGABYTE);
    }

    /** At a file field, said by the browser before anything is sent: {@code largest} bytes for one file, 0 for no limit but that of all. */
    public static FieldError unsent(String field, long largest) {
        return largest > 0
                ? of(field, "ui.file.too-large.unsent", Math.ceilDiv(largest, MEGABYTE), AT_ONCE / MEGABYTE)
                : of(field, "ui.file.too-much.unsent", AT_ONCE / MEGABYTE);
    }

    public static FieldError of(String field, String messageKey, Object... arguments) {
        return new FieldError(field, messageKey, List.of(arguments));
    }
}

package vn.haidang.form.internal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;

/**
 * Writes sent parameters down as answers. Nothing typed is dropped: what does not read as its kind asks is kept as typed. Text is
 * composed (NFC), lines end with {@code \n}, blanks around it go, and what a database cannot hold (NUL, lone surrogates) becomes
 * U+FFFD.
 */
public final class Binding {

    private static final String[] NOTHING = {};
    private static final String SEPARATOR = "/";

    private Binding() {}

    /** Fields that were not sent are absent, so that a page sent in part overwrites nothing else. */
    public static Map<String, String> bind(Page page, Map<String, String[]> parameters) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Field field : page.fields()) {
            String value = switch (field.kind()) {
                case FILE -> null;
                case DATE -> date(field, parameters);
                case DECLARATION -> declaration(field, parameters);
                case PERSONAL_NUMBER -> digits(single(field, parameters));
                case TEXT, LONG_TEXT, CHOICE, SELECT, PHONE, EMAIL, UNIT -> single(field, parameters);
            };
            if (value != null) {
                answers.put(field.name(), value);
            }
        }
        return answers;
    }

    /** What a person sees in the three fields of a date: day, month and year. */
    public static String[] dateParts(String value) {
        LocalDate date = isoDate(value);
        if (date != null) {
            return new String[] {
                String.valueOf(date.getDayOfMonth()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getYear())
            };
        }
        String[] parts = value.split(SEPARATOR, 3);
        return new String[] {parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : ""};
    }

    /** The date written down in an answer, null when it is none. */
    public static @Nullable LocalDate isoDate(String value) {
        try {
            return value.length() == 10 ? LocalDate.parse(value) : null;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** Text as it is kept. */
    public static String clean(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(point -> kept.appendCodePoint(
                        point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                                ? 0xFFFD
                                : point));
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    private static @Nullable String single(Field field, Map<String, String[]> parameters) {
        if (!parameters.containsKey(field.name())) {
            return null;
        }
        return Stream.of(sent(parameters, field.name()))
                .map(Binding::clean)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** A box that is not ticked is not sent; the page around it was. */
    private static String declaration(Field field, Map<String, String[]> parameters) {
        return sent(parameters, field.name()).length > 0 ? "yes" : "";
    }

    private static @Nullable String digits(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String digits = typed.replaceAll("[ .-]", "");
        return digits.length() == 12 && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : typed;
    }

    private static @Nullable String date(Field field, Map<String, String[]> parameters) {
        String day = part(parameters, field.name() + "-day");
        String month = part(parameters, field.name() + "-month");
        String year = part(parameters, field.name() + "-year");
        if (day == null && month == null && year == null) {
            return single(field, parameters);
        }
        String typed = nothing(day) + SEPARATOR + nothing(month) + SEPARATOR + nothing(year);
        if (typed.equals(SEPARATOR + SEPARATOR)) {
            return "";
        }
        LocalDate date = dayMonthYear(typed);
        return date == null ? typed : date.toString();
    }

    private static @Nullable LocalDate dayMonthYear(String typed) {
        String[] parts = typed.split("[/.-]+");
        if (parts.length != 3) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(parts[2], 4), number(parts[1], 2), number(parts[0], 2));
            return date.getYear() < 1000 ? null : date;
        } catch (DateTimeException | NumberFormatException notADate) {
            return null;
        }
    }

    private static int number(String digits, int most) {
        String plain = digits.strip();
        if (plain.length() > most) {
            throw new NumberFormatException(plain);
        }
        return Integer.parseInt(plain);
    }

    private static @Nullable String part(Map<String, String[]> parameters, String name) {
        return parameters.containsKey(name)
                ? Stream.of(sent(parameters, name)).map(Binding::clean).collect(Collectors.joining(" "))
                : null;
    }

    private static String nothing(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static String[] sent(Map<String, String[]> parameters, String name) {
        return parameters.getOrDefault(name, NOTHING);
    }

    /** Whether answers of this kind come as parameters. */
    static boolean typed(Field field) {
        return field.kind() != Kind.FILE;
    }
}

package vn.haidang.form.internal;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.form.AnswerFacts;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Page;

/**
 * Writes sent parameters down as answers. Nothing typed is dropped: what does not read as its kind asks is kept as typed. Text is
 * composed (NFC), lines end with {@code \n}, blanks around it go, and what a database cannot hold (NUL, lone surrogates) becomes
 * U+FFFD.
 */
public final class Binding {

    private static final String[] NOTHING = {};
    private static final String SEPARATOR = "/";
    private static final String BETWEEN = "|";
    private static final Pattern DONG = Pattern.compile("(?i)(\\s*(\\x{0111}|vnd|dong|\\x{0111}\\x{1ed3}ng))\\s*$");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{3}){1,4}(,[0-9]{1,6})?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3}){1,4}");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,6})?");

    private Binding() {}

    /** Fields that were not sent are absent, so that a page sent in part overwrites nothing else. */
    public static Map<String, String> bind(Page page, Map<String, String[]> parameters) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Field field : page.fields()) {
            String value = switch (field.kind()) {
                case FILE, COMPUTED, GROUP -> null;
                case DATE -> date(field, parameters);
                case DECLARATION -> declaration(field, parameters);
                case MULTIPLE -> several(field, parameters);
                case ADDRESS -> address(field, parameters);
                case NUMBER, MONEY ->
                    amount(single(field, parameters), field.rules().digits());
                case PERSONAL_NUMBER -> digits(single(field, parameters));
                case TEXT, LONG_TEXT, CHOICE, SELECT, YES_NO, PHONE, EMAIL, UNIT -> single(field, parameters);
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

    /** Boxes that are not ticked are not sent; the page around them was. */
    private static String several(Field field, Map<String, String[]> parameters) {
        return Stream.of(sent(parameters, field.name()))
                .map(Binding::clean)
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String address(Field field, Map<String, String[]> parameters) {
        String unit = part(parameters, field.name() + "-unit");
        String street = part(parameters, field.name() + "-street");
        if (unit == null && street == null) {
            return single(field, parameters);
        }
        String written = nothing(unit) + BETWEEN + nothing(street);
        return written.equals(BETWEEN) ? "" : written;
    }

    /** The two parts of an address: its commune, and the rest. */
    public static String[] addressParts(String value) {
        int between = value.indexOf(BETWEEN);
        return between < 0
                ? new String[] {"", value}
                : new String[] {value.substring(0, between), value.substring(between + 1)};
    }

    /** A number as people write it: {@code 1.234,5}, {@code 1 234,5}, {@code 20.000 đ}. */
    private static @Nullable String amount(@Nullable String typed, int digits) {
        if (typed == null) {
            return null;
        }
        String plain = DONG.matcher(typed).replaceAll("").replaceAll("[\\s\u00a0\u202f]", "");
        if (GROUPED.matches(plain)) {
            return trimmed(plain.replace(".", "").replace(',', '.'));
        }
        if (digits == 0 && GROUPED_BY_COMMA.matches(plain)) {
            return trimmed(plain.replace(",", ""));
        }
        return PLAIN.matches(plain) ? trimmed(plain.replace(',', '.')) : typed;
    }

    private static String trimmed(String number) {
        return new BigDecimal(number).toPlainString();
    }

    /** As people write a number that is kept. */
    public static String amountShown(String value) {
        return AnswerFacts.number(value) == null ? value : value.replace('.', ',');
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
}

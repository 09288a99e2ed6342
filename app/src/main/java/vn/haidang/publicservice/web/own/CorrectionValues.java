package vn.haidang.publicservice.web.own;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what somebody says an attribute should be, as the registry writes it down; empty where it is none. */
final class CorrectionValues {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .\u2019'-]{1,99}");
    private static final Pattern PHONE = Pattern.compile("0[0-9]{9,10}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,100}\\.[a-zA-Z]{2,20}");

    private CorrectionValues() {}

    static String clean(String typed) {
        return Normalizer.normalize(typed.replace("\u0000", ""), Normalizer.Form.NFC)
                .strip();
    }

    static Optional<String> read(String attribute, String typed, LocalDate today) {
        String value = clean(typed);
        return switch (attribute) {
            case "person.full-name" -> matching(NAME, value);
            case "person.phone" -> matching(PHONE, value.replaceAll("[ .-]", ""));
            case "person.email" -> matching(EMAIL, value);
            case "person.street" -> Optional.of(value).filter(text -> !text.isEmpty() && text.length() <= 200);
            case "person.sex" -> Optional.of(value).filter(text -> text.equals("female") || text.equals("male"));
            case "person.birth-date" ->
                date(value)
                        .filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(130)))
                        .map(LocalDate::toString);
            case "person.residence" -> Sent.uuid(value).map(Object::toString);
            default -> Optional.empty();
        };
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return Optional.of(value).filter(pattern::matches);
    }

    /** Day, month and year with slashes between. */
    private static Optional<LocalDate> date(String value) {
        String[] parts = value.split("/", -1);
        try {
            return parts.length != 3
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(number(parts[2]), number(parts[1]), number(parts[0])));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        String plain = digits.strip();
        if (plain.length() > 4) {
            throw new NumberFormatException(plain);
        }
        return Integer.parseInt(plain);
    }
}

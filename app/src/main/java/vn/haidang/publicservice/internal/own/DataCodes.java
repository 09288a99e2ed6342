package vn.haidang.publicservice.internal.own;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Codes of cases about personal data: they say the day and nothing about the person, and are not counted as dossiers. */
@Component
public class DataCodes {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    /** For example {@code DC-261123-7KQ2M9XA}. */
    public String next(String prefix, LocalDate day) {
        StringBuilder code =
                new StringBuilder(prefix).append('-').append(DAY.format(day)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}

package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a dossier code is written: fixed signs and {@code {<scheme>}} for the unit's code of that scheme, {@code {yymmdd}} for the
 * day, {@code {number:n}} for the running number with at least n digits. The number after the last that n digits hold has more of
 * them, so no two dossiers of a unit share a code.
 */
record DossierPattern(String pattern) {

    static final DossierPattern PLAIN = new DossierPattern("{qd20}-{yymmdd}-{number:4}");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)(?::([1-9]))?}");
    private static final Pattern WHOLE = Pattern.compile("([A-Z0-9./-]|\\{(qd20|qcvn102|yymmdd|number:[1-9])}){3,60}");
    private static final String UNIT = "\\{(?:qd20|qcvn102)}";
    private static final String NUMBER = "\\{number:[1-9]}";
    private static final String DIGITS = "(?:[0-9]|\\{yymmdd})*";

    /** Unit 1 with number 20001 would have the code of unit 12 with number 0001. */
    private static final Pattern RUN_TOGETHER = Pattern.compile(UNIT + DIGITS + NUMBER + "|" + NUMBER + DIGITS + UNIT);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /**
     * Whether a code is different for each number of a day and unit: it has a unit, a day and a number, and some sign keeps the unit
     * from the number.
     */
    static boolean whole(String pattern) {
        return WHOLE.matcher(pattern).matches()
                && (pattern.contains("{qd20}") || pattern.contains("{qcvn102}"))
                && pattern.contains("{yymmdd}")
                && pattern.contains("{number:")
                && !RUN_TOGETHER.matcher(pattern).find();
    }

    /** @param unitCode the code of the unit by a scheme */
    String code(UnaryOperator<String> unitCode, LocalDate day, int number) {
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "yymmdd" -> DAY.format(day);
                            case "number" -> ("%0" + place.group(2) + "d").formatted(number);
                            default -> unitCode.apply(place.group(1));
                        }));
    }
}

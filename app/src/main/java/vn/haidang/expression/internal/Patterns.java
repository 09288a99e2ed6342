package vn.haidang.expression.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Patterns that are matched in linear time and stay small when they are made. */
final class Patterns {

    private static final int LONGEST = 200;
    private static final long REPETITIONS = 1000;
    private static final int LARGEST = 2000;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{0,9})(?:,(\\d{0,9}))?\\}");

    private Patterns() {}

    /** Null when it is malformed or would grow too large; counted repetitions of repetitions multiply. */
    static @Nullable Pattern read(String pattern) {
        if (pattern.length() > LONGEST || repetitions(pattern) > REPETITIONS) {
            return null;
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            return compiled.programSize() > LARGEST ? null : compiled;
        } catch (PatternSyntaxException malformed) {
            return null;
        }
    }

    private static long repetitions(String pattern) {
        long product = 1;
        Matcher counted = COUNTED.matcher(pattern);
        while (counted.find() && product <= REPETITIONS) {
            product *= Math.max(1, Math.max(number(counted.group(1)), number(counted.group(2))));
        }
        return product;
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}

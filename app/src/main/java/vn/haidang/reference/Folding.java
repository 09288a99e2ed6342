package vn.haidang.reference;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Folds Vietnamese for search: no diacritics, đ as d, small letters, single blanks. {@code Thuỷ}, {@code Thủy} and
 * {@code thuy} are one word, typed composed or decomposed. Equals the SQL function {@code platform.fold}, so an index
 * built by one answers a question folded by the other.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\x0b\\f\\r]+");

    private Folding() {}

    public static String fold(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var folded = new StringBuilder(letters.length());
        letters.chars().map(Folding::plain).forEach(c -> folded.append((char) c));
        return strip(BLANKS.matcher(folded).replaceAll(" "));
    }

    private static int plain(int c) {
        return switch (c) {
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            default -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        };
    }

    private static String strip(String text) {
        var from = text.startsWith(" ") ? 1 : 0;
        var to = text.endsWith(" ") && text.length() > from ? text.length() - 1 : text.length();
        return text.substring(from, to);
    }
}

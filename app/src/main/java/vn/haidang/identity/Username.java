package vn.haidang.identity;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which usernames are kept and compared. */
public final class Username {

    private Username() {}

    /** Trimmed, composed, in small letters. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

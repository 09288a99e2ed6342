package vn.haidang.organization.internal.lists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the two ways of placing a tone mark one ({@code oa}, {@code oe}, {@code uy} with the tone on either letter): spelling, not another name. */
final class TonePlaces {

    private static final Pattern TONE_ON_FIRST =
            Pattern.compile("([ou])([\\u0300\\u0301\\u0303\\u0309\\u0323])([aey])(?![a-z\\u0300-\\u036f])");

    private TonePlaces() {}

    static String even(String name) {
        var apart = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return Normalizer.normalize(TONE_ON_FIRST.matcher(apart).replaceAll("$1$3$2"), Normalizer.Form.NFC);
    }
}

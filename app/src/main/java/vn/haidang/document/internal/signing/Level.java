package vn.haidang.document.internal.signing;

import java.util.Locale;

/** How much a signature proves by itself: the baseline levels of PAdES (ETSI EN 319 142-1), the least first. */
public enum Level {
    /** That nothing was changed, and whose certificate signed. */
    B,
    /** Besides, that it was there at a time that a time-stamp service attests. */
    T,
    /** Besides, what the authorities said of the certificates then, so that it can be checked after they are gone. */
    LT;

    /** As messages name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

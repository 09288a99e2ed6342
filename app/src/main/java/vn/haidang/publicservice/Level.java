package vn.haidang.publicservice;

import java.util.Locale;

/** How much of a service runs online (Decree 42/2022/NĐ-CP): all of it, part of it, or only its description. */
public enum Level {
    FULL,
    PARTIAL,
    INFORMATION;

    public static Level of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

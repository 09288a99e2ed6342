package vn.haidang.expression;

import java.util.Locale;
import java.util.Optional;

/** What a fact or the result of an expression can be. */
public enum ValueType {
    /** Yes or no. */
    FLAG,
    /** A decimal number below 10^30, at most twenty digits after the point. */
    NUMBER,
    /** Composed (NFC) text of at most ten thousand characters. */
    TEXT,
    /** A day of the years 1 to 9999. */
    DAY;

    /** As tables of data write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ValueType> of(String code) {
        for (ValueType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

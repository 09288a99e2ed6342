package vn.haidang.publicservice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The kind of device an application was handed in on, as the device says it itself: the client hint
 * {@code Sec-CH-UA-Mobile}, else the user agent. Tablets count as desktops, as the client hint has it. What is no browser is neither.
 */
public enum Device {
    PHONE,
    DESKTOP,
    OTHER;

    public static Device of(@Nullable String mobileHint, @Nullable String userAgent) {
        String hint = mobileHint == null ? "" : mobileHint.strip();
        if (hint.equals("?1")) {
            return PHONE;
        }
        if (hint.equals("?0")) {
            return DESKTOP;
        }
        String agent = userAgent == null ? "" : userAgent;
        if (!agent.startsWith("Mozilla/") && !agent.startsWith("Opera/")) {
            return OTHER;
        }
        boolean tablet = agent.contains("iPad") || agent.contains("Tablet");
        return !tablet && (agent.contains("Mobi") || agent.contains("iPhone")) ? PHONE : DESKTOP;
    }

    /** As facts and records name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

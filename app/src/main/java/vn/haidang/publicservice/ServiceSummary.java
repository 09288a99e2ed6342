package vn.haidang.publicservice;

import org.jspecify.annotations.Nullable;

/**
 * A service as lists show it.
 *
 * @param duration legal time as {@code worktime} writes it, null where our sources do not establish it
 * @param feeVnd null where no single amount is established
 * @param startsHere whether it can be started on this platform
 */
public record ServiceSummary(
        String code,
        String name,
        String shortName,
        String nameEn,
        String field,
        String fieldEn,
        Level level,
        @Nullable String summary,
        @Nullable String summaryEn,
        @Nullable String duration,
        @Nullable Long feeVnd,
        boolean startsHere) {

    /** The short name in the reader's language. */
    public String title(boolean english) {
        return english ? nameEn : shortName;
    }

    public String field(boolean english) {
        return english ? fieldEn : field;
    }

    public @Nullable String summary(boolean english) {
        return english ? summaryEn : summary;
    }
}

package vn.haidang.worktime.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether the notice of a year is known, {@code official} or {@code draft}. */
public record YearRow(int year, String status, @Nullable LocalDate knownFrom, String source, String confidence) {

    public static final String OFFICIAL = "official";
    public static final String DRAFT = "draft";

    public boolean official() {
        return status.equals(OFFICIAL);
    }
}

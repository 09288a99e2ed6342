package vn.haidang.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A value somebody else published.
 *
 * @param period a year or a month, as published: {@code 2023} or {@code 2026-01}
 * @param unitKey the unit it is about
 * @param universe of a rank: among how many
 */
public record ReportedValue(
        String indicator,
        String period,
        String unitKey,
        BigDecimal value,
        @Nullable Integer universe,
        String source,
        Confidence confidence) {

    public int year() {
        return Integer.parseInt(period.substring(0, 4));
    }

    /** The last day of its period. */
    public LocalDate until() {
        return period.length() == 4
                ? LocalDate.of(year(), 12, 31)
                : YearMonth.parse(period).atEndOfMonth();
    }
}

package vn.haidang.indicator.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.haidang.indicator.DayRange;

/** Periods and numbers as lists write them: a year, half, quarter, month, day, or the first months of a year ({@code 2025-9M}). */
final class Periods {

    private static final Pattern PERIOD =
            Pattern.compile("([12][0-9]{3})(?:-(?:H([12])|Q([1-4])|([1-9]|1[0-2])M|([01][0-9])(?:-([0-3][0-9]))?))?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern LEADING = Pattern.compile("^([0-9]{1,6})\\b");

    private Periods() {}

    static Optional<DayRange> days(String text) {
        var period = PERIOD.matcher(text);
        if (!period.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(period.group(1));
            if (period.group(2) != null) {
                return months(year, Integer.parseInt(period.group(2)) * 6 - 5, 6);
            }
            if (period.group(3) != null) {
                return months(year, Integer.parseInt(period.group(3)) * 3 - 2, 3);
            }
            if (period.group(4) != null) {
                return months(year, 1, Integer.parseInt(period.group(4)));
            }
            if (period.group(6) != null) {
                var day = LocalDate.parse(text);
                return Optional.of(new DayRange(day, day));
            }
            return period.group(5) != null ? months(year, Integer.parseInt(period.group(5)), 1) : months(year, 1, 12);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayRange> months(int year, int first, int count) {
        var month = YearMonth.of(year, first);
        return Optional.of(
                new DayRange(month.atDay(1), month.plusMonths(count - 1L).atEndOfMonth()));
    }

    /** With a point; what is a span or has words beside it is none. */
    static Optional<BigDecimal> decimal(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The number with which a text begins. */
    static Optional<Integer> number(String text) {
        var leading = LEADING.matcher(text);
        return leading.find() ? Optional.of(Integer.parseInt(leading.group(1))) : Optional.empty();
    }
}

package vn.haidang.publicservice.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.RegisterRows;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * The form for a register and those that were given out.
 *
 * @param names of the reader's units, in their order
 * @param month chosen or typed
 */
public record RegisterPage(
        Map<UnitId, String> names,
        YearMonth now,
        String unit,
        String month,
        List<RegisterRows.Given> given,
        boolean done,
        List<FieldError> errors) {

    private static final int MONTHS = 13;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    public List<Option> units() {
        return names.entrySet().stream()
                .map(each -> Option.of(each.getKey().value().toString(), each.getValue()))
                .toList();
    }

    /** This month first. */
    public List<Option> months() {
        return IntStream.range(0, MONTHS)
                .mapToObj(now::minusMonths)
                .map(each -> Option.of(each.toString(), SHOWN.format(each)))
                .toList();
    }
}

package vn.haidang.worktime.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.YearRow;

/** Whether the notice of a year is known; {@code status} may be {@code shipped}, to take back what was declared. */
public record YearForm(String year, String status, String knownFrom, String source) {

    static final String SHIPPED = "shipped";
    static final List<String> STATES = List.of(YearRow.OFFICIAL, YearRow.DRAFT, SHIPPED);

    public YearForm {
        year = Typed.tidy(year);
        status = Typed.tidy(status);
        knownFrom = Typed.tidy(knownFrom);
        source = Typed.tidy(source);
    }

    static YearForm of(int year, @Nullable YearRow row) {
        return row == null
                ? new YearForm(Integer.toString(year), "", "", "")
                : new YearForm(
                        Integer.toString(year),
                        row.status(),
                        row.knownFrom() == null ? "" : row.knownFrom().toString(),
                        row.source());
    }

    int number() {
        return year.matches("(19|20|21)\\d\\d") ? Integer.parseInt(year) : 0;
    }

    CalendarEdit edit(Typed typed, LocalDate today) {
        if (number() == 0) {
            typed.refuse("year", "worktime.error.year");
        }
        if (!STATES.contains(status)) {
            typed.refuse("status", "worktime.error.status");
        }
        if (status.equals(SHIPPED)) {
            return new CalendarEdit.ShippedYear(number());
        }
        String basis = typed.text("source", source);
        LocalDate since = typed.optionalDate("knownFrom", knownFrom);
        if (since != null && since.isAfter(today)) {
            typed.refuse("knownFrom", "worktime.error.future");
        }
        return new CalendarEdit.Year(new YearRow(number(), status, since, basis, "H"));
    }
}

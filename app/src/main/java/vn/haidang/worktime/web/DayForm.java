package vn.haidang.worktime.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.haidang.worktime.internal.CalendarEdit;
import vn.haidang.worktime.internal.DayRow;

/** What an administrator declares about one day; {@code kind} may be {@code shipped}, to take back what was declared. */
public record DayForm(
        String date,
        String kind,
        String name,
        String nameEn,
        String confirmed,
        String knownFrom,
        String source,
        String confidence) {

    static final String SHIPPED = "shipped";
    static final List<String> KINDS =
            List.of("holiday", "compensatory", "swap-off", "swap-work", "pending", "plain", SHIPPED);

    private static final Set<String> CONFIDENCES = Set.of("H", "M", "K", "I");

    public DayForm {
        date = Typed.tidy(date);
        kind = Typed.tidy(kind);
        name = Typed.tidy(name);
        nameEn = Typed.tidy(nameEn);
        confirmed = Typed.tidy(confirmed);
        knownFrom = Typed.tidy(knownFrom);
        source = Typed.tidy(source);
        confidence = Typed.tidy(confidence);
    }

    static DayForm of(@Nullable LocalDate date) {
        return new DayForm(date == null ? "" : date.toString(), "", "", "", "yes", "", "", "H");
    }

    static DayForm of(DayRow row) {
        return new DayForm(
                row.date().toString(),
                row.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                row.name(),
                row.nameEn(),
                row.confirmed() ? "yes" : "",
                row.knownFrom() == null ? "" : row.knownFrom().toString(),
                row.source(),
                row.confidence());
    }

    /** Reads the form; what is wrong is in {@code typed}, and the edit then not to be used. */
    CalendarEdit edit(Typed typed, LocalDate today) {
        LocalDate day = typed.date("date", date);
        if (!KINDS.contains(kind)) {
            typed.refuse("kind", "worktime.error.kind");
        }
        if (kind.equals(SHIPPED)) {
            return new CalendarEdit.ShippedDay(day);
        }
        String vietnamese = typed.text("name", name);
        String basis = typed.text("source", source);
        LocalDate since = typed.optionalDate("knownFrom", knownFrom);
        if (since != null && since.isAfter(today)) {
            typed.refuse("knownFrom", "worktime.error.future");
        }
        if (!CONFIDENCES.contains(confidence)) {
            typed.refuse("confidence", "worktime.error.confidence");
        }
        DayRow row = new DayRow(
                day,
                kind.toUpperCase(Locale.ROOT).replace('-', '_'),
                vietnamese,
                nameEn.isEmpty() ? vietnamese : nameEn,
                confirmed.equals("yes"),
                since,
                basis,
                confidence);
        if (typed.errors().isEmpty()) {
            row.fault().ifPresent(fault -> typed.refuse(fault.field(), fault.messageKey()));
        }
        return new CalendarEdit.Day(row);
    }
}

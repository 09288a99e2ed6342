package vn.haidang.casework.web.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.FieldError;

/** A day typed in three fields. */
public record DayForm(String day, String month, String year) {

    static final String FIELD = "from";

    static DayForm of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return new DayForm(tidy(day), tidy(month), tidy(year));
    }

    static DayForm of(LocalDate day) {
        return new DayForm(
                String.valueOf(day.getDayOfMonth()),
                String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    @Nullable LocalDate date() {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (NumberFormatException | DateTimeException noDay) {
            return null;
        }
    }

    List<FieldError> errors() {
        return date() == null ? List.of(FieldError.of(FIELD, "casework.publish.day.wrong")) : List.of();
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

package vn.haidang.identity.web.staff;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Username;
import vn.haidang.identity.internal.staff.StaffRow;
import vn.haidang.ui.FieldError;

/** What was typed about one post of one official; {@code last} is the last day, as people say it. */
public record StaffForm(
        String username, String name, String email, String unit, String role, String title, String from, String last) {

    static final StaffForm EMPTY = new StaffForm("", "", "", "", "", "", "", "");

    private static final int LONGEST = 200;

    static StaffForm of(Map<String, String> typed) {
        return new StaffForm(
                Username.normal(text(typed, "username")),
                text(typed, "name"),
                text(typed, "email"),
                text(typed, "unit"),
                text(typed, "role"),
                text(typed, "title"),
                text(typed, "from"),
                text(typed, "last"));
    }

    List<FieldError> errors(boolean newcomer) {
        List<FieldError> errors = new ArrayList<>();
        missing(errors, "username", username);
        if (newcomer) {
            missing(errors, "name", name);
        }
        missing(errors, "unit", unit);
        missing(errors, "role", role);
        missing(errors, "title", title);
        if (day(from).isEmpty()) {
            errors.add(FieldError.of("from", "identity.staff.error.day"));
        }
        if (!last.isEmpty() && day(last).isEmpty()) {
            errors.add(FieldError.of("last", "identity.staff.error.day"));
        }
        return errors;
    }

    Optional<StaffRow> row() {
        var ends = day(last).map(day -> day.plusDays(1)).orElse(null);
        return day(from).map(begins -> new StaffRow(username, name, email, unit, role, title, begins, ends));
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 2200);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void missing(List<FieldError> errors, String field, String value) {
        if (value.isEmpty()) {
            errors.add(FieldError.of(field, "identity.staff.error." + field));
        } else if (value.length() > LONGEST) {
            errors.add(FieldError.of(field, "identity.staff.error.long", LONGEST));
        }
    }

    private static String text(Map<String, String> typed, String field) {
        return Normalizer.normalize(typed.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }
}

package vn.haidang.worktime.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.FieldError;

/** Reads what was typed into a form, and keeps what is wrong with it, by field. */
final class Typed {

    static final int LONGEST = 500;

    private final List<FieldError> errors = new ArrayList<>();

    static String tidy(@Nullable String text) {
        return text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void refuse(String field, String messageKey, Object... arguments) {
        errors.add(FieldError.of(field, messageKey, arguments));
    }

    String text(String field, String text) {
        if (text.isEmpty()) {
            refuse(field, "worktime.error.empty." + field);
        } else if (text.length() > LONGEST) {
            refuse(field, "worktime.error.long", LONGEST);
        }
        return text;
    }

    LocalDate date(String field, String text) {
        LocalDate read = text.isEmpty() ? null : optionalDate(field, text);
        if (text.isEmpty()) {
            refuse(field, "worktime.error.empty." + field);
        }
        return read == null ? LocalDate.EPOCH : read;
    }

    @Nullable LocalDate optionalDate(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate read = LocalDate.parse(text);
            if (read.getYear() < 1900 || read.getYear() > 2200) {
                refuse(field, "worktime.error.date", text);
            }
            return read;
        } catch (DateTimeException unreadable) {
            refuse(field, "worktime.error.date", text);
            return null;
        }
    }

    LocalTime time(String field, String text) {
        if (text.isEmpty()) {
            refuse(field, "worktime.error.empty." + field);
            return LocalTime.MIN;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException unreadable) {
            refuse(field, "worktime.error.time", text);
            return LocalTime.MIN;
        }
    }
}

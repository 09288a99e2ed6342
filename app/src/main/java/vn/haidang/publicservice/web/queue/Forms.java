package vn.haidang.publicservice.web.queue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in addresses and forms, as values; null for what is none. */
final class Forms {

    private Forms() {}

    static @Nullable UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    static @Nullable LocalTime time(String text) {
        try {
            return text.length() == 5 ? LocalTime.parse(text) : null;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** An address as people type it. */
    static String typed(String address) {
        return address.replaceFirst("^https?://", "");
    }

    /** -1 for what is no number. */
    static int number(String text) {
        return text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }
}

package vn.haidang.identity.internal.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One post that an official is to hold: a line of the table that is imported, and what the forms of the pages come to.
 *
 * @param name full name; empty leaves an account's name as it is
 * @param email empty leaves it as it is
 * @param unit key of the unit
 * @param until first day without it, null while open
 */
public record StaffRow(
        String username,
        String name,
        String email,
        String unit,
        String role,
        String title,
        LocalDate from,
        @Nullable LocalDate until) {

    public static final List<String> COLUMNS =
            List.of("username", "name", "email", "unit", "role", "title", "valid_from", "valid_to");

    /** What a form sent back must keep to, whatever a program made of it. */
    public boolean isSound() {
        return Stream.of(username, name, email, unit, role, title)
                        .allMatch(text -> text != null && text.length() <= 200)
                && from != null
                && !username.isBlank()
                && !title.isBlank();
    }
}

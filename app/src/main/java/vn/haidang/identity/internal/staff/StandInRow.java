package vn.haidang.identity.internal.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is to stand in for whom: a line of the table that is imported, and what the forms of the pages come to.
 *
 * @param principal username of whoever holds the role
 * @param substitute username of whoever stands in
 * @param unit key of the unit
 * @param until first day without it
 */
public record StandInRow(
        String principal, String substitute, String unit, String role, LocalDate from, LocalDate until) {

    public static final List<String> COLUMNS =
            List.of("principal", "substitute", "unit", "role", "valid_from", "valid_to");

    /** What a form sent back must keep to, whatever a program made of it. */
    public boolean isSound() {
        return Stream.of(principal, substitute, unit, role).allMatch(text -> text != null && text.length() <= 200)
                && from != null
                && until != null;
    }
}

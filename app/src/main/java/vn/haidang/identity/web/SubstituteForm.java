package vn.haidang.identity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.haidang.identity.AccountId;
import vn.haidang.ui.FieldError;

/**
 * A declaration as it was typed.
 *
 * @param post which role at which unit, and who holds it, as {@code unit/role/account}
 * @param last its last day
 */
public record SubstituteForm(String post, String substitute, Day from, Day last) {

    /** A day as it was typed in three fields. */
    public record Day(String day, String month, String year) {

        static final Day EMPTY = new Day("", "", "");

        Optional<LocalDate> date() {
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(year.strip()),
                        Integer.parseInt(month.strip()),
                        Integer.parseInt(day.strip())));
            } catch (NumberFormatException | DateTimeException noDay) {
                return Optional.empty();
            }
        }
    }

    static final SubstituteForm EMPTY = new SubstituteForm("", "", Day.EMPTY, Day.EMPTY);

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (post.isEmpty()) {
            errors.add(FieldError.of("post", "identity.substitute.post.missing"));
        }
        if (account().isEmpty()) {
            errors.add(FieldError.of("substitute", "identity.substitute.substitute.missing"));
        }
        if (from.date().isEmpty()) {
            errors.add(FieldError.of("from", "identity.substitute.from.missing"));
        }
        if (last.date().isEmpty()) {
            errors.add(FieldError.of("last", "identity.substitute.last.missing"));
        }
        return errors;
    }

    Optional<AccountId> account() {
        try {
            return substitute.isEmpty() ? Optional.empty() : Optional.of(new AccountId(UUID.fromString(substitute)));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}

package vn.haidang.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.internal.Consult;
import vn.haidang.identity.AccountId;
import vn.haidang.ui.FieldError;

/** What is said about a work item: how it ended, to whom it goes, until when. */
public record ItemForm(
        @Nullable String outcome,
        @Nullable String note,
        @Nullable String person,
        @Nullable String substitute,
        TypedDay until) {

    static final int LONGEST_NOTE = 2000;

    static final ItemForm EMPTY = new ItemForm("", "", "", "", TypedDay.EMPTY);

    public ItemForm {
        outcome = outcome == null ? "" : outcome.strip();
        note = note == null ? "" : note.strip();
        person = person == null ? "" : person.strip();
        substitute = substitute == null ? "" : substitute.strip();
        until = until == null ? TypedDay.EMPTY : until;
    }

    List<FieldError> ofNote() {
        return note().length() > LONGEST_NOTE
                ? List.of(FieldError.of("note", "casework.item.note.long", LONGEST_NOTE))
                : List.of();
    }

    List<FieldError> ofAnswer() {
        List<FieldError> errors = new ArrayList<>(ofNote());
        if (answer().isEmpty()) {
            errors.add(FieldError.of("outcome", "casework.consult.answer.missing"));
        } else if (answer().get() == Consult.Answer.OBJECTED && note().isEmpty()) {
            errors.add(FieldError.of("note", "casework.consult.note.missing"));
        }
        return errors;
    }

    Optional<Consult.Answer> answer() {
        return Stream.of(Consult.Answer.values())
                .filter(each -> each.code().equals(outcome()))
                .findFirst();
    }

    List<FieldError> ofDelegation() {
        List<FieldError> errors = new ArrayList<>();
        if (account(substitute()).isEmpty()) {
            errors.add(FieldError.of("substitute", "casework.item.substitute.missing"));
        }
        if (until.date().isEmpty()) {
            errors.add(FieldError.of("until", "casework.item.until.missing"));
        }
        return errors;
    }

    Optional<AccountId> to() {
        return account(person());
    }

    Optional<AccountId> substituteAccount() {
        return account(substitute());
    }

    Optional<Instant> untilMoment() {
        return until.date().map(TypedDay::end);
    }

    @Nullable String noteOrNull() {
        return note().isEmpty() ? null : note();
    }

    private static Optional<AccountId> account(@Nullable String written) {
        try {
            return written == null || written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AccountId(UUID.fromString(written)));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    public String outcome() {
        return outcome == null ? "" : outcome;
    }

    public String note() {
        return note == null ? "" : note;
    }

    public String person() {
        return person == null ? "" : person;
    }

    public String substitute() {
        return substitute == null ? "" : substitute;
    }
}

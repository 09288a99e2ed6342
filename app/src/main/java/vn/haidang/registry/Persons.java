package vn.haidang.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;

/** The persons, households and addresses the city knows. */
@Component
public class Persons {

    /** A person to record; the number is the 12-digit personal identification number. */
    public record NewPerson(
            String personalNumber,
            String fullName,
            LocalDate birthDate,
            String sex,
            @Nullable String phone,
            @Nullable String email,
            @Nullable UnitId residence,
            @Nullable String street,
            String source) {}

    public PersonId record(NewPerson person) {
        throw new UnsupportedOperationException();
    }

    /** Puts persons into one household, the first being its head. */
    public void household(Collection<PersonId> members, UnitId residence, String source) {
        throw new UnsupportedOperationException();
    }

    public void link(PersonId person, AccountId account) {
        throw new UnsupportedOperationException();
    }

    public Optional<PersonId> of(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /**
     * What the signed-in person may know of these attributes: their own record and their household's relation attributes, never
     * anyone else's because a number was typed. The read is journaled with its purpose.
     *
     * @param attributes codes such as {@code person.full-name}, {@code person.birth-date}, {@code person.personal-number},
     *     {@code person.address}, {@code person.phone}, {@code spouse.full-name}
     */
    public Map<String, KnownValue> known(Reader reader, Collection<String> attributes, String purpose) {
        throw new UnsupportedOperationException();
    }
}

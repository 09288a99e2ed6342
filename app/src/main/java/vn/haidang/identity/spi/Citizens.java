package vn.haidang.identity.spi;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;

/** Knows which account belongs to which citizen. */
public interface Citizens {

    /**
     * A citizen as an identity provider vouches for them.
     *
     * @param personalNumber the 12-digit personal identification number
     * @param sex {@code female} or {@code male}
     */
    record Citizen(
            String personalNumber,
            String fullName,
            LocalDate birthDate,
            String sex,
            @Nullable String phone,
            @Nullable String email) {}

    /** The account of the citizen with this number; empty when they have none. */
    Optional<AccountId> accountOf(String personalNumber);

    /** Says that an account is this citizen's, in the caller's transaction; a citizen nobody knew before is recorded. */
    void belongs(AccountId account, Citizen citizen);
}

package vn.haidang.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something is asked for: an account that speaks for itself, or the person or business of the registry it speaks for.
 * The ids of all three are unique among each other.
 */
public record PartyId(UUID value) {

    public static PartyId of(AccountId account) {
        return new PartyId(account.value());
    }

    public boolean is(@Nullable AccountId account) {
        return account != null && account.value().equals(value);
    }
}

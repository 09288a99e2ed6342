package vn.haidang.identity;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;

/** The accounts and the posts they hold. */
@Component
public class Accounts {

    /** What is shown of an account. */
    public record Account(
            AccountId id,
            String username,
            String displayName,
            @Nullable String email,
            boolean official) {}

    /** A local account; the password is kept as Argon2id only. */
    public record NewAccount(
            String username,
            String displayName,
            @Nullable String email,
            @Nullable CharSequence password) {}

    public AccountId create(NewAccount account) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> find(AccountId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> byUsername(String username) {
        throw new UnsupportedOperationException();
    }

    /** Gives a post (title, role at a unit) to an account from a day on, until a day if known (exclusive). */
    public void appoint(
            AccountId holder, UnitId unit, Role role, String title, LocalDate from, @Nullable LocalDate until) {
        throw new UnsupportedOperationException();
    }

    /** The account as a reader today; what the web part hands to controllers. */
    public Reader reader(AccountId id) {
        throw new UnsupportedOperationException();
    }
}

package vn.haidang.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import vn.haidang.identity.AccountId;

/** Says which account is signed in and nothing else: name, posts and rights are read anew with every request. */
public final class AccountAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final transient AccountId account;

    public AccountAuthentication(AccountId account) {
        this.account = account;
    }

    public AccountId account() {
        return account;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public @Nullable Object getDetails() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return account;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("an account is signed in or there is no authentication");
    }

    @Override
    public String getName() {
        return account.value().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountAuthentication that && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account);
    }
}

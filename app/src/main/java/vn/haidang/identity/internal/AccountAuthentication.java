package vn.haidang.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.key.AccessKey;

/** Says which account is signed in, and under which mandate it acts: name, posts and rights are read anew with every request. */
public final class AccountAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final transient AccountId account;
    private final transient @Nullable MandateId mandate;
    private final transient @Nullable Reader known;
    private final boolean proved;
    private final transient @Nullable AccessKey key;

    public AccountAuthentication(AccountId account) {
        this(account, null);
    }

    public AccountAuthentication(AccountId account, @Nullable MandateId mandate) {
        this(account, mandate, null, true);
    }

    /** @param proved whether something besides the password was proved when this session began */
    public AccountAuthentication(
            AccountId account, @Nullable MandateId mandate, @Nullable Reader known, boolean proved) {
        this(account, mandate, known, proved, null);
    }

    private AccountAuthentication(
            AccountId account,
            @Nullable MandateId mandate,
            @Nullable Reader known,
            boolean proved,
            @Nullable AccessKey key) {
        this.account = account;
        this.mandate = mandate;
        this.known = known;
        this.proved = proved;
        this.key = key;
    }

    /** A program with a key of the account, which proved more than a password when the key was made. */
    public static AccountAuthentication of(AccessKey key) {
        return new AccountAuthentication(key.account(), null, null, true, key);
    }

    /** The key by which a program acts; null for a person. */
    public @Nullable AccessKey key() {
        return key;
    }

    public boolean proved() {
        return proved;
    }

    /** The account as itself, if this very request has read it already. */
    public @Nullable Reader known() {
        return known;
    }

    public AccountId account() {
        return account;
    }

    /** Under which it chose to act for another; null while it acts for itself. */
    public @Nullable MandateId mandate() {
        return mandate;
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
        return other instanceof AccountAuthentication that
                && account.equals(that.account)
                && Objects.equals(mandate, that.mandate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, mandate);
    }
}

package vn.haidang.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.haidang.identity.internal.AccountAuthentication;

/**
 * Requests of page tests sent by an account: {@code pages.get().uri("/desk").with(SignedIn.as(account))}. A form needs
 * {@link #withForm} instead, which also carries the token against forged forms.
 */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(AccountId account) {
        return SecurityMockMvcRequestPostProcessors.authentication(new AccountAuthentication(account));
    }

    /** Signed in and acting under a mandate; null for oneself. */
    public static RequestPostProcessor as(AccountId account, @Nullable MandateId mandate) {
        return SecurityMockMvcRequestPostProcessors.authentication(new AccountAuthentication(account, mandate));
    }

    /** Signed in and acting under a mandate, and the request carries a valid form token. */
    public static RequestPostProcessor withForm(AccountId account, @Nullable MandateId mandate) {
        return request -> SecurityMockMvcRequestPostProcessors.csrf()
                .postProcessRequest(as(account, mandate).postProcessRequest(request));
    }

    /** Signed in, and the request carries a valid form token. */
    public static RequestPostProcessor withForm(AccountId account) {
        return request -> SecurityMockMvcRequestPostProcessors.csrf()
                .postProcessRequest(as(account).postProcessRequest(request));
    }
}

package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.SignIn;
import vn.haidang.identity.internal.provider.ProviderSignIn;

/** Signing out, here always, and at the provider as well where somebody came from there. */
@Component
class SigningOut implements LogoutHandler, LogoutSuccessHandler {

    private static final String TOKEN = SigningOut.class.getName();

    private final SignIn signIn;
    private final ProviderSignIn provider;

    SigningOut(SignIn signIn, ProviderSignIn provider) {
        this.signIn = signIn;
        this.provider = provider;
    }

    /** While the session is still there. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof AccountAuthentication signedIn) {
            signIn.signedOut(signedIn.account());
        }
        var session = request.getSession(false);
        if (session != null && session.getAttribute(ProviderController.TOKEN) instanceof String token) {
            request.setAttribute(TOKEN, token);
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var leaving = request.getAttribute(TOKEN) instanceof String token
                ? provider.leave(
                        token,
                        ServletUriComponentsBuilder.fromContextPath(request)
                                .path("/")
                                .toUriString())
                : java.util.Optional.<java.net.URI>empty();
        if (leaving.isPresent()) {
            request.getSession()
                    .setAttribute(ProviderController.LEAVING, leaving.get().toString());
            response.sendRedirect("/signed-out");
        } else {
            response.sendRedirect("/");
        }
    }
}

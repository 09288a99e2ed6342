package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/** The token that every form carries, kept in the session as a text. */
@Component
class FormTokens implements CsrfTokenRepository {

    private static final String PARAMETER = "_csrf";
    private static final String HEADER = "X-CSRF-TOKEN";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null) {
            request.getSession().setAttribute(PARAMETER, token.getToken());
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PARAMETER);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PARAMETER) instanceof String kept ? token(kept) : null;
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}

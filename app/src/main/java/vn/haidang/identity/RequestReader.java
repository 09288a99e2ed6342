package vn.haidang.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.haidang.identity.internal.AccountAuthentication;

/** Who sent a request: read once and kept with the request. For badges and panels; controllers take a {@link Reader}. */
@Component
public class RequestReader {

    private static final String KEPT = RequestReader.class.getName();

    private final Accounts accounts;

    RequestReader(Accounts accounts) {
        this.accounts = accounts;
    }

    public Reader of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Reader reader) {
            return reader;
        }
        var reader = SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication signedIn
                ? accounts.findReader(signedIn.account()).orElse(Reader.ANONYMOUS)
                : Reader.ANONYMOUS;
        request.setAttribute(KEPT, reader);
        return reader;
    }
}

package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.AccountAuthentication;

/** Keeps the account's id in the session, and the mandate it chose to act under, as text: a session survives a restart and every new version of the product. */
@Component
class SessionAccounts implements SecurityContextRepository {

    private static final String ACCOUNT = KeptSession.ACCOUNT;
    private static final String MANDATE = "haidang.mandate";

    /** How something besides the password was proved; missing where nothing was. */
    static final String PROVED = "haidang.proved";

    private final KeyRequests keys;

    SessionAccounts(KeyRequests keys) {
        this.keys = keys;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> context(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof AccountAuthentication signedIn) {
            var session = request.getSession();
            session.setAttribute(ACCOUNT, signedIn.getName());
            var mandate = signedIn.mandate();
            if (mandate == null) {
                session.removeAttribute(MANDATE);
            } else {
                session.setAttribute(MANDATE, mandate.value().toString());
            }
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
            session.removeAttribute(MANDATE);
            session.removeAttribute(PROVED);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    private SecurityContext context(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var presented = KeyRequests.presented(request).orElse(null);
        if (presented != null) {
            keys.sender(request, presented).ifPresent(context::setAuthentication);
            return context;
        }
        var session = request.getSession(false);
        if (session != null && session.getAttribute(ACCOUNT) instanceof String id) {
            var mandate = session.getAttribute(MANDATE) instanceof String chosen
                    ? new MandateId(UUID.fromString(chosen))
                    : null;
            var known = session.getAttribute(KeptSession.READER) instanceof Reader reader ? reader : null;
            context.setAuthentication(new AccountAuthentication(
                    new AccountId(UUID.fromString(id)), mandate, known, session.getAttribute(PROVED) != null));
        }
        return context;
    }

    /** Opens the session only when somebody asks who is signed in. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> read;
        private volatile boolean known;
        private SecurityContext context = SecurityContextHolder.createEmptyContext();

        Deferred(Supplier<SecurityContext> read) {
            this.read = read;
        }

        @Override
        public SecurityContext get() {
            if (!known) {
                context = read.get();
                known = true;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}

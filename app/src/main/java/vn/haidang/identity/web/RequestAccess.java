package vn.haidang.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.RequestReader;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.identity.internal.Grants;
import vn.haidang.identity.internal.key.AccessKey;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.AccessPolicy;

/** What the sender of a request may do, by the posts held today. */
@Component
class RequestAccess implements AccessPolicy {

    private final RequestReader reader;
    private final Grants grants;

    RequestAccess(RequestReader reader, Grants grants) {
        this.reader = reader;
        this.grants = grants;
    }

    @Override
    public boolean permits(HttpServletRequest request, String action) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication sender
                && !action.equals(Access.PUBLIC)
                && !withinScope(sender.key(), action)) {
            return false;
        }
        return switch (action) {
            case Access.PUBLIC -> true;
            case Access.SIGNED_IN -> signedIn(request);
            default -> grants.permit(reader.of(request), action);
        };
    }

    /** A program may do what its key names, and nothing that merely needs somebody signed in. */
    private static boolean withinScope(@Nullable AccessKey key, String action) {
        return key == null || key.actions().contains(action);
    }

    @Override
    public boolean signedIn(HttpServletRequest request) {
        return reader.of(request).signedIn();
    }

    @Override
    public String displayName(HttpServletRequest request) {
        return reader.of(request).displayName();
    }

    @Override
    public String mark(HttpServletRequest request) {
        AccountId account = reader.of(request).account();
        return account == null
                ? ""
                : UUID.nameUUIDFromBytes(("phone " + account.value()).getBytes(UTF_8))
                        .toString();
    }

    @Override
    public String actingFor(HttpServletRequest request) {
        var mandate = reader.of(request).mandate();
        return mandate == null ? "" : mandate.name();
    }
}

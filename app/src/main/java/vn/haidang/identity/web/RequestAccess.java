package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.haidang.identity.RequestReader;
import vn.haidang.identity.internal.Grants;
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
        return switch (action) {
            case Access.PUBLIC -> true;
            case Access.SIGNED_IN -> signedIn(request);
            default -> grants.permit(reader.of(request), action);
        };
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
    public String actingFor(HttpServletRequest request) {
        var mandate = reader.of(request).mandate();
        return mandate == null ? "" : mandate.name();
    }
}

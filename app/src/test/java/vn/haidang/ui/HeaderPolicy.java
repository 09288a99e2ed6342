package vn.haidang.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import vn.haidang.ui.spi.AccessPolicy;

/** Believes the request: who it is from and what they may do stand in two headers. */
final class HeaderPolicy implements AccessPolicy {

    static final String NAME = "Test-Name";
    static final String ACTIONS = "Test-Actions";

    @Override
    public boolean permits(HttpServletRequest request, String action) {
        var actions = request.getHeader(ACTIONS);
        return actions != null && List.of(actions.split(",")).contains(action);
    }

    @Override
    public boolean signedIn(HttpServletRequest request) {
        return request.getHeader(NAME) != null;
    }

    @Override
    public String displayName(HttpServletRequest request) {
        var name = request.getHeader(NAME);
        return name == null ? "" : name;
    }
}

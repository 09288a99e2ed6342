package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.haidang.ui.Access;
import vn.haidang.ui.spi.AccessPolicy;

/** What the sender of one request may do; without a policy, what nobody in particular may do. */
record Standing(HttpServletRequest request, @Nullable AccessPolicy policy) {

    /** Somebody of whom nothing can be known now, because what would tell is away. */
    static Standing unknown(HttpServletRequest request) {
        return new Standing(request, null);
    }

    boolean signedIn() {
        return policy != null && policy.signedIn(request);
    }

    String displayName() {
        return policy == null ? "" : policy.displayName(request);
    }

    String mark() {
        return policy == null ? "" : policy.mark(request);
    }

    String actingFor() {
        return policy == null ? "" : policy.actingFor(request);
    }

    boolean permits(String action) {
        return switch (action) {
            case Access.PUBLIC -> true;
            case Access.SIGNED_IN -> signedIn();
            default -> policy != null && policy.permits(request, action);
        };
    }
}

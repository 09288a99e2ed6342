package vn.haidang.ui;

import jakarta.servlet.http.HttpServletResponse;

/** Lets one of our pages stand in a frame of another: nothing else may, and nothing of others. Only for pages that act on nothing. */
public final class Frames {

    private static final String POLICY = "Content-Security-Policy";

    private Frames() {}

    /** This answer holds a frame with a page of ours. */
    public static void hold(HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        response.setHeader(POLICY, policy == null ? "frame-src 'self'" : policy + "; frame-src 'self'");
    }

    /** This answer may stand in a frame of ours. */
    public static void stand(HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        response.setHeader(
                POLICY,
                policy == null
                        ? "frame-ancestors 'self'"
                        : policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
    }
}

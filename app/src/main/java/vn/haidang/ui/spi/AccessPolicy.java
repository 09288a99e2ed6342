package vn.haidang.ui.spi;

import jakarta.servlet.http.HttpServletRequest;

/** Decides whether whoever sent this request may do an action now. */
public interface AccessPolicy {

    boolean permits(HttpServletRequest request, String action);

    /** Whether somebody is signed in; decides between "sign in first" and "not allowed". */
    boolean signedIn(HttpServletRequest request);

    /** The name shown in the header, empty for nobody. */
    String displayName(HttpServletRequest request);

    /** Stands for whoever is signed in, the same on every visit and telling nobody who it is; empty for nobody. */
    default String mark(HttpServletRequest request) {
        return "";
    }

    /** The name of whom the sender acts for, empty when for themselves. */
    default String actingFor(HttpServletRequest request) {
        return "";
    }
}

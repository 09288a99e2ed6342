package vn.haidang;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Prints the reason of a refused start as one line on standard error instead of a stack trace. An exception that knows
 * its exit code, such as {@link StartRefused}, has such a reason as its message.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var reason = reasonOf(failure);
        if (reason == null) {
            return false;
        }
        System.err.println("haidang: " + reason);
        return true;
    }

    static @Nullable String reasonOf(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ExitCodeGenerator) {
                return at.getMessage();
            }
            if (at instanceof PortInUseException taken) {
                return "port " + taken.getPort() + " is already in use; choose another with HAIDANG_PORT";
            }
        }
        return null;
    }
}

package vn.haidang.ui.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: sets the headers every answer carries, takes the time, and answers what the filters inside it throw. Sessions live in
 * the database, so when that is away the request fails before any handler and even the error page would; this page would not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafetyNet extends OncePerRequestFilter {

    private final ProblemAnswer answer;
    private final RequestTimes times;

    SafetyNet(ProblemAnswer answer, RequestTimes times) {
        this.answer = answer;
        this.times = times;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityHeaders.set(request, response);
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException e) {
            throw e;
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            answer.write(e, request, response);
        } finally {
            times.took(System.nanoTime() - began, request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}

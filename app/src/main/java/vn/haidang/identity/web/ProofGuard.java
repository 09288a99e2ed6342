package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.haidang.identity.RequestReader;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.ui.Problem;

/**
 * Stops a session that began with a password alone once its account holds a role that asks for more: given a post in the middle of the
 * day, one signs in anew. What was sent is not done.
 */
@Configuration(proxyBeanMethods = false)
class ProofGuard implements HandlerInterceptor, WebMvcConfigurer {

    private final RequestReader readers;
    private final Entering entering;

    ProofGuard(RequestReader readers, Entering entering) {
        this.readers = readers;
        this.entering = entering;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication signedIn)
                || signedIn.proved()
                || !readers.unproved(request)) {
            return true;
        }
        var reads = HttpMethod.GET.matches(request.getMethod());
        var query = request.getQueryString();
        var here = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        var step = entering.halt(signedIn.account(), reads ? here : "", request, response);
        if (!reads) {
            throw Problem.of("identity/second-factor-first", 403).exception();
        }
        response.sendRedirect(step);
        return false;
    }
}

package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.haidang.identity.RequestReader;
import vn.haidang.identity.internal.AccountAuthentication;
import vn.haidang.ui.Problem;

/**
 * Stops the first request of somebody who may no longer act for whom they chose: nothing meant for another may happen in one's own
 * name. The choice is taken back, so the next request is one's own.
 */
@Configuration(proxyBeanMethods = false)
class ActingGuard implements HandlerInterceptor, WebMvcConfigurer {

    private final RequestReader readers;
    private final SessionAccounts sessions;

    ActingGuard(RequestReader readers, SessionAccounts sessions) {
        this.readers = readers;
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication signedIn
                && signedIn.mandate() != null
                && readers.lostMandate(request)) {
            var self = SecurityContextHolder.createEmptyContext();
            self.setAuthentication(new AccountAuthentication(signedIn.account()));
            SecurityContextHolder.setContext(self);
            sessions.saveContext(self, request, response);
            throw Problem.of("identity/mandate-ended", 403).exception();
        }
        return true;
    }
}

package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.ui.Problem;

/** Turns away a program whose key does not stand, before any handler sees it; every reason looks the same from outside. */
@Configuration(proxyBeanMethods = false)
class KeyGuard implements HandlerInterceptor, WebMvcConfigurer {

    private final KeyRequests keys;

    KeyGuard(KeyRequests keys) {
        this.keys = keys;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var presented = KeyRequests.presented(request).orElse(null);
        if (presented == null) {
            return true;
        }
        return switch (keys.judge(request, presented)) {
            case AccessKeys.Stands stands -> true;
            case AccessKeys.Refused refused -> {
                if (presented.door() == KeyDoor.APPLICATION) {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Haidang\", charset=\"UTF-8\"");
                }
                throw Problem.of("identity/key-refused", 401).exception();
            }
            case AccessKeys.TooMany(var pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
                throw Problem.of(
                                "identity/too-many-attempts",
                                429,
                                Math.max(1, pause.plusSeconds(59).toMinutes()))
                        .exception();
            }
        };
    }
}

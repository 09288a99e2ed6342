package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/**
 * Lets a request reach a handler only when its sender may do the action the handler declares. A handler that declares none is
 * refused to everybody: forgetting the annotation must close a door, not open one.
 */
@Component
class AccessGuard implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(AccessGuard.class);

    private record Declaration(Class<?> type, Method method) {}

    private final Screens screens;

    /** What each handler declares; annotations do not change while the program runs. */
    private final Map<Declaration, Optional<String>> known = new ConcurrentHashMap<>();

    AccessGuard(Screens screens) {
        this.screens = screens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var action = known.computeIfAbsent(
                        new Declaration(method.getBeanType(), method.getMethod()),
                        any -> Optional.ofNullable(action(method)))
                .orElse(null);
        if (action == null) {
            log.error("{} declares no action and is refused", method.getShortLogMessage());
            throw Problem.of("ui/not-allowed", 403).exception();
        }
        var standing = screens.standing(request);
        if (standing.permits(action)) {
            return true;
        }
        if (standing.signedIn()) {
            throw Problem.of("ui/not-allowed", 403).exception();
        }
        if (reads(request) && Audience.of(request) == Audience.PEOPLE) {
            response.sendRedirect(request.getContextPath() + "/sign-in?next=" + here(request));
            return false;
        }
        throw Problem.of("ui/sign-in-first", 401).exception();
    }

    static @Nullable String action(HandlerMethod method) {
        var declared = method.getMethodAnnotation(Requires.class);
        if (declared == null) {
            declared = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class);
        }
        return declared == null ? null : declared.value();
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}

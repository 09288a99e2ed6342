package vn.haidang.ui.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How long requests took, by method, pattern of the path and status, for {@code /actuator/prometheus}. A path that no handler
 * has is counted under one name, so that nobody can fill the memory with invented ones.
 */
@Component
class RequestTimes {

    private record Kind(String method, String pattern, int status) {}

    private static final String NO_HANDLER = "none";

    private final @Nullable MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry.getIfAvailable();
    }

    void took(long nanos, HttpServletRequest request, HttpServletResponse response) {
        if (registry != null) {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            Kind kind = new Kind(
                    request.getMethod(), pattern == null ? NO_HANDLER : pattern.toString(), response.getStatus());
            timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Kind kind) {
        MeterRegistry meters = registry;
        if (meters == null) {
            throw new IllegalStateException("there is nothing to count with");
        }
        return Timer.builder("http.server.requests")
                .tag("method", kind.method())
                .tag("uri", kind.pattern())
                .tag("status", Integer.toString(kind.status()))
                .register(meters);
    }
}

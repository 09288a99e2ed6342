package vn.haidang;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.haidang.ui.Access;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/**
 * Moves the clock of a demo or a test forward: {@code POST /clock {"to": "2026-03-09T08:00:00+07:00"}}, from this machine
 * only. Exists only where {@link ClockConfiguration} allows it; never with an external database.
 */
@RestController
@Conditional(ClockConfiguration.MayBeMoved.class)
class ClockDoor {

    private final MovableClock clock;

    ClockDoor(MovableClock clock) {
        this.clock = clock;
    }

    record Move(@Nullable OffsetDateTime to) {}

    @Requires(Access.PUBLIC)
    @PostMapping(path = "/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Instant>> move(@RequestBody Move move, HttpServletRequest request)
            throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                || request.getHeader("X-Forwarded-For") != null) {
            throw Problem.of("ui/not-found", 404).exception();
        }
        try {
            if (move.to() == null) {
                throw Problem.of("ui/bad-request", 400).exception();
            }
            clock.moveTo(move.to().toInstant());
        } catch (IllegalArgumentException past) {
            throw Problem.of("platform/clock-only-forward", 409).exception();
        }
        return ResponseEntity.ok(Map.of("now", clock.instant()));
    }
}

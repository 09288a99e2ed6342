package vn.haidang.indicator.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.haidang.Heartbeat;
import vn.haidang.indicator.internal.Changes;
import vn.haidang.ui.Access;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** Tells open pages that figures changed, on whatever node: each node looks at one number every second while anyone listens. */
@Controller
class FigureChanges extends Heartbeat {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_LISTENERS = 2_000;

    private final Changes changes;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private long told;

    FigureChanges(Changes changes) {
        super("figure-changes", LOOKS_EVERY);
        this.changes = changes;
    }

    @GetMapping(path = "/figures/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Access.PUBLIC)
    SseEmitter listen() {
        if (listeners.size() >= MOST_LISTENERS) {
            throw Problem.of("indicator/too-many-listeners", 503).exception();
        }
        var listener = new SseEmitter(LONGEST.toMillis());
        listener.onCompletion(() -> listeners.remove(listener));
        listener.onTimeout(listener::complete);
        listener.onError(error -> listeners.remove(listener));
        listeners.add(listener);
        return listener;
    }

    /** Listeners are let go first, so that the server need not wait for them; their pages come again by themselves. */
    @Override
    public void stop() {
        super.stop();
        listeners.forEach(SseEmitter::complete);
    }

    @Override
    protected void beat() {
        if (listeners.isEmpty()) {
            return;
        }
        var number = changes.number();
        if (number != told) {
            told = number;
            listeners.forEach(listener -> tell(listener, number));
        }
    }

    @Override
    protected String trouble() {
        return "Open pages do not hear of new figures";
    }

    private void tell(SseEmitter listener, long number) {
        try {
            listener.send(
                    SseEmitter.event().name("change").id(Long.toString(number)).data(number));
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }
}

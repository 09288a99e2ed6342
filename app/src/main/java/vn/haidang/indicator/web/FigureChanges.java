package vn.haidang.indicator.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
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
    private static final int GREETS_EVERY = 20;

    private final Changes changes;

    /** With the number each was told last. */
    private final Map<SseEmitter, Long> listeners = new ConcurrentHashMap<>();

    private int beats;

    FigureChanges(Changes changes) {
        super("figure-changes", LOOKS_EVERY);
        this.changes = changes;
    }

    /**
     * A stream of the events {@code change}.
     *
     * @param since the change number that the page was made with
     * @param heard the number of the last event, of a page that comes again
     */
    @GetMapping(path = "/figures/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Access.PUBLIC)
    SseEmitter listen(
            @RequestParam(required = false) @Nullable Long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long heard) {
        if (listeners.size() >= MOST_LISTENERS) {
            throw Problem.of("indicator/too-many-listeners", 503).exception();
        }
        var listener = new SseEmitter(LONGEST.toMillis());
        listener.onCompletion(() -> listeners.remove(listener));
        listener.onTimeout(listener::complete);
        listener.onError(error -> listeners.remove(listener));
        var number = changes.number();
        var known = heard != null ? heard : since != null ? since : Long.valueOf(number);
        listeners.put(listener, known);
        greet(listener);
        tellNews(listener, known, number);
        return listener;
    }

    /** Listeners are let go first, so that the server need not wait for them; their pages come again by themselves. */
    @Override
    public void stop() {
        super.stop();
        listeners.keySet().forEach(SseEmitter::complete);
    }

    @Override
    protected void beat() {
        if (listeners.isEmpty()) {
            return;
        }
        var number = changes.number();
        listeners.forEach((listener, known) -> tellNews(listener, known, number));
        if (++beats % GREETS_EVERY == 0) {
            listeners.keySet().forEach(this::greet);
        }
    }

    @Override
    protected String trouble() {
        return "Open pages do not hear of new figures";
    }

    /** Something that means nothing: it opens the stream, and keeps proxies from closing a silent one. */
    private void greet(SseEmitter listener) {
        send(listener, SseEmitter.event().comment("listening"));
    }

    private void tellNews(SseEmitter listener, long known, long number) {
        if (number == known) {
            return;
        }
        if (send(
                listener,
                SseEmitter.event().name("change").id(Long.toString(number)).data(number))) {
            listeners.replace(listener, number);
        }
    }

    private boolean send(SseEmitter listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.send(event);
            return true;
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
            return false;
        }
    }
}

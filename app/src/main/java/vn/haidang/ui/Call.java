package vn.haidang.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program sent to a handler that answers with {@link Answer}: JSON in, JSON out, with nothing to negotiate. A handler
 * takes it as a parameter. Whatever cannot be read is a coded problem, never an empty value.
 */
public final class Call {

    private static final String KEY = "Idempotency-Key";

    private final HttpServletRequest request;
    private final JsonMapper json;

    public Call(HttpServletRequest request, JsonMapper json) {
        this.request = request;
        this.json = json;
    }

    /** The body; {@code ui/type-not-taken} when it is not said to be JSON, {@code ui/bad-request} when it is not such a thing. */
    public <T> T body(Class<T> type) {
        requireJson();
        T body;
        try (var stream = request.getInputStream()) {
            body = json.readValue(stream, type);
        } catch (JacksonException | IOException unreadable) {
            throw badRequest();
        }
        if (body == null) {
            throw badRequest();
        }
        return body;
    }

    /** The variable of the path with this name. */
    public UUID id(String name) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(name) instanceof String text) {
            return uuid(text);
        }
        throw new IllegalArgumentException("the path has no variable " + name);
    }

    /** Under which the same act is done only once; null when the program sent none. */
    public @Nullable UUID key() {
        String text = request.getHeader(KEY);
        return text == null || text.isEmpty() ? null : uuid(text);
    }

    private void requireJson() {
        String said = request.getContentType();
        if (MediaType.APPLICATION_JSON_VALUE.equals(said)) {
            return;
        }
        try {
            if (said != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(said))) {
                return;
            }
        } catch (InvalidMediaTypeException nonsense) {
            throw typeNotTaken();
        }
        throw typeNotTaken();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw badRequest();
        }
    }

    private static ProblemException typeNotTaken() {
        return Problem.of("ui/type-not-taken", 415).exception();
    }

    private static ProblemException badRequest() {
        return Problem.of("ui/bad-request", 400).exception();
    }
}

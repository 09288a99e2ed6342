package vn.haidang.notification.internal.push;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push service with its browser, of which no line of the standards is ours: {@code src/test/node/push-service.mjs}. */
final class ForeignBrowser implements AutoCloseable {

    private final Process process;
    private final BufferedReader words;
    private final JsonNode place;

    ForeignBrowser() throws IOException {
        process = new ProcessBuilder("node", "src/test/node/push-service.mjs")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        words = process.inputReader(StandardCharsets.UTF_8);
        place = next();
    }

    String authority() {
        return place.required("authority").stringValue();
    }

    String endpoint() {
        return "http://" + authority() + "/na";
    }

    String key() {
        return place.required("key").stringValue();
    }

    String secret() {
        return place.required("secret").stringValue();
    }

    /** What it says next; waits for it. */
    JsonNode next() throws IOException {
        return new JsonMapper().readTree(requireNonNull(words.readLine(), "it says nothing any more"));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}

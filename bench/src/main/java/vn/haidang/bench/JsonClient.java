package vn.haidang.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks JSON over one kept connection, remembers cookies, and times each request from before it is sent until its
 * answer is received whole.
 */
public final class JsonClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Executor VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpClient http;
    private final URI base;
    private final Latencies latencies = new Latencies();

    public JsonClient(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .cookieHandler(new CookieManager())
                .executor(VIRTUAL)
                .build();
    }

    /** Reads a resource, which must answer with the given status. */
    public JsonNode get(String path, int expected) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET(), expected);
    }

    /** Posts a JSON text, which must be answered with the given status. */
    public JsonNode post(String path, String body, int expected) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                expected);
    }

    /** Sends any request; its answer must have the given status. An empty answer is a missing node. */
    public JsonNode send(HttpRequest.Builder builder, int expected) throws IOException, InterruptedException {
        HttpRequest request = builder.header("Accept", "application/json")
                .timeout(Duration.ofSeconds(60))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        latencies.add(System.nanoTime() - begin);
        if (response.statusCode() != expected) {
            throw new IOException("%s %s answered %d, not %d: %s"
                    .formatted(request.method(), request.uri(), response.statusCode(), expected, response.body()));
        }
        return JSON.readTree(response.body());
    }

    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() {
        http.close();
    }
}

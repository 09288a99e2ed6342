package vn.haidang.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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
    private final Map<String, String> headers = new LinkedHashMap<>();
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
        return JSON.readTree(exchange(builder.header("Accept", "application/json"), expected));
    }

    /** Reads a page for people, which must answer 200. */
    public String page(String path) throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html"), 200);
    }

    /** Sends a form as a browser does; it must be answered with the given status, and no redirect is followed. */
    public String submit(String path, Map<String, String> fields, int expected)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                expected);
    }

    /**
     * Sends a form and reads the page it leads to, as somebody who presses a button waits for it: timed as one, from before the form
     * is sent until the page is received whole.
     */
    public String follow(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        long begin = System.nanoTime();
        HttpResponse<String> sent = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String to = sent.headers().firstValue("Location").orElse("");
        if (to.isEmpty()) {
            throw new IOException("%s led nowhere: %d".formatted(path, sent.statusCode()));
        }
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(base.resolve(to))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        latencies.add(System.nanoTime() - begin);
        if (page.statusCode() != 200) {
            throw new IOException("%s led to %s, which answered %d".formatted(path, to, page.statusCode()));
        }
        return page.body();
    }

    private String exchange(HttpRequest.Builder builder, int expected) throws IOException, InterruptedException {
        builder.timeout(Duration.ofSeconds(60));
        headers.forEach(builder::header);
        HttpRequest request = builder.build();
        long begin = System.nanoTime();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        latencies.add(System.nanoTime() - begin);
        if (response.statusCode() != expected) {
            throw new IOException("%s %s answered %d, not %d: %s"
                    .formatted(request.method(), request.uri(), response.statusCode(), expected, response.body()));
        }
        return response.body();
    }

    /** Sends this header with every request from now on. */
    public void always(String header, String value) {
        headers.put(header, value);
    }

    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() {
        http.close();
    }
}

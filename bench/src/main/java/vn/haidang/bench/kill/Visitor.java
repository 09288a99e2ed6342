package vn.haidang.bench.kill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser, or a program, of one person. It follows no redirect and tries nothing twice. */
final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "----haidang-bench-kill";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(new CookieManager())
            .build();
    private final URI base;
    private final Seen seen;
    private String token = "";

    Visitor(URI base, Seen seen) {
        this.base = base;
        this.seen = seen;
    }

    void signIn(String username, String password) {
        token = tokenOf(get("/sign-in"));
        Answer entered = submit("/sign-in", Map.of("username", username, "password", password));
        if (!entered.isAcknowledged()) {
            throw new IllegalStateException("%s could not sign in: %s".formatted(username, entered));
        }
        token = tokenOf(get("/my"));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Answer post(String path, String json, UUID key) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(json)));
    }

    Answer submit(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8), ""));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A form with files, as a browser sends it; of the file only its name and bytes. */
    Answer multipart(String path, Map<String, String> fields, String file, String name, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        if (!file.isEmpty()) {
            part(body, "name=\"%s\"; filename=\"%s\"".formatted(file, name), bytes);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String about, byte[] bytes) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + about + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(HttpRequest.Builder request) {
        Answer answer = exchange(request.timeout(PATIENCE).build());
        seen.answered(answer);
        if (answer.location().endsWith("/sign-in")) {
            seen.complain("a session was lost: " + answer);
        }
        return answer;
    }

    private Answer exchange(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            String location = response.headers()
                    .firstValue("Location")
                    .map(where -> base.resolve(where).getPath())
                    .orElse("");
            return new Answer(response.statusCode(), location, response.body());
        } catch (IOException nothingCame) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static String tokenOf(Answer page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("a page without a form: " + page.status() + " " + page.location());
        }
        return found.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}

package vn.haidang.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A resident's browser as far as forms go: keeps its cookies, follows where it is sent, fills in what a page asks. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select)\\b([^>]*)>");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("<form method=\"post\"[^>]*enctype=.*?</form>", Pattern.DOTALL);
    private static final String BOUNDARY = "haidang-bench-boundary";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI base;
    private final Map<String, String> headers;

    /** @param headers sent with every request, as a proxy in front would */
    Browser(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = new LinkedHashMap<>(headers);
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    void signIn(String username) throws IOException, InterruptedException {
        String page = get("/sign-in").body();
        expect(
                post(
                        "/sign-in",
                        Map.of(
                                "_csrf",
                                hidden(page, "_csrf"),
                                "username",
                                username,
                                "password",
                                HaidangDatabase.PASSWORD)),
                303);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Fills in page after page of a new draft and returns the address of its check. */
    String fill(String service, byte[] paper) throws IOException, InterruptedException {
        String start = get("/apply/" + service).body();
        String unit = first(OPTION, start.substring(start.indexOf("name=\"unit\"")));
        String path = location(post("/apply/" + service, Map.of("_csrf", hidden(start, "_csrf"), "unit", unit)));
        for (int pages = 0; !path.endsWith("/check"); pages++) {
            if (pages > 40) {
                throw new IOException("no end of questions at " + path);
            }
            String page = get(path).body();
            var answer = send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(answers(page, paper))));
            path = location(answer);
        }
        return path;
    }

    /** What hands the draft of a check in. */
    Map<String, String> handIn(String check) throws IOException, InterruptedException {
        String page = get(check).body();
        return Map.of("_csrf", hidden(page, "_csrf"), "key", hidden(page, "key"));
    }

    private static byte[] answers(String page, byte[] paper) throws IOException {
        String form = first(FORM, page, 0);
        var body = new ByteArrayOutputStream();
        var chosen = new LinkedHashMap<String, String>();
        Matcher fields = FIELD.matcher(form);
        while (fields.find()) {
            String tag = fields.group(1);
            String attributes = fields.group(2);
            String name = attribute(attributes, "name");
            String type = attribute(attributes, "type");
            String value = attribute(attributes, "value");
            if (name.isEmpty() || type.equals("file") || chosen.containsKey(name)) {
                continue;
            }
            chosen.put(
                    name,
                    switch (tag + " " + type) {
                        case "input hidden", "input radio", "input checkbox" -> value;
                        case "select " -> first(OPTION, form.substring(fields.start()));
                        default -> value.isEmpty() ? typed(name, attributes) : value;
                    });
        }
        for (Map.Entry<String, String> field : chosen.entrySet()) {
            part(body, "name=\"" + field.getKey() + "\"", "", field.getValue().getBytes(StandardCharsets.UTF_8));
        }
        Matcher file = Pattern.compile("<input[^>]*type=\"file\"[^>]*>").matcher(form);
        if (file.find()) {
            part(
                    body,
                    "name=\"" + attribute(file.group(), "name") + "\"; filename=\"giay-to.pdf\"",
                    "Content-Type: application/pdf\r\n",
                    paper);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static String typed(String name, String attributes) {
        if (name.endsWith("day") || name.endsWith("month")) {
            return "2";
        }
        if (name.endsWith("year")) {
            return "1990";
        }
        if (attribute(attributes, "type").equals("tel") || name.contains("phone")) {
            return "0901234567";
        }
        if (name.endsWith("email")) {
            return "";
        }
        return attribute(attributes, "inputmode").equals("numeric") ? "1" : "Nguyễn Văn An";
    }

    private static void part(ByteArrayOutputStream body, String disposition, String head, byte[] content) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + head + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static String hidden(String page, String name) throws IOException {
        return first(Pattern.compile("name=\"" + name + "\"[^>]*? value=\"([^\"]*)\""), page);
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    private static String first(Pattern pattern, String text) throws IOException {
        return first(pattern, text, 1);
    }

    private static String first(Pattern pattern, String text, int group) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("nothing like " + pattern + " in a page of " + text.length() + " letters");
        }
        return found.group(group);
    }

    private static String location(HttpResponse<String> answer) throws IOException {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(
                        "%s led nowhere: %d %s".formatted(answer.uri(), answer.statusCode(), errors(answer.body()))));
    }

    private static List<String> errors(String page) {
        return Pattern.compile("govuk-error-message\"[^>]*>(.*?)</", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    static void expect(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("%s answered %d, not %d".formatted(answer.uri(), answer.statusCode(), status));
        }
    }

    private HttpRequest.Builder request(String path) {
        var builder =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "text/html");
        headers.forEach(builder::header);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(builder.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}

package vn.haidang.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.Home;
import vn.haidang.organization.UnitId;

/**
 * Goes through the made-up city as its people would, then ends the program. {@code bin/run} starts it once after a build, so that the
 * virtual machine learns which code is used and how; later starts begin with what it learned. A page that is missing ends the
 * rehearsal with an error, and the program starts without what it would have learned.
 */
@Component
@ConditionalOnProperty("haidang.rehearse")
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> PUBLIC = List.of(
            "/", "/services?q=dang+ky+khai+sinh", "/services/1.001193", "/plan", "/units", "/lookup", "/journal");
    private static final int ROUNDS = 30;
    private static final int CASES = 200;

    private final Home home;
    private final JsonMapper json;

    Rehearsal(Home home, JsonMapper json) {
        this.home = home;
        this.json = json;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            new Thread(() -> play(URI.create("http://127.0.0.1:" + port), ready.getApplicationContext()), "rehearsal")
                    .start();
        }
    }

    private void play(URI base, ConfigurableApplicationContext program) {
        try (var visitor = new Person(base)) {
            for (int round = 0; round < ROUNDS; round++) {
                visitor.look(PUBLIC);
            }
            residentAndOfficials(base);
        } catch (IOException | RuntimeException failed) {
            LOG.error("The rehearsal failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            program.close();
        }
    }

    private void residentAndOfficials(URI base) throws IOException, InterruptedException {
        try (var resident = new Person(base);
                var desk = new Person(base);
                var specialist = new Person(base)) {
            resident.signIn("lan");
            desk.signIn("mot-cua");
            specialist.signIn("thu-ly");
            for (int round = 0; round < ROUNDS; round++) {
                resident.look(List.of("/my", "/my/notifications"));
                desk.look(List.of("/desk"));
                specialist.look(List.of("/desk", "/plan"));
            }
            String unit = UnitId.ofKey(DemoAccounts.COMMUNES.getFirst()).value().toString();
            for (int number = 0; number < CASES; number++) {
                JsonNode opened = desk.post(
                        "/api/casework/cases",
                        Map.of("procedure", "standard", "unit", unit, "variables", Map.of("number", number)));
                String id = opened.required("id").stringValue();
                desk.finish(id, "accept");
                specialist.finish(id, "propose");
            }
        }
    }

    /** A browser, or a program, that belongs to one person. */
    private final class Person implements AutoCloseable {

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final URI base;
        private @Nullable String token;

        Person(URI base) {
            this.base = base;
        }

        void look(List<String> pages) throws IOException, InterruptedException {
            for (String page : pages) {
                page(page);
            }
        }

        void signIn(String username) throws IOException, InterruptedException {
            var fields = Map.of(
                    "_csrf", tokenOn("/sign-in"), "username", username, "password", home.secret(DemoPeople.PASSWORD));
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            send(
                    HttpRequest.newBuilder(base.resolve("/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)),
                    303);
            token = tokenOn("/my");
        }

        void finish(String caseId, String outcome) throws IOException, InterruptedException {
            String items = page("/api/casework/cases/" + caseId + "/work-items");
            String item = json.readTree(items).required(0).required("id").stringValue();
            post("/api/casework/work-items/" + item + "/complete", Map.of("outcome", outcome));
        }

        JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(base.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
            if (token != null) {
                request.header("X-CSRF-TOKEN", token);
            }
            return json.readTree(send(request, 200, 201));
        }

        private String tokenOn(String path) throws IOException, InterruptedException {
            var found = TOKEN.matcher(page(path));
            if (!found.find()) {
                throw new IOException(path + " has no form");
            }
            return found.group(1);
        }

        private String page(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(base.resolve(path)), 200);
        }

        private String send(HttpRequest.Builder request, Integer... expected) throws IOException, InterruptedException {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (!List.of(expected).contains(answer.statusCode())) {
                throw new IOException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}

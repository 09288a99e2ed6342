package vn.haidang.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak as the stand-in for VNeID, with a realm of three citizens. It is prepared once for a fast start; its data live in
 * memory and end with it.
 */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "haidang";
    static final String SECRET = "stand-in-secret";
    static final String PASSWORD = "stand-in";

    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final List<String> BUILT_FOR =
            List.of("--db=dev-mem", "--cache=local", "--health-enabled=false", "--metrics-enabled=false");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Haidang.freePort();
    private @Nullable Process process;

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/vneid";
    }

    /** Starts it for a city that people return to, and waits until it answers. */
    void startFor(Haidang city) {
        try {
            prepare();
            var realm = Files.readString(Path.of("src/test/resources/keycloak/vneid-realm.json"));
            var imported = Files.createDirectories(HOME.resolve("data/import"));
            Files.writeString(imported.resolve("vneid-realm.json"), realm.replace("@haidang@", city.address()));
            process = run(List.of(
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--http-enabled=true",
                    "--hostname-strict=false",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port));
            waitUntilItAnswers(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a new signing key the first one, as a provider does now and then. */
    void rotateKeys() {
        var token = field(
                send(form(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password=" + PASSWORD)),
                "access_token");
        var realm = field(
                send(request("/admin/realms/vneid")
                        .header("Authorization", "Bearer " + token)
                        .build()),
                "id");
        var made = send(request("/admin/realms/vneid/components")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"name": "rotated", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                         "parentId": "%s", "config": {"priority": ["900"], "keySize": ["2048"]}}
                        """.formatted(realm)))
                .build());
        if (made.statusCode() != 201) {
            throw new IllegalStateException("no new key: " + made.statusCode() + " " + made.body());
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running == null) {
            return;
        }
        running.descendants().forEach(ProcessHandle::destroy);
        running.destroy();
        try {
            if (!running.waitFor(1, TimeUnit.MINUTES)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prepare() throws IOException {
        var prepared = HOME.resolve("prepared");
        if (Files.exists(prepared)) {
            return;
        }
        var words = new ArrayList<>(List.of("build"));
        words.addAll(BUILT_FOR);
        try {
            var exit = run(words).waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Keycloak could not be prepared; see " + HOME.resolve("console.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Files.createFile(prepared);
    }

    private static Process run(List<String> words) throws IOException {
        var command = new ArrayList<>(List.of("sh", HOME.resolve("bin/kc.sh").toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        HOME.resolve("console.log").toFile()));
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(
                "JAVA_OPTS", "-Xms64m -Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        return builder.start();
    }

    private void waitUntilItAnswers(Process started) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!started.isAlive()) {
                throw new IllegalStateException("Keycloak ended:\n" + Files.readString(HOME.resolve("console.log")));
            }
            try {
                if (http.send(
                                        request("/realms/vneid/.well-known/openid-configuration")
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                        .join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("Keycloak does not answer");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpRequest form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String field(HttpResponse<String> answer, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in: " + answer.body());
        }
        return found.group(1);
    }
}

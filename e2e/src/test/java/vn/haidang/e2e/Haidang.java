package vn.haidang.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The real program as a process of its own: its own home with its own database, a port nobody else uses, a clock that
 * starts when the test says. Closing stops it as Ctrl-C would.
 */
public final class Haidang implements AutoCloseable {

    /** When the city of the journeys begins its day: a Monday, the office is open. */
    public static final OffsetDateTime MONDAY_MORNING = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private Haidang(Path home, Map<String, String> settings, int port, Process process) {
        this.home = home;
        this.settings = settings;
        this.port = port;
        this.process = process;
    }

    /** Starts on a new home and returns when the program answers. */
    public static Haidang start(OffsetDateTime clock, Map<String, String> settings) {
        try {
            var home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "haidang-")
                    .toAbsolutePath();
            var all = new java.util.TreeMap<>(settings);
            all.putIfAbsent("HAIDANG_CLOCK", clock.toString());
            var port = freePort();
            var haidang = new Haidang(home, all, port, launch(home, all, port));
            haidang.waitUntilItAnswers();
            return haidang;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public Path home() {
        return home;
    }

    /** What the program wrote while it ran. */
    public String words() {
        try {
            return Files.readString(home.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the program itself; its database is another. */
    public long pid() {
        return process.pid();
    }

    /** The secret all demo accounts share. */
    public String password() {
        try {
            return Files.readString(home.resolve("keys/demo-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the clock of the city forward. */
    public void moveClockTo(OffsetDateTime instant) {
        var answer = send(HttpRequest.newBuilder(URI.create(address() + "/clock"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"" + instant + "\"}"))
                .build());
        if (answer != 200) {
            throw new IllegalStateException("the clock was not moved: " + answer);
        }
    }

    /** Kills the program as a power cut would and starts it again on the same home. */
    public void killAndStartAgain() {
        try {
            process.destroyForcibly().waitFor();
            process = launch(home, settings, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        waitUntilItAnswers();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not stop when asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(Path home, Map<String, String> settings, int port) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of(System.getProperty("haidang.jar")).normalize().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("console.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("HAIDANG_"));
        builder.environment().putAll(settings);
        builder.environment().put("HAIDANG_HOME", home.toString());
        builder.environment().put("HAIDANG_PORT", Integer.toString(port));
        return builder.start();
    }

    private void waitUntilItAnswers() {
        var health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended with " + process.exitValue() + ":\n" + words());
            }
            if (send(health) == 200) {
                return;
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
                    .join();
        }
        throw new IllegalStateException("the program does not answer:\n" + words());
    }

    private int send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (ConnectException notYet) {
            return 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Below the ports of clients, so that nobody is given it meanwhile. */
    static int freePort() {
        var random = new java.security.SecureRandom();
        while (true) {
            try (var socket = new ServerSocket(random.nextInt(12_000, 19_000))) {
                return socket.getLocalPort();
            } catch (java.net.BindException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

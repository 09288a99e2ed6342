package vn.haidang.bench.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product on a home of its own with its embedded database, both as processes that can be killed and found again. */
final class KilledCity implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String READY = "Haidang is ready";
    private static final String LAUNCHED = "--- launched";

    private final List<String> command;
    private final Path home;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    private KilledCity(List<String> command, Path home, int port, Process process) {
        this.command = command;
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the program with a small made-up city and returns when it answers.
     *
     * @param program how Java starts it: options, {@code -jar} and the jar
     */
    static KilledCity start(List<String> program, Path home, int port) throws IOException, InterruptedException {
        Files.createDirectories(home);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        var city = new KilledCity(List.copyOf(command), home, port, launch(command, home, port));
        city.waitUntilItAnswers();
        return city;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path home() {
        return home;
    }

    String password() throws IOException {
        return Files.readString(home.resolve("keys/demo-password")).strip();
    }

    /** As the owner of all tables; waits while the server is coming back. */
    Connection connect() throws SQLException, IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connectNow();
            } catch (SQLException | NoSuchFileException | IndexOutOfBoundsException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        }
    }

    private Connection connectNow() throws SQLException, IOException {
        String databasePort = Files.readAllLines(home.resolve("pg/data/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/haidang",
                "haidang_owner",
                Files.readString(home.resolve("keys/database-haidang_owner")).strip());
    }

    void killProgram() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The server of the database, not its workers: they notice. Nothing falls when it is just starting or stopping. */
    void killDatabase() throws IOException, InterruptedException {
        List<String> mark;
        try {
            mark = Files.readAllLines(home.resolve("pg/data/postmaster.pid"));
        } catch (NoSuchFileException away) {
            return;
        }
        if (mark.isEmpty()) {
            return;
        }
        var server = ProcessHandle.of(Long.parseLong(mark.getFirst().strip()));
        server.ifPresent(ProcessHandle::destroyForcibly);
        while (server.filter(ProcessHandle::isAlive).isPresent()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Starts the program again without waiting for it. */
    void launch() throws IOException {
        process = launch(command, home, port);
    }

    /**
     * Returns when a page that needs the database is answered. A program that ended by itself is an error, but for one whose database was
     * killed before it had said that it is ready: it refuses to start, and whoever watches over it starts it again, once.
     */
    void waitUntilItAnswers() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean again = false;
        while (System.nanoTime() < end) {
            if (answers()) {
                return;
            }
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!again && !ready()) {
                    again = true;
                    launch();
                    continue;
                }
                throw new IOException(
                        "the program ended with %d; see %s".formatted(process.exitValue(), console(home)));
            }
        }
        throw new IOException("the program does not answer; see " + console(home));
    }

    /** Runs a verb of the program beside it and answers what it printed, its exit code first. */
    String verb(String name) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.add(name);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment(home, port));
        Process ran = builder.start();
        String said = new String(ran.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return ran.waitFor() + " " + said.strip();
    }

    /** Whether the program last launched has said that it is ready. */
    private boolean ready() throws IOException {
        String said = Files.readString(console(home));
        return said.lastIndexOf(READY) > said.lastIndexOf(LAUNCHED);
    }

    private boolean answers() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(address().resolve("/journal"))
                                            .timeout(Duration.ofSeconds(20))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process launch(List<String> command, Path home, int port) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console(home).toFile()));
        Files.writeString(console(home), LAUNCHED + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        builder.environment().keySet().removeIf(name -> name.startsWith("HAIDANG_"));
        builder.environment().putAll(environment(home, port));
        return builder.start();
    }

    private static Map<String, String> environment(Path home, int port) {
        var environment = new HashMap<String, String>();
        environment.put("HAIDANG_HOME", home.toString());
        environment.put("HAIDANG_PORT", Integer.toString(port));
        environment.put("HAIDANG_DEMO", "0.02");
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private static Path console(Path home) {
        return home.resolve("console.log");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}

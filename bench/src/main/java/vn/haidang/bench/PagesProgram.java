package vn.haidang.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The product as {@code bin/run} starts it, on the bench's server, for those who look at its pages. */
final class PagesProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ServerProcess process;
    private final URI base;
    private final PostgresServer server;

    private PagesProgram(ServerProcess process, URI base, PostgresServer server) {
        this.process = process;
        this.base = base;
        this.server = server;
    }

    static PagesProgram start(Path bench, PostgresServer server, Path log, Path home, boolean demo)
            throws IOException, InterruptedException {
        return start(bench, server, log, home, demo, Map.of());
    }

    /** As above, with settings besides. */
    static PagesProgram start(
            Path bench, PostgresServer server, Path log, Path home, boolean demo, Map<String, String> besides)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        int port = ServerProcess.freePort();
        URI base = URI.create("http://127.0.0.1:" + port);
        var addresses = new HaidangDatabase(server).addresses();
        Map<String, String> environment = new HashMap<>();
        environment.put("HAIDANG_DATABASE_URL", addresses.get(0));
        environment.put("HAIDANG_DATABASE_OWNER_URL", addresses.get(1));
        environment.put("HAIDANG_DATABASE_RETENTION_URL", addresses.get(2));
        environment.put("HAIDANG_HOME", home.toString());
        environment.put("HAIDANG_PORT", Integer.toString(port));
        environment.put("HAIDANG_DEMO", demo ? "small" : "off");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(besides);
        var options = List.of(System.getProperty("haidang.options", "-Xmx512m -XX:+UseSerialGC")
                .split(" "));
        Path jar = bench.resolveSibling("app").resolve("target/program/haidang.jar");
        return new PagesProgram(
                ServerProcess.start(
                        ServerProcess.java(options, jar, List.of()), environment, base.resolve("/"), log, PATIENCE),
                base,
                server);
    }

    /** The small city whose cases are copied. */
    void untilTheDemoIsThere() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long before = -1;
        while (System.nanoTime() < end) {
            long cases = server.number("select count(*) from publicservice.application");
            if (cases > 0 && cases == before) {
                return;
            }
            before = cases;
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
        }
        throw new IllegalStateException("the demo city did not come");
    }

    URI address() {
        return base;
    }

    JsonClient signIn(String username) throws IOException, InterruptedException {
        var client = new JsonClient(base);
        try {
            client.submit(
                    "/sign-in",
                    Map.of(
                            "_csrf",
                            token(client.page("/sign-in")),
                            "username",
                            username,
                            "password",
                            HaidangDatabase.PASSWORD),
                    303);
            return client;
        } catch (IOException | InterruptedException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static String token(String page) throws IOException {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IOException("a page without a form");
        }
        return found.group(1);
    }

    @Override
    public void close() {
        process.close();
    }
}

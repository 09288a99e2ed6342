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
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The product as {@code bin/run} starts it, on an external database, with an empty city that has one procedure of five
 * steps. Every client is signed in as an official of another commune; sessions, access rights, clocks, journal and facts
 * are those of every day.
 */
public final class HaidangContender implements Contender {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** What bin/run gives the virtual machine; bin/bench passes it on. */
    private static final List<String> OPTIONS = List.of(
            System.getProperty("haidang.options", "-Xmx512m -XX:+UseSerialGC").split(" "));

    private final Path bench;
    private @Nullable ServerProcess process;
    private @Nullable URI base;
    private @Nullable HaidangDatabase database;
    private @Nullable Path home;

    public HaidangContender(Path bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return "Haidang";
    }

    @Override
    public void start(PostgresServer server, Path log) throws Exception {
        var prepared = new HaidangDatabase(server);
        prepared.prepare();
        database = prepared;
        Path folder = Files.createTempDirectory(log.toAbsolutePath().getParent(), "home");
        home = folder;
        int port = ServerProcess.freePort();
        URI address = URI.create("http://127.0.0.1:" + port);
        process = ServerProcess.start(
                ServerProcess.java(OPTIONS, jar(), List.of()),
                environment(prepared, folder, port),
                address.resolve("/"),
                log,
                PATIENCE);
        base = address;
        prepared.addOfficials();
    }

    @Override
    public CaseClient client(int number) throws Exception {
        if (base == null || database == null) {
            throw new IllegalStateException("not started");
        }
        var http = new JsonClient(base);
        try {
            signIn(http, HaidangDatabase.official(number));
            return new Client(http, database.unit(number));
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    @Override
    public long finishedCases(PostgresServer server) throws SQLException {
        return new HaidangDatabase(server).finishedCases();
    }

    @Override
    public Duration cpu() {
        return process == null ? Duration.ZERO : process.cpu();
    }

    @Override
    public long residentBytes() {
        return process == null ? 0 : process.residentBytes();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (home != null) {
            try {
                Folders.delete(home);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As {@code bin/run} lays the product out. */
    private Path jar() {
        return bench.resolveSibling("app").resolve("target/program/haidang.jar");
    }

    private Map<String, String> environment(HaidangDatabase prepared, Path folder, int port) {
        var addresses = prepared.addresses();
        var environment = new HashMap<String, String>();
        environment.put("HAIDANG_DATABASE_URL", addresses.get(0));
        environment.put("HAIDANG_DATABASE_OWNER_URL", addresses.get(1));
        environment.put("HAIDANG_DATABASE_RETENTION_URL", addresses.get(2));
        environment.put("HAIDANG_HOME", folder.toString());
        environment.put("HAIDANG_PORT", Integer.toString(port));
        environment.put("HAIDANG_DEMO", "off");
        environment.put("HAIDANG_CITY", bench.resolve("city").toString());
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private static void signIn(JsonClient http, String username) throws IOException, InterruptedException {
        String token = token(http.page("/sign-in"));
        http.submit(
                "/sign-in", Map.of("_csrf", token, "username", username, "password", HaidangDatabase.PASSWORD), 303);
        http.always("X-CSRF-TOKEN", token(http.page("/desk")));
    }

    private static String token(String page) throws IOException {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IOException("a page without a form");
        }
        return found.group(1);
    }

    private record Client(JsonClient http, UUID unit) implements CaseClient {

        @Override
        public void work(int number) throws Exception {
            String opened = http.post("/api/casework/cases", """
                            {"procedure": "five-steps", "unit": "%2$s", "variables": {
                              "applicant": "Nguyễn Thị Hoa %1$d",
                              "receipt": "H24-%1$06d"}}""".formatted(number, unit), 201)
                    .required("id")
                    .stringValue();
            for (int step = 1; step <= 5; step++) {
                var items = http.get("/api/casework/cases/" + opened + "/work-items", 200);
                String item = items.required(0).required("id").stringValue();
                http.post("/api/casework/work-items/" + item + "/complete", """
                        {"variables": {"result%d": "done"}}""".formatted(step), 200);
            }
        }

        @Override
        public Latencies latencies() {
            return http.latencies();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}

package vn.haidang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what residents wait for in a city that grows: handing in at a steady rate, each dossier with a file, and asking by code and
 * secret how a dossier stands. The cities are those that {@code bin/bench pages --keep} made.
 */
public final class ServicesBench {

    private static final String SERVICE = "1.004873";
    private static final int FOR_EACH = 20;
    private static final int WRITERS = 32;
    private static final int ASKERS = 8;

    /**
     * @param rate submissions a second, begun whether or not those before were answered
     * @param dossiers how many are handed in
     * @param seconds for how long look-ups are made
     */
    record Plan(List<Integer> sizes, int rate, int dossiers, int seconds) {}

    private record Draft(Browser browser, String path, Map<String, String> fields) {}

    private record Asked(String code, String secret) {}

    private final Plan plan;
    private final Path bench;
    private final Path cities;
    private final Path work;
    private final StringBuilder report = new StringBuilder();

    private ServicesBench(Plan plan, Path bench, Path cities, Path work) {
        this.plan = plan;
        this.bench = bench;
        this.cities = cities;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        Plan plan;
        Path bench;
        Path target;
        Path cities;
        try {
            var options = Options.parse(
                    arguments,
                    new TreeSet<>(List.of("cases", "first", "rate", "dossiers", "seconds", "bench", "report", "keep")));
            int cases = options.count("cases", 1_000_000);
            int first = options.count("first", 100_000);
            plan = new Plan(
                    first == cases ? List.of(cases) : List.of(first, cases),
                    options.count("rate", 50),
                    options.count("dossiers", 1_500),
                    options.count("seconds", 10));
            cities = Path.of(options.text("keep", "target/cities")).toAbsolutePath();
            bench = Path.of(options.text("bench", "bench")).toAbsolutePath();
            target = Path.of(options.text("report", "target/services.md")).toAbsolutePath();
        } catch (IllegalArgumentException e) {
            System.err.println("bench services: " + e.getMessage());
            System.exit(2);
            return;
        }
        Path work = Files.createTempDirectory("haidang-services");
        try {
            String text = new ServicesBench(plan, bench, cities, work).run();
            Files.createDirectories(target.getParent());
            Files.writeString(target, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.out.println(text);
        } finally {
            Folders.delete(work);
        }
    }

    private String run() throws Exception {
        report.append("""

                ## Handing in and looking up, %s

                %d cores, %d GiB, client on the same cores, durability on. %,d dossiers of service %s with a file of 200 KB each, %d a second, begun on time whether or not those before were answered;
                counted from when one should have begun until its answer is received whole. Look-ups by code and secret through a proxy,
                %d clients, each as soon as the one before was answered, for %d s.

                | cases | handed in | p50 / p95 / p99 / slowest ms | look-ups/s | p50 / p95 / p99 ms | database GB |
                |---|---|---|---|---|---|
                """.formatted(
                        LocalDate.now(),
                        Machine.cores(),
                        Machine.memoryBytes() >> 30,
                        plan.dossiers(),
                        SERVICE,
                        plan.rate(),
                        ASKERS,
                        plan.seconds()));
        for (int size : plan.sizes()) {
            Path data = work.resolve("city-" + size);
            say("copying the city of %,d cases".formatted(size));
            Folders.copy(cities.resolve("city-" + size), data);
            Path home = work.resolve("home-" + size);
            Folders.copy(PagesBench.home(cities), home);
            try (var server = PostgresServer.again(data)) {
                Latencies submitted;
                try (var program = program(server, home, "submit", Map.of())) {
                    submitted = submit(program, server);
                }
                say("handed in: p50 %.1f, p99 %.1f ms"
                        .formatted(submitted.percentileMillis(0.5), submitted.percentileMillis(0.99)));
                Latencies asked;
                try (var program = program(server, home, "look-up", Map.of("HAIDANG_TRUSTED_PROXIES", "127.0.0.1"))) {
                    asked = lookUp(program, asked(server));
                }
                report.append("| %,d | %,d | %.1f / %.1f / %.1f / %.1f | %.0f | %.1f / %.1f / %.1f | %.2f |%n"
                        .formatted(
                                size,
                                submitted.count(),
                                submitted.percentileMillis(0.5),
                                submitted.percentileMillis(0.95),
                                submitted.percentileMillis(0.99),
                                submitted.percentileMillis(1),
                                (double) asked.count() / plan.seconds(),
                                asked.percentileMillis(0.5),
                                asked.percentileMillis(0.95),
                                asked.percentileMillis(0.99),
                                server.number("select pg_database_size(current_database())") / 1e9));
            }
            Folders.delete(data);
        }
        return report.toString();
    }

    /** Prepares all drafts, then hands them in at the rate. */
    private Latencies submit(PagesProgram program, PostgresServer server) throws Exception {
        int people = (plan.dossiers() + FOR_EACH - 1) / FOR_EACH;
        try (var connection = server.connect();
                var statement = connection.prepareStatement(
                        "update identity.account set password_hash = ? where username = any (?)")) {
            statement.setString(1, HaidangDatabase.HASH);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            java.util.stream.IntStream.rangeClosed(1, people)
                                    .mapToObj(number -> "bench-r-" + number)
                                    .toArray()));
            statement.executeUpdate();
        }
        say("preparing %,d drafts".formatted(plan.dossiers()));
        byte[] paper = paper();
        List<Callable<List<Draft>>> preparing = new ArrayList<>();
        for (int number = 1; number <= people; number++) {
            String name = "bench-r-" + number;
            preparing.add(() -> drafts(program, name, paper));
        }
        List<Draft> drafts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(ASKERS)) {
            for (var prepared : threads.invokeAll(preparing)) {
                drafts.addAll(prepared.get());
            }
        }
        server.settle();
        say("handing in");
        List<Latencies> each = new ArrayList<>();
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Latencies>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(() -> {
                    var own = new Latencies();
                    for (int turn = next.getAndIncrement(); turn < drafts.size(); turn = next.getAndIncrement()) {
                        long due = begin + TimeUnit.SECONDS.toNanos(turn) / plan.rate();
                        for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
                            LockSupport.parkNanos(rest);
                        }
                        // neighbours belong to one person, so each turn goes to another
                        Draft draft = drafts.get(turn / people + turn % people * FOR_EACH);
                        Browser.expect(draft.browser().post(draft.path(), draft.fields()), 302);
                        own.add(System.nanoTime() - due);
                    }
                    return own;
                });
            }
            for (var writer : threads.invokeAll(writers)) {
                each.add(writer.get());
            }
        }
        return Latencies.merge(each);
    }

    private static List<Draft> drafts(PagesProgram program, String name, byte[] paper)
            throws IOException, InterruptedException {
        var browser = new Browser(program.address(), Map.of());
        browser.signIn(name);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < FOR_EACH; i++) {
            String check = browser.fill(SERVICE, paper);
            drafts.add(new Draft(browser, check.replaceFirst("check$", "submit"), browser.handIn(check)));
        }
        return drafts;
    }

    private static List<Asked> asked(PostgresServer server) throws SQLException {
        List<Asked> asked = new ArrayList<>();
        String all = server.text("""
                select string_agg(a.dossier_code || ' ' || a.secret, ';')
                from (select dossier_code, secret from publicservice.application tablesample system (1) limit 20000) a
                """);
        for (String one : all.split(";")) {
            String[] pair = one.split(" ");
            asked.add(new Asked(pair[0], pair[1]));
        }
        return asked;
    }

    /** Each look-up comes from another address, as the city's would. */
    private Latencies lookUp(PagesProgram program, List<Asked> dossiers) throws Exception {
        say("looking up");
        List<Callable<Latencies>> askers = new ArrayList<>();
        var next = new AtomicInteger();
        for (int i = 0; i < ASKERS; i++) {
            askers.add(() -> {
                try (var browser = new Browser(program.address(), Map.of("X-Forwarded-Proto", "https"))) {
                    browser.header("X-Forwarded-For", "203.0.113.1");
                    String token = Browser.hidden(browser.get("/lookup").body(), "_csrf");
                    var own = new Latencies();
                    int warm = 100;
                    long end = Long.MAX_VALUE;
                    while (System.nanoTime() < end) {
                        int turn = next.getAndIncrement();
                        Asked dossier = dossiers.get(turn % dossiers.size());
                        browser.header(
                                "X-Forwarded-For",
                                "100.%d.%d.%d".formatted(turn >> 16 & 127, turn >> 8 & 255, turn & 255));
                        long begin = System.nanoTime();
                        Browser.expect(
                                browser.post(
                                        "/lookup",
                                        Map.of("_csrf", token, "code", dossier.code(), "secret", dossier.secret())),
                                200);
                        own.add(System.nanoTime() - begin);
                        if (--warm == 0) {
                            own.clear();
                            end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.seconds());
                        }
                    }
                    return own;
                }
            });
        }
        List<Latencies> each = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(ASKERS)) {
            for (var asker : threads.invokeAll(askers)) {
                each.add(asker.get());
            }
        }
        return Latencies.merge(each);
    }

    private static byte[] paper() {
        byte[] paper = new byte[200_000];
        new java.util.Random(227).nextBytes(paper);
        byte[] head = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        byte[] foot = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, paper, 0, head.length);
        System.arraycopy(foot, 0, paper, paper.length - foot.length, foot.length);
        return paper;
    }

    private PagesProgram program(PostgresServer server, Path home, String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        say("starting the program: " + name);
        return PagesProgram.start(bench, server, work.resolve(name + ".log"), home, false, environment);
    }

    private static void say(String words) {
        System.err.println("bench services: " + words);
    }
}

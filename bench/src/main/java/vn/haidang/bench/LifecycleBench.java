package vn.haidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Measures whole cases, started and worked through five tasks, on every contender in turn.
 *
 * <p>The contenders alternate, round after round; in each round each one starts anew on an empty database of its own
 * with the same settings, and no other contender runs. What they answered is afterwards looked for in the database: a
 * round in which a confirmed case is not stored whole does not count, it fails.
 */
public final class LifecycleBench {

    /** Who can be measured, in the order of their turns; the first one measured is what the others are compared to. */
    private static Map<String, Supplier<Contender>> contenders(Path bench) {
        Path peers = bench.resolve("peers");
        Map<String, Supplier<Contender>> contenders = new LinkedHashMap<>();
        contenders.put("haidang", () -> new HaidangContender(bench));
        contenders.put("camunda", () -> new CamundaContender(peers));
        contenders.put("flowable", () -> new FlowableContender(peers));
        contenders.put("plain-sql", () -> new PlainSqlContender(bench));
        return contenders;
    }

    private final Plan plan;
    private final Path work;

    private LifecycleBench(Plan plan, Path work) {
        this.plan = plan;
        this.work = work;
    }

    /** How much is measured. */
    public record Plan(int cases, int warmUp, int rounds, int clients) {}

    public static void main(String[] arguments) throws Exception {
        Path bench;
        Path report;
        Plan plan;
        List<Supplier<Contender>> chosen;
        try {
            var known =
                    new TreeSet<>(List.of("cases", "rounds", "warm-up", "clients", "contenders", "bench", "report"));
            var options = Options.parse(arguments, known);
            plan = new Plan(
                    options.count("cases", 1500),
                    options.count("warm-up", 100),
                    options.count("rounds", 3),
                    options.count("clients", 8));
            bench = Path.of(options.text("bench", "bench")).toAbsolutePath();
            report = Path.of(
                    options.text("report", bench.resolve("target/lifecycle.md").toString()));
            chosen = choose(contenders(bench), options.text("contenders", ""));
        } catch (IllegalArgumentException wrongUse) {
            System.err.println(wrongUse.getMessage());
            System.exit(2);
            return;
        }
        Path work = Files.createDirectories(bench.resolve("target/lifecycle"));
        var rounds = new LifecycleBench(plan, work).run(chosen);
        String section = LifecycleReport.of(plan, rounds, Machine.flush(work)).markdown();
        Files.writeString(report, section, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println();
        System.out.print(section);
        System.out.println("appended to " + report);
    }

    private static List<Supplier<Contender>> choose(Map<String, Supplier<Contender>> all, String names) {
        if (names.isEmpty()) {
            return List.copyOf(all.values());
        }
        return Arrays.stream(names.split(","))
                .map(name -> {
                    var contender = all.get(name);
                    if (contender == null) {
                        throw new IllegalArgumentException(
                                "unknown contender: %s (known: %s)".formatted(name, String.join(", ", all.keySet())));
                    }
                    return contender;
                })
                .toList();
    }

    private List<Round> run(List<Supplier<Contender>> contenders) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= plan.rounds(); number++) {
            for (Supplier<Contender> maker : contenders) {
                Round round = round(number, maker);
                System.out.println(round.line());
                rounds.add(round);
            }
        }
        return rounds;
    }

    private Round round(int number, Supplier<Contender> maker) throws Exception {
        Path data = Files.createTempDirectory(work, "postgres");
        try (PostgresServer database = PostgresServer.start(data);
                Contender contender = maker.get()) {
            Path log = work.resolve("%s-%d.log".formatted(contender.name().replace(' ', '-'), number));
            contender.start(database, log);
            try (CaseLoad load = new CaseLoad(contender, plan.clients())) {
                return measure(number, contender, database, load);
            }
        } finally {
            Folders.delete(data);
        }
    }

    private Round measure(int number, Contender contender, PostgresServer database, CaseLoad load) throws Exception {
        load.work(plan.warmUp());
        load.forgetLatencies();
        database.settle();

        double loadBefore = Machine.load();
        var before = Spent.now(contender, database);
        Duration elapsed = load.work(plan.cases());
        var spent = Spent.now(contender, database).since(before);
        double loadAfter = Machine.load();
        long resident = contender.residentBytes();

        var latencies = load.latencies();
        refuse(contender, "requests", latencies.count(), (long) plan.cases() * contender.requestsPerCase());
        refuse(contender, "stored cases", contender.finishedCases(database), plan.warmUp() + (long) plan.cases());

        double seconds = elapsed.toNanos() / 1e9;
        var figures = new Figures(
                plan.cases() / seconds,
                latencies.percentileMillis(0.50),
                latencies.percentileMillis(0.95),
                latencies.percentileMillis(0.99),
                perCase(spent.contender()),
                perCase(spent.postgres()),
                resident / 1048576.0);
        return new Round(
                number,
                contender.name(),
                figures,
                perCase(spent.client()),
                Math.max(0, spent.others().toMillis() / (seconds * 1000 * Machine.cores())),
                loadBefore,
                loadAfter,
                database.number("select pg_database_size(current_database())"));
    }

    private static void refuse(Contender contender, String what, long actual, long expected) {
        if (actual != expected) {
            throw new IllegalStateException("%s: %d %s, not %d".formatted(contender.name(), actual, what, expected));
        }
    }

    private double perCase(Duration cpu) {
        return (double) cpu.toMillis() / plan.cases();
    }

    /** Processor time by who spent it. */
    private record Spent(Duration contender, Duration postgres, Duration client, Duration machine) {

        static Spent now(Contender contender, PostgresServer database) throws IOException {
            return new Spent(
                    contender.cpu(),
                    database.cpu(),
                    ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                    Machine.busy());
        }

        Spent since(Spent before) {
            return new Spent(
                    contender.minus(before.contender),
                    postgres.minus(before.postgres),
                    client.minus(before.client),
                    machine.minus(before.machine));
        }

        /** What is left for everybody else on the machine. */
        Duration others() {
            return machine.minus(contender).minus(postgres).minus(client);
        }
    }
}

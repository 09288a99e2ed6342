package vn.haidang.bench.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.haidang.bench.kill.Ask.Fate;
import vn.haidang.bench.kill.Ask.Kind;

/**
 * Eight clients work until the blow falls; the killed are started again, the clients repeat what was not answered, and what they
 * were told is held against what is there. At the end everything is once more, and journal and figures are proven.
 */
public final class KillRun implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration LONGEST_LOAD = Duration.ofMillis(2500);
    private static final Duration SHORTEST_LOAD = Duration.ofMillis(200);
    private static final Duration LONGEST_START = Duration.ofSeconds(6);
    private static final int ATTEMPTS = 200;
    private static final int TELL_EVERY = 10;
    private static final int SHOWN = 50;

    private static final String UNIT = "select u.id::text from organization.unit u where u.key = ?";
    private static final String CASE_OF =
            "select a.case_id::text from publicservice.application a where a.id = ?::uuid";

    /**
     * What came of it.
     *
     * @param differences what is not as the clients were told, and what they were told that cannot be
     */
    public record Outcome(
            long seed,
            Map<Blow, Integer> kills,
            long answers,
            long lost,
            long repeated,
            Map<Kind, Long> acknowledged,
            long refused,
            long unknown,
            List<String> differences) {

        /** How often something was killed. */
        public int blows() {
            return kills.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return """
                    seed %d: %d kills %s; %d answers, %d stayed away, %d requests repeated with their key;
                    acknowledged %s, refused %d, never known %d; differences: %d%s""".formatted(
                            seed,
                            blows(),
                            kills,
                            answers,
                            lost,
                            repeated,
                            acknowledged,
                            refused,
                            unknown,
                            differences.size(),
                            differences.isEmpty()
                                    ? ""
                                    : "\n"
                                            + differences.stream()
                                                    .limit(SHOWN)
                                                    .collect(java.util.stream.Collectors.joining("\n")));
        }
    }

    private final long seed;
    private final Random random;
    private final KilledCity city;
    private final Seen seen = new Seen();
    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final Map<Blow, Integer> kills = new EnumMap<>(Blow.class);
    private final Set<String> told = new HashSet<>();
    private final List<String> differences = new ArrayList<>();
    private int reconciled;
    private volatile boolean pause;

    private KillRun(long seed, KilledCity city) {
        this.seed = seed;
        this.random = new Random(seed);
        this.city = city;
    }

    /** Starts a city and signs the clients in. The program is how Java starts it: options, {@code -jar} and the jar. */
    public static KillRun start(List<String> program, Path home, int port, long seed) throws Exception {
        var run = new KillRun(seed, KilledCity.start(program, home, port));
        try {
            run.signIn();
        } catch (Exception e) {
            run.close();
            throw e;
        }
        return run;
    }

    /** So many blows of the kinds that chance chooses. */
    public Outcome blows(int number) throws Exception {
        for (int blow = 1; blow <= number; blow++) {
            round(Blow.any(random));
            if (blow % TELL_EVERY == 0) {
                System.out.printf("%d of %d kills %s, %d differences%n", blow, number, kills, all().size());
            }
        }
        return outcome();
    }

    /** One blow of each of these. */
    public Outcome blows(List<Blow> blows) throws Exception {
        for (Blow blow : blows) {
            round(blow);
        }
        return outcome();
    }

    private void signIn() throws Exception {
        String password = city.password();
        for (int i = 0; i < CLIENTS; i++) {
            var chance = new Random(random.nextLong());
            boolean first = i < CLIENTS / 4 || i >= CLIENTS / 2;
            UUID unit = unit(first ? "commune-11311-c" : "commune-11329-c");
            String suffix = first ? "" : "-2";
            clients.add(
                    i < CLIENTS / 2
                            ? new Official(
                                    List.of(
                                            visitor("mot-cua" + suffix, password),
                                            visitor("thu-ly" + suffix, password),
                                            visitor("lanh-dao" + suffix, password)),
                                    unit,
                                    first,
                                    seen,
                                    chance)
                            : new Applicant(
                                    visitor(List.of("lan", "minh", "hoa").get(i % 3), password), unit, seen, chance));
        }
    }

    private Visitor visitor(String username, String password) {
        var visitor = new Visitor(city.address(), seen);
        visitor.signIn(username, password);
        return visitor;
    }

    private UUID unit(String key) throws Exception {
        try (Connection connection = city.connect()) {
            return UUID.fromString(one(connection, UNIT, key));
        }
    }

    private void round(Blow blow) throws Exception {
        pause = false;
        List<Future<?>> working = new ArrayList<>();
        for (Client client : clients) {
            working.add(threads.submit(() -> {
                while (!pause && client.work()) {
                    Thread.onSpinWait();
                }
            }));
        }
        rest(SHORTEST_LOAD, LONGEST_LOAD);
        strike(blow);
        pause = true;
        city.waitUntilItAnswers();
        join(working);
        settle();
        kills.merge(blow, 1, Integer::sum);
        reconcile();
    }

    private void strike(Blow blow) throws IOException, InterruptedException {
        switch (blow) {
            case DATABASE -> city.killDatabase();
            case PROGRAM, TWICE -> city.killProgram();
            case BOTH -> {
                city.killDatabase();
                city.killProgram();
            }
        }
        if (blow.hitsProgram()) {
            city.launch();
        }
        if (blow == Blow.TWICE) {
            rest(Duration.ZERO, LONGEST_START);
            city.killProgram();
            city.launch();
        }
    }

    private void settle() throws Exception {
        List<Future<?>> settling = new ArrayList<>();
        for (Client client : clients) {
            settling.add(threads.submit(() -> {
                for (int attempt = 0; !client.settle(); attempt++) {
                    if (attempt == ATTEMPTS) {
                        seen.complain("never answered again");
                        return;
                    }
                    pauseShortly();
                }
            }));
        }
        join(settling);
    }

    private void reconcile() throws Exception {
        var asks = seen.asks();
        try (Connection connection = city.connect()) {
            // The newest suffice here, with those begun just before them; the end looks at all.
            differences.addAll(Reconciliation.of(asks, Math.max(0, reconciled - CLIENTS * 4), connection, city.home()));
            for (Ask ask : asks.subList(reconciled, asks.size())) {
                if (ask.is(Kind.SUBMIT, Fate.ACKNOWLEDGED) && told.add(ask.mark)) {
                    seen.handIn(one(connection, CASE_OF, String.valueOf(ask.told)));
                }
            }
        }
        reconciled = asks.size();
    }

    private Outcome outcome() throws Exception {
        try (Connection connection = city.connect()) {
            differences.addAll(Reconciliation.of(seen.asks(), 0, connection, city.home()));
        }
        for (String verb : List.of("verify-journal", "verify-indicators")) {
            String said = city.verb(verb);
            System.out.println(
                    verb + ": " + said.lines().reduce((first, last) -> last).orElse(""));
            if (!said.startsWith("0 ")) {
                differences.add(verb + ": " + said);
            }
        }
        Map<Kind, Long> acknowledged = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            acknowledged.put(kind, seen.acknowledged(kind));
        }
        return new Outcome(
                seed,
                new EnumMap<>(kills),
                seen.answers(),
                seen.lost(),
                seen.repetitions(),
                acknowledged,
                seen.count(Fate.REFUSED),
                seen.count(Fate.UNKNOWN),
                all());
    }

    /** What would differ had a client seen this one too; for whoever wants to know that the reconciliation can see. */
    List<String> differencesWith(Ask ask) throws Exception {
        try (Connection connection = city.connect()) {
            return Reconciliation.of(List.of(ask), 0, connection, city.home());
        }
    }

    private List<String> all() {
        var all = new ArrayList<>(seen.complaints());
        differences.stream().distinct().forEach(all::add);
        return all;
    }

    private void rest(Duration shortest, Duration longest) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextLong(shortest.toMillis(), longest.toMillis()));
    }

    private static void pauseShortly() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(List<Future<?>> futures) throws InterruptedException, ExecutionException {
        for (Future<?> future : futures) {
            future.get();
        }
    }

    private static String one(Connection connection, String query, String value) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("nothing for " + value + ": " + query);
                }
                return rows.getString(1);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clients.forEach(Client::close);
        city.close();
    }
}

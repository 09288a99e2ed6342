package vn.haidang.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.DatabaseRole;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.Indicators.Figure;
import vn.haidang.indicator.Indicators.Question;
import vn.haidang.indicator.UnitScope;
import vn.haidang.indicator.UnitScope.Tree;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** Thousands of random acts by several writers, some rolled back, some killed, folders killed too: every figure stays exact. */
@Tag("long")
@ModuleTest
@Import(Tally.class)
class ExactnessModuleTests {

    private static final int WRITERS = 4;
    /** Two folders and four writers share the machine with the reading. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int ACTS = 400;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 420;
    private static final List<String> DEVICES = List.of("phone", "desktop", "tablet");
    private static final long SEED = 227;

    private final Indicators indicators;
    private final Tally tally;
    private final Folder folder;
    private final VerifyIndicators verb;
    private final Units units;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final JdbcClient database;
    private final ConcurrentLinkedQueue<Tally.Entry> known = new ConcurrentLinkedQueue<>();
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicBoolean working = new AtomicBoolean();

    ExactnessModuleTests(
            Indicators indicators,
            Tally tally,
            Folder folder,
            VerifyIndicators verb,
            Units units,
            TransactionTemplate transaction,
            MovableClock clock,
            JdbcClient database) {
        this.indicators = indicators;
        this.tally = tally;
        this.folder = folder;
        this.verb = verb;
        this.units = units;
        this.transaction = transaction;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void agreesWithTheRecordsAfterThousandsOfActsWithRolledBackAndKilledOnesAmongThem() throws Exception {
        clock.moveBy(Duration.ofDays(30)); // past whatever other tests took back later than they recorded it
        var places = places();
        var stop = new AtomicBoolean();
        var backends = disturbances(stop);
        try {
            agree(places, stop, backends);
        } finally {
            stop.set(true);
        }
    }

    private void agree(List<Unit> places, AtomicBoolean stop, List<Future<?>> backends) throws Exception {
        var snapshots = new HashMap<LocalDate, List<Figure>>();
        var random = new Random(SEED);
        var questions = questions(places, random);

        for (var round = 0; round < 3; round++) {
            working.set(true);
            work(places, random);
            working.set(false);
            var figures = await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> indicators.read(questions), Objects::nonNull);
            compare(figures, tally.all());
            snapshots.put(LocalDate.now(clock), figures);
            assertThat(differences(verify())).isEmpty();
            clock.moveBy(Duration.ofDays(3));
        }
        stop.set(true);
        for (var backend : backends) {
            backend.get();
        }

        // a folder of another context may hold some at this moment: what it holds is skipped here, so nothing folded is
        // not nothing left
        await().atMost(PATIENCE).ignoreExceptions().until(() -> folder.run() == 0 && waiting() == 0);
        compare(indicators.read(questions), tally.all());
        assertThat(differences(verify())).isEmpty();
        assertThat(killed).hasPositiveValue();
        assertThat(committed).hasValueGreaterThan(ACTS);
        for (var snapshot : snapshots.entrySet()) {
            var asKnown = indicators.read(questions.stream()
                    .map(question -> asKnownOn(question, snapshot.getKey()))
                    .toList());
            assertThat(asKnown)
                    .extracting(Figure::components)
                    .containsExactlyElementsOf(
                            snapshot.getValue().stream().map(Figure::components).toList());
        }
    }

    private long waiting() {
        return database.sql("select count(*) from indicator.delta")
                .query(Long.class)
                .single();
    }

    private void work(List<Unit> places, Random random) throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var all = new ArrayList<Future<?>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var own = new Random(random.nextLong());
                all.add(writers.submit(() -> {
                    for (var act = 0; act < ACTS; act++) {
                        act(places, own);
                    }
                }));
            }
            for (var writer : all) {
                writer.get();
            }
        }
    }

    /** One to three records come, go or change in one transaction; one of ten is taken back, and any may be killed. */
    private void act(List<Unit> places, Random random) {
        var written = new ArrayList<Tally.Entry>();
        try {
            transaction.executeWithoutResult(status -> {
                for (var i = random.nextInt(3); i >= 0; i--) {
                    var old = random.nextInt(3) == 0 ? known.poll() : null;
                    if (old != null) {
                        tally.remove(old);
                    }
                    var entry = entry(places, random);
                    tally.record(entry);
                    written.add(entry);
                }
                if (random.nextInt(10) == 0) {
                    status.setRollbackOnly();
                }
            });
            known.addAll(written);
            committed.incrementAndGet();
        } catch (DataAccessException | TransactionException lost) {
            killed.incrementAndGet();
        }
    }

    /** Two more folders, and somebody who kills connections of writers and folders alike. */
    private List<Future<?>> disturbances(AtomicBoolean stop) {
        var threads = Executors.newFixedThreadPool(3);
        var running = new ArrayList<Future<?>>();
        for (var i = 0; i < 2; i++) {
            running.add(threads.submit(() -> {
                while (!stop.get()) {
                    try {
                        folder.run();
                    } catch (DataAccessException | TransactionException lost) {
                        killed.incrementAndGet();
                    }
                }
            }));
        }
        running.add(threads.submit(() -> {
            kill(stop);
            return null;
        }));
        threads.shutdown();
        return running;
    }

    private void kill(AtomicBoolean stop) throws SQLException {
        try (var connection = TestDatabase.connectAs(DatabaseRole.APP);
                var statement = connection.prepareStatement("""
                        select pg_terminate_backend(a.pid)
                        from (
                          select pid from pg_stat_activity
                          where usename = current_user and pid <> pg_backend_pid() and state <> 'idle'
                            and (query like '%indicator.delta%' or query like '%tally.entry%')
                          order by random() limit 1) a, pg_sleep(0.05)
                        """)) {
            while (!stop.get()) {
                if (working.get()) {
                    statement.executeQuery().close();
                }
                Thread.onSpinWait();
            }
        }
    }

    private List<Unit> places() {
        var before = FIRST.withMonth(3);
        var after = LocalDate.now(clock);
        var places = new ArrayList<Unit>();
        places.add(units.city(after));
        for (var key : List.of("commune-10525-b", "commune-10525-c", "commune-10507-b", "commune-10507-c")) {
            places.add(units.byKey(key).orElseThrow());
        }
        units.ofTier(vn.haidang.organization.Tier.COMMUNE, before).stream()
                .limit(6)
                .forEach(places::add);
        units.ofTier(vn.haidang.organization.Tier.DISTRICT, before).stream()
                .limit(3)
                .forEach(places::add);
        units.ofTier(vn.haidang.organization.Tier.COMMUNE, after).stream()
                .limit(4)
                .forEach(places::add);
        return places.stream().distinct().toList();
    }

    /** A day on which the unit lived. */
    private static Tally.Entry entry(List<Unit> places, Random random) {
        while (true) {
            var unit = places.get(random.nextInt(places.size()));
            var day = FIRST.plusDays(random.nextInt(DAYS));
            if (unit.livesOn(day)) {
                return new Tally.Entry(
                        UUID.randomUUID(),
                        unit.id(),
                        day,
                        DEVICES.get(random.nextInt(DEVICES.size())),
                        "m" + random.nextInt(40),
                        1 + random.nextInt(9));
            }
        }
    }

    private static List<Question> questions(List<Unit> places, Random random) {
        var questions = new ArrayList<Question>();
        for (var i = 0; i < 60; i++) {
            var unit = i < 8 ? places.getFirst() : places.get(random.nextInt(places.size()));
            var first = FIRST.plusDays(random.nextInt(DAYS));
            var days = new DayRange(first, first.plusDays(random.nextInt(200)));
            questions.add(
                    new Question("q" + i, Tally.CODE, new UnitScope(unit.id(), null, Tree.AS_IT_WAS), days, null));
        }
        return questions;
    }

    private static Question asKnownOn(Question question, @Nullable LocalDate day) {
        return new Question(question.key(), question.measure(), question.scope(), question.days(), day);
    }

    /** Counts in Java what the statement counted in SQL. */
    private void compare(List<Figure> figures, List<Tally.Entry> entries) {
        var paths = new HashMap<Tally.Entry, Set<UnitId>>();
        for (var entry : entries) {
            paths.put(
                    entry,
                    units.path(entry.unit(), entry.day()).stream().map(Unit::id).collect(Collectors.toSet()));
        }
        for (var figure : figures) {
            var scope = figure.question().scope().unit();
            var days = figure.question().days();
            var under = entries.stream()
                    .filter(entry -> Objects.requireNonNull(paths.get(entry)).contains(scope))
                    .toList();
            var within =
                    under.stream().filter(entry -> days.contains(entry.day())).toList();
            assertThat(figure.components())
                    .as(figure.question().toString())
                    .containsEntry(
                            Tally.SUM,
                            within.stream().mapToLong(Tally.Entry::amount).sum())
                    .containsEntry(
                            Tally.STOCK,
                            under.stream()
                                    .filter(entry -> !entry.day().isAfter(days.last()))
                                    .count())
                    .containsEntry(
                            Tally.ANY,
                            within.stream().map(Tally.Entry::member).distinct().count())
                    .containsEntry(Tally.BOTH, onBoth(within))
                    .containsEntry(Tally.MEDIAN, percentile(within, 50))
                    .containsEntry(Tally.HIGH, percentile(within, 90));
        }
    }

    /** The smallest value that so many percent of the entries do not exceed. */
    private static long percentile(List<Tally.Entry> entries, int percent) {
        var sorted = entries.stream().map(Tally.Entry::amount).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static long onBoth(List<Tally.Entry> entries) {
        Map<String, Set<String>> devices = new HashMap<>();
        entries.forEach(entry -> devices.computeIfAbsent(entry.member(), member -> new HashSet<>())
                .add(entry.device()));
        return devices.values().stream()
                .filter(used -> used.containsAll(List.of("phone", "desktop")))
                .count();
    }

    /** Other classes of this JVM leave facts of measures that this context does not know. */
    private static List<String> differences(String words) {
        return words.lines()
                .filter(line -> line.startsWith("differs: "))
                .filter(line -> !line.contains(": nobody defines "))
                .toList();
    }

    private String verify() {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            var out = new ByteArrayOutputStream();
                            verb.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
                            return out.toString(StandardCharsets.UTF_8);
                        },
                        Objects::nonNull);
    }
}

package vn.haidang.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.DatabaseRole;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.WebTest;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.files.spi.FileHolder;
import vn.haidang.journal.Actor;

/** What nothing refers to leaves the records and then the disk; what anything refers to, and what is stored meanwhile, never does. */
@WebTest
class FileSweepTests {

    private final Files files;
    private final FileSweep sweep;
    private final ContentStore store;
    private final KeptContent content;
    private final ReleasedRows released;
    private final ContentKept kept;
    private final Ground ground;

    private record Ground(
            JdbcClient jdbc, TransactionTemplate transaction, MovableClock clock, List<FileHolder> holders) {}

    FileSweepTests(ApplicationContext beans, List<FileHolder> holders) {
        this.files = beans.getBean(Files.class);
        this.sweep = beans.getBean(FileSweep.class);
        this.store = beans.getBean(ContentStore.class);
        this.content = new KeptContent(beans);
        this.released = beans.getBean(ReleasedRows.class);
        this.kept = beans.getBean(ContentKept.class);
        this.ground = new Ground(
                beans.getBean(JdbcClient.class),
                beans.getBean(TransactionTemplate.class),
                beans.getBean(MovableClock.class),
                holders);
    }

    @BeforeEach
    void beginAtTheFirstFile() {
        ground.jdbc()
                .sql("update files.sweep set after_file = '00000000-0000-0000-0000-000000000000'")
                .update();
    }

    @Test
    void whatNobodyRefersToGoesWithItsBytesAndTheJournalSaysHowMuch() throws IOException {
        StoredFile left = content.stored("nobody's " + UUID.randomUUID());
        StoredFile shared = content.stored("shared " + UUID.randomUUID());
        StoredFile same = content.again(shared.sha256());
        refer(shared.id());

        sweep.run();
        assertThat(content.opened(left)).as("what was stored just now").isTrue();
        ground.clock().moveBy(FileSweep.REFERRED_WITHIN.plusHours(1));
        sweep.run();
        assertThat(known(left.id())).isFalse();
        assertThat(content.lies(left)).as("within the grace").isTrue();
        long told = acts("files/bytes-removed");
        ground.clock().moveBy(Unheld.GRACE.plusHours(1));
        sweep.run();

        assertThat(content.lies(left)).isFalse();
        assertThat(known(same.id())).as("the second name").isFalse();
        assertThat(content.opened(shared))
                .as("bytes that somebody else refers to")
                .isTrue();
        assertThat(acts("files/bytes-removed")).isEqualTo(told + 1);
        assertThat(acts("files/records-deleted")).isPositive();
        assertThat(ground.jdbc()
                        .sql("select count(*) from files.released where sha256 = :hash")
                        .param("hash", left.sha256())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyColumnThatNamesAFileIsAnsweredForAndIsAsked() {
        Set<String> answered = ground.holders().stream()
                .flatMap(holder -> holder.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answered).containsAll(released.columnsOfFiles()).hasSizeGreaterThan(7);

        List<String> silent = new ArrayList<>();
        for (FileHolder holder : ground.holders()) {
            for (String column : holder.columns()) {
                ground.transaction().executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    FileId file = new FileId(UUID.randomUUID());
                    int rows = Referring.insert(ground.jdbc(), column, file);
                    if (rows != 1 || !holder.held(List.of(file)).contains(file)) {
                        silent.add(column);
                    }
                });
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void nothingGoesWhileNobodyAnswersForAColumn() throws SQLException {
        StoredFile left = content.stored("nobody's, unanswered " + UUID.randomUUID());
        ground.clock().moveBy(FileSweep.REFERRED_WITHIN.plusHours(1));
        asOwner("create schema unanswered; create table unanswered.thing (file uuid)");
        try {
            sweep.run();
            assertThat(files.forget(List.of(left.id()), "test", Actor.SYSTEM)).isZero();
            assertThat(known(left.id())).isTrue();
        } finally {
            asOwner("drop schema unanswered cascade");
        }
        assertThat(files.forget(List.of(left.id()), "test", Actor.SYSTEM)).isOne();
    }

    @Test
    void whoeverStoresTheSameBytesWhileTheyAreTakenAwayWaitsAndKeepsTheirs() throws Exception {
        StoredFile first = content.stored("taken away and stored " + UUID.randomUUID());
        files.forget(List.of(first.id()), "test", Actor.SYSTEM);
        var claimed = new CountDownLatch(1);
        var storing = new CompletableFuture<StoredFile>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> taking = threads.submit(() -> ground.transaction().executeWithoutResult(status -> {
                assertThat(released.claim(first.sha256(), ground.clock().instant()))
                        .isTrue();
                claimed.countDown();
                awaitWaiting();
                store.remove(first.sha256());
                released.removed(first.sha256(), ground.clock().instant());
            }));
            assertThat(claimed.await(20, TimeUnit.SECONDS)).isTrue();
            threads.submit(() -> storing.complete(content.again(first.sha256())));
            taking.get(20, TimeUnit.SECONDS);
        }
        assertThat(content.opened(storing.get(20, TimeUnit.SECONDS))).isTrue();
    }

    @Test
    void aRaceOfStoringForgettingAndTakingAwayLosesNothingThatHasAName() throws Exception {
        List<String> texts = List.of("race one " + UUID.randomUUID(), "race two " + UUID.randomUUID());
        var stop = new AtomicBoolean();
        List<StoredFile> named = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(5)) {
            Future<?> taking = threads.submit(() -> {
                while (!stop.get()) {
                    takeAwayNow();
                }
            });
            List<Callable<List<StoredFile>>> people = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                var chance = new Random(person);
                people.add(() -> {
                    List<StoredFile> mine = new ArrayList<>();
                    for (int turn = 0; turn < 120; turn++) {
                        StoredFile file = content.stored(texts.get(chance.nextInt(texts.size())));
                        if (!content.opened(file)) {
                            throw new AssertionError("lost in turn " + mine.size());
                        }
                        if (turn < 119) {
                            files.forget(List.of(file.id()), "test", Actor.SYSTEM);
                        } else {
                            mine.add(file);
                        }
                    }
                    return mine;
                });
            }
            try {
                for (Future<List<StoredFile>> each : threads.invokeAll(people)) {
                    named.addAll(each.get());
                }
            } finally {
                stop.set(true);
            }
            taking.get(30, TimeUnit.SECONDS);
        }
        takeAwayNow();
        assertThat(named).hasSize(4).allMatch(content::opened);
    }

    @Test
    void aKillInTheMiddleLeavesWhatTheNextRunFinishesAndWhatIsStoredThenStays() {
        StoredFile killed = content.stored("killed " + UUID.randomUUID());
        StoredFile stays = content.stored("killed and stored again " + UUID.randomUUID());
        files.forget(List.of(killed.id(), stays.id()), "test", Actor.SYSTEM);
        for (StoredFile each : List.of(killed, stays)) {
            ground.transaction().executeWithoutResult(status -> {
                released.claim(each.sha256(), ground.clock().instant());
                store.remove(each.sha256());
                status.setRollbackOnly();
            });
        }
        StoredFile again = content.again(stays.sha256());
        long told = acts("files/bytes-removed");

        takeAwayNow();

        assertThat(content.opened(again)).isTrue();
        assertThat(content.lies(killed)).isFalse();
        assertThat(released.next(ground.clock().instant())).isEmpty();
        assertThat(acts("files/bytes-removed")).isEqualTo(told + 1);
    }

    @Test
    void whileABackupRunsNothingLeavesTheDisk() throws SQLException {
        StoredFile left = content.stored("in the snapshot " + UUID.randomUUID());
        try (var session = TestDatabase.connectAs(DatabaseRole.OWNER)) {
            kept.hold(session);
            files.forget(List.of(left.id()), "test", Actor.SYSTEM);
            takeAwayNow();
            assertThat(content.lies(left)).isTrue();
            try (var statement = session.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
        }
        takeAwayNow();
        assertThat(content.lies(left)).isFalse();
    }

    @Test
    void bytesOfAnActThatWasRolledBackGoAfterAWeekUnlessStoredAgain() {
        List<StoredFile> rolledBack = new ArrayList<>();
        for (String text : List.of("rolled back ", "rolled back and stored ")) {
            ground.transaction().executeWithoutResult(status -> {
                rolledBack.add(content.stored(text + UUID.randomUUID()));
                status.setRollbackOnly();
            });
        }
        rolledBack.forEach(this::lookAtItsShelf);
        assertThat(rolledBack).allMatch(content::lies);
        StoredFile again = content.again(rolledBack.getLast().sha256());
        refer(again.id());
        ground.clock().moveBy(FileSweep.SEEN_TWICE.plusHours(1));
        sweep.run();

        assertThat(content.lies(rolledBack.getFirst())).isFalse();
        assertThat(content.opened(again)).isTrue();
    }

    @Test
    void aFolderFullOfWhatThisDatabaseNeverKnewIsLeft() throws IOException {
        int shelf = 0xee;
        var folder = Objects.requireNonNull(store.place("ee".repeat(32)).getParent());
        java.nio.file.Files.createDirectories(folder);
        List<java.nio.file.Path> foreign = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            foreign.add(java.nio.file.Files.writeString(
                    folder.resolve("eeee" + "%060x".formatted(i)), "of another installation"));
        }
        shelf(shelf);
        sweep.run();
        ground.clock().moveBy(FileSweep.SEEN_TWICE.plusHours(1));
        shelf(shelf);
        sweep.run();

        assertThat(foreign).allMatch(java.nio.file.Files::exists);
        for (var each : foreign) {
            java.nio.file.Files.delete(each);
        }
    }

    /** As if the grace were over. */
    private void takeAwayNow() {
        ground.jdbc()
                .sql("update files.released set due_at = :now where due_at between :now and :soon")
                .param("now", ground.clock().instant().atOffset(java.time.ZoneOffset.UTC))
                .param(
                        "soon",
                        ground.clock()
                                .instant()
                                .plus(Unheld.GRACE.plusMinutes(1))
                                .atOffset(java.time.ZoneOffset.UTC))
                .update();
        sweep.takeAway();
    }

    private void lookAtItsShelf(StoredFile file) {
        shelf(Integer.parseInt(file.sha256().substring(0, 2), 16));
        sweep.run();
    }

    private void shelf(int shelf) {
        ground.jdbc()
                .sql("update files.sweep set shelf = :shelf")
                .param("shelf", shelf)
                .update();
    }

    /** Until another session waits for a lock. */
    private void awaitWaiting() {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> ground.jdbc()
                                .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private void refer(FileId file) {
        assertThat(Referring.insert(ground.jdbc(), "document.issued.file", file))
                .isOne();
    }

    private boolean known(FileId id) {
        return !files.all(List.of(id)).isEmpty();
    }

    private long acts(String verb) {
        return Objects.requireNonNull(ground.jdbc()
                .sql("select count(*) from journal.entry where verb = :verb")
                .param("verb", verb)
                .query(Long.class)
                .single());
    }

    private static void asOwner(String statements) throws SQLException {
        try (var connection = TestDatabase.connectAs(DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}

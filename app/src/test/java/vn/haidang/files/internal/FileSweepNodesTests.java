package vn.haidang.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.DatabaseRole;
import vn.haidang.MovableClock;
import vn.haidang.TestDatabase;
import vn.haidang.WebTest;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;

/**
 * Two nodes sweep one database and one folder, and one of them is killed between the disk and its commit: its session ends as the
 * operating system ends that of a killed process, and nothing of it runs any more.
 */
@WebTest
class FileSweepNodesTests {

    private static final int MANY = 12;
    private static final int TAKEN_BEFORE_THE_KILL = 3;

    private final Files files;
    private final FileSweep sweep;
    private final ContentStore store;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final ApplicationContext beans;
    private final KeptContent content;

    FileSweepNodesTests(ApplicationContext beans) {
        this.beans = beans;
        this.files = beans.getBean(Files.class);
        this.sweep = beans.getBean(FileSweep.class);
        this.store = beans.getBean(ContentStore.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MovableClock.class);
        this.content = new KeptContent(beans);
    }

    @Test
    void whatIsReferredToStaysAndWhatNobodyRefersToGoesAlthoughOneNodeDies() throws Exception {
        List<StoredFile> nobodys = new ArrayList<>();
        List<StoredFile> referred = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            nobodys.add(content.stored("nobody's " + UUID.randomUUID()));
            StoredFile shared = content.stored("shared " + UUID.randomUUID());
            StoredFile same = content.again(shared.sha256());
            assertThat(Referring.insert(jdbc, "document.issued.file", same.id()))
                    .isOne();
            referred.add(same);
            nobodys.add(shared);
        }
        files.forget(nobodys.stream().map(StoredFile::id).toList(), "test", Actor.SYSTEM);
        letTheGracePass();
        long told = acts();

        StoredFile storedMeanwhile;
        try (Connection session = TestDatabase.connectAs(DatabaseRole.APP)) {
            var killed = new KilledNode(session);
            assertThatThrownBy(killed.sweep()::takeAway)
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
            storedMeanwhile = Objects.requireNonNull(killed.store.meanwhile).get(20, TimeUnit.SECONDS);
        }
        assertThat(content.opened(storedMeanwhile))
                .as("stored while the killed node took it away")
                .isTrue();
        assertThat(referred).allMatch(content::opened);
        assertThat(untold()).as("taken away by the killed node").isGreaterThanOrEqualTo(TAKEN_BEFORE_THE_KILL);

        sweep.takeAway();

        assertThat(content.opened(storedMeanwhile))
                .as("stored while the killed node took it away")
                .isTrue();
        assertThat(referred).as("referred to").allMatch(content::opened);
        assertThat(nobodys)
                .filteredOn(file -> content.lies(file) && !file.sha256().equals(storedMeanwhile.sha256()))
                .as("nobody's")
                .allMatch(
                        file -> referred.stream().anyMatch(kept -> kept.sha256().equals(file.sha256())));
        assertThat(due()).isZero();
        assertThat(untold()).isZero();
        assertThat(acts())
                .as("what the killed node took away is told by the other")
                .isEqualTo(told + 1);
    }

    /** A node with a session and a view of the folder of its own. */
    private final class KilledNode {

        private final DyingStore store;
        private final FileSweep sweep;

        KilledNode(Connection session) throws SQLException {
            var source = new SingleConnectionDataSource(session, true);
            JdbcClient own = JdbcClient.create(source);
            long backend = own.sql("select pg_backend_pid()").query(Long.class).single();
            this.store = new DyingStore(backend);
            this.sweep = new FileSweep(
                    beans.getBean(FileRows.class),
                    new ReleasedRows(own),
                    beans.getBean(Unheld.class),
                    store,
                    beans.getBean(Journal.class),
                    new FileSweep.Work(clock, new TransactionTemplate(new JdbcTransactionManager(source))));
        }

        FileSweep sweep() {
            return sweep;
        }
    }

    /** Takes some away; then the same bytes are just being stored by another node, they leave the disk, and this node is killed. */
    private final class DyingStore extends ContentStore {

        private final long backend;
        private int taken;
        private @Nullable CompletableFuture<StoredFile> meanwhile;

        DyingStore(long backend) {
            super(home(), "", 0);
            this.backend = backend;
        }

        @Override
        void remove(String sha256) {
            if (!content.holds(sha256) || taken++ < TAKEN_BEFORE_THE_KILL) {
                super.remove(sha256);
                return;
            }
            meanwhile = CompletableFuture.supplyAsync(() -> content.again(sha256));
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> waitingFor(backend));
            super.remove(sha256);
            assertThat(jdbc.sql("select pg_terminate_backend(cast(:pid as integer))")
                            .param("pid", backend)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    private boolean waitingFor(long backend) {
        return jdbc.sql(
                                "select count(*) from pg_stat_activity where cast(:pid as integer) = any(pg_blocking_pids(pid))")
                        .param("pid", backend)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The folder above the root of {@link #store}. */
    private Path home() {
        Path place = store.place("ee".repeat(32));
        return place.resolve("../../../..").normalize();
    }

    private void letTheGracePass() {
        clock.moveBy(Unheld.GRACE.plusHours(1));
    }

    private long due() {
        return jdbc.sql("select count(*) from files.released where removed_at is null and due_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long untold() {
        return count("select count(*) from files.released where removed_at is not null");
    }

    private long acts() {
        return count("select count(*) from journal.entry where verb = 'files/bytes-removed'");
    }

    private long count(@Language("SQL") String statement) {
        return jdbc.sql(statement).query(Long.class).single();
    }
}

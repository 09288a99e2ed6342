package vn.haidang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL for tests: one server and one fresh database per test JVM, the roles of production, migrated by the
 * context that uses it. Durability is off, so that tests are fast; tests of durability start their own
 * {@link EmbeddedDatabase}. Tests own their rows: nothing is cleaned between them. Jobs do not run by themselves: the contexts of
 * one JVM share the database but not the clock, so the nightly job of one would forget what another is working on; tests call jobs.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** When the clock of every test context starts: a Monday morning in an open office. */
    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "shared_buffers", "64MB",
            "max_connections", "100");

    private static final class Server {

        /** The hook below and every open context: contexts still write while they close. */
        static final Phaser USERS = new Phaser(1);

        static final EmbeddedDatabase RUNNING = start();

        private static void closeAfterContexts(EmbeddedDatabase database) {
            try {
                USERS.awaitAdvanceInterruptibly(USERS.arrive(), 20, TimeUnit.SECONDS);
            } catch (InterruptedException | TimeoutException hurried) {
                // A context that does not close is not waited for any longer.
            }
            database.close();
        }

        private static EmbeddedDatabase start() {
            var database = inFirstFreeHome();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterContexts(database), "test-database"));
            makeAnew(database);
            return database;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "haidang.clock=" + START,
                        // the contexts of one JVM share the database: another's clock may have been ahead
                        "haidang.clock-back=accept",
                        "haidang.demo-scale=0",
                        "db-scheduler.enabled=false")
                .applyTo(context);
        context.getBeanFactory().registerSingleton("testSourcesLeftOut", new TestSourcesLeftOut());
        Server.USERS.register();
        ((DefaultListableBeanFactory) context.getBeanFactory())
                .registerDisposableBean("testDatabaseLease", Server.USERS::arriveAndDeregister);
        context.getBeanFactory().registerSingleton("home", Server.RUNNING.home());
        context.getBeanFactory().registerSingleton("embeddedDatabase", Server.RUNNING);
    }

    /** A connection of one's own under a role of production, to prove what the role may not do. */
    public static Connection connectAs(DatabaseRole role) throws SQLException {
        var address = Server.RUNNING.address(role);
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static EmbeddedDatabase inFirstFreeHome() {
        for (var number = 0; number < 8; number++) {
            try {
                return EmbeddedDatabase.start(Home.at(Path.of("target", "test-home", "server-" + number)), FAST);
            } catch (StartRefused e) {
                if (e.getCause() != null) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("eight test runs hold all test homes");
    }

    private static void makeAnew(EmbeddedDatabase database) {
        try {
            var password = database.home().secret("database-postgres");
            var url = database.address(DatabaseRole.OWNER).url().replace("/" + EmbeddedDatabase.DATABASE, "/postgres");
            try (var connection = DriverManager.getConnection(url, "postgres", password);
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + EmbeddedDatabase.DATABASE + " with (force)");
            }
            // seals of a database that is gone would be a cut tail
            Files.deleteIfExists(database.home().folder("journal").resolve("seals.log"));
            new DatabasePreparation(database.port(), password).prepare(database.home());
        } catch (Exception e) {
            throw new IllegalStateException("the test database could not be made anew", e);
        }
    }
}

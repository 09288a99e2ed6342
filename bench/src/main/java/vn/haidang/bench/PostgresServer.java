package vn.haidang.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One PostgreSQL with an empty data directory, the binaries the product ships and the settings every contender gets.
 *
 * <p>Durability is on. The settings are read back from the running server: one that is not as promised is refused.
 */
public final class PostgresServer implements AutoCloseable {

    /** Read back as {@code show} answers. */
    static final Map<String, String> SETTINGS = settings();

    private final EmbeddedPostgres postgres;
    private final ProcessTree tree;

    private PostgresServer(EmbeddedPostgres postgres, ProcessTree tree) {
        this.postgres = postgres;
        this.tree = tree;
    }

    /** Starts a server whose data lies in the given folder, which must not exist or be empty. */
    public static PostgresServer start(Path data) throws IOException, SQLException {
        if (Files.exists(data)) {
            try (var inside = Files.list(data)) {
                if (inside.findAny().isPresent()) {
                    throw new IllegalArgumentException("not empty: " + data);
                }
            }
        }
        return again(data);
    }

    /** Starts a server on a data directory that an earlier one left. */
    public static PostgresServer again(Path data) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60));
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        var server = new PostgresServer(postgres, new ProcessTree(pid));
        try {
            server.refuseOtherSettings();
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Address of the database, for the superuser, without a password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    /** Address of the same database for another role, who needs no password either. */
    public String jdbcUrl(String role) {
        return jdbcUrl() + "?user=" + role;
    }

    /** Name of the superuser. */
    public String user() {
        return "postgres";
    }

    /** A new connection as the superuser. */
    public Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** Processor time of the server: postmaster, back ends, background workers, and those that have ended. */
    public Duration cpu() {
        return tree.cpu();
    }

    /** Writes out what earlier work left behind, so that what is measured next does not pay for it. */
    public void settle() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** The one number the query answers. */
    public long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    /** The one value the query answers, as text. */
    public String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("no row: " + query);
            }
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void refuseOtherSettings() throws SQLException {
        for (var setting : SETTINGS.entrySet()) {
            String actual = text("show " + setting.getKey());
            if (!actual.equals(setting.getValue())) {
                throw new IllegalStateException(
                        "%s is %s, not %s".formatted(setting.getKey(), actual, setting.getValue()));
            }
        }
    }

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "1GB");
        settings.put("jit", "off");
        return settings;
    }
}

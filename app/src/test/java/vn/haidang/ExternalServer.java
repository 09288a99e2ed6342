package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A PostgreSQL of somebody else: the embedded one stands in for it, with what the program makes there removed, and roles and database
 * made as docs/operations/external-database.md says.
 */
final class ExternalServer implements AutoCloseable {

    private static final Path MANUAL = Path.of("..", "docs", "operations", "external-database.md");
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "32MB");
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final EmbeddedDatabase server;

    private ExternalServer(EmbeddedDatabase server) {
        this.server = server;
    }

    static ExternalServer start(Path folder) throws IOException, SQLException {
        var external = new ExternalServer(EmbeddedDatabase.start(Home.at(folder), FAST));
        external.asTheManualSays();
        return external;
    }

    /** What a node is told about its database. */
    Map<String, String> settings() {
        return Map.of(
                "HAIDANG_DATABASE_URL", url("haidang", "haidang_app", "app-password"),
                "HAIDANG_DATABASE_OWNER_URL", url("haidang", "haidang_owner", "owner-password"),
                "HAIDANG_DATABASE_RETENTION_URL", url("haidang", "haidang_retention", "retention-password"));
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(url("haidang", "haidang_owner", "owner-password"));
    }

    Connection app() throws SQLException {
        return DriverManager.getConnection(url("haidang", "haidang_app", "app-password"));
    }

    void execute(String sql) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(ask(sql));
    }

    String ask(String sql) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        }
    }

    private void asTheManualSays() throws IOException, SQLException {
        var block = SQL.matcher(Files.readString(MANUAL));
        assertThat(block.find()).isTrue();
        try (var connection = DriverManager.getConnection(
                        url("postgres", "postgres", server.home().secret("database-postgres")));
                var statement = connection.createStatement()) {
            statement.execute("drop database haidang with (force)");
            for (var role : DatabaseRole.values()) {
                statement.execute("drop role " + role.roleName());
            }
            for (var line : block.group(1).split(";\n", -1)) {
                if (!line.isBlank()) {
                    statement.execute(line);
                }
            }
        }
    }

    private String url(String database, String user, String password) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database + "?user=" + user + "&password="
                + password;
    }

    @Override
    public void close() {
        server.close();
    }
}

package vn.haidang;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes roles and database before the first migration; repeating it changes nothing. */
final class DatabasePreparation {

    private final int port;
    private final String password;

    DatabasePreparation(int port, String password) {
        this.port = port;
        this.password = password;
    }

    void prepare(Home home) throws IOException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (var role : DatabaseRole.values()) {
                role(statement, role.roleName(), home.secret("database-" + role.roleName()));
            }
            if (!exists(statement, "select from pg_database where datname = '" + EmbeddedDatabase.DATABASE + "'")) {
                statement.execute(
                        "create database " + EmbeddedDatabase.DATABASE + " owner " + DatabaseRole.OWNER.roleName());
                statement.execute("revoke all on database " + EmbeddedDatabase.DATABASE + " from public");
            }
            statement.execute("grant connect on database " + EmbeddedDatabase.DATABASE + " to "
                    + DatabaseRole.APP.roleName() + ", " + DatabaseRole.RETENTION.roleName());
        } catch (SQLException e) {
            throw new IOException("roles and database could not be made: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }

    private static void role(Statement statement, String name, String secret) throws SQLException {
        if (exists(statement, "select from pg_roles where rolname = '" + name + "'")) {
            return;
        }
        statement.execute("create role " + name + " login nosuperuser nocreatedb nocreaterole noreplication password '"
                + secret + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}

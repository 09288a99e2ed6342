package vn.haidang;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * All tables of the platform as one transaction sees them, for the owner. Rows are written as PostgreSQL copies them in text, under
 * settings of our own, so that the same rows are the same bytes on every server.
 */
final class DatabaseSnapshot implements AutoCloseable {

    static final String SETTINGS = """
            set local timezone = 'UTC';
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'iso_8601';
            set local bytea_output = 'hex';
            set local extra_float_digits = 1;
            set local synchronize_seqscans = off;
            set local lock_timeout = '60s';
            set local statement_timeout = 0
            """;

    static final String OURS = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')";

    private static final String HISTORY = "flyway_schema_history";

    @Language("SQL")
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name, obj_description(c.oid, 'pg_class') as comment,
              (select format('%I.%I', pn.nspname, p.relname)
               from pg_inherits i join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
               where i.inhrelid = c.oid) as parent,
              pg_get_expr(c.relpartbound, c.oid) as bound,
              array_agg(a.attname::text order by a.attnum) as columns,
              array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relkind = 'r' and """ + " " + OURS + """

            group by c.oid, n.nspname, c.relname, c.relpartbound
            order by 1
            """;

    @Language("SQL")
    private static final String SEQUENCES = """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and """ + " " + OURS + " order by 1";

    @Language("SQL")
    private static final String HISTORIES = """
            select c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = 'platform' and c.relname like 'flyway_schema_history%'
            order by 1
            """;

    private final Connection connection;

    DatabaseSnapshot(Connection connection) {
        this.connection = connection;
    }

    /** Lets everything be held that the snapshot will name, then begins the transaction; what others write from here on is not seen. */
    static DatabaseSnapshot take(DatabaseAddress owner, List<KeptInHome> kept) throws SQLException {
        var connection = owner.source().getConnection();
        try {
            for (var module : kept) {
                module.hold(connection);
            }
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var snapshot = new DatabaseSnapshot(connection);
            snapshot.execute(SETTINGS);
            return snapshot;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    String server() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** How far each module has come, as its migrations were recorded. */
    List<BackupManifest.History> histories() throws SQLException {
        List<BackupManifest.History> histories = new ArrayList<>();
        for (var table : texts(HISTORIES)) {
            var module = table.equals(HISTORY) ? Migrations.ROOT : table.substring(HISTORY.length() + 1);
            texts("select version from platform." + table + " where version is not null and success").stream()
                    .max(Comparator.comparing(MigrationVersion::fromVersion))
                    .ifPresent(version -> histories.add(new BackupManifest.History(module, version)));
        }
        return histories;
    }

    /** Tables with their shape; rows and hash are not known yet. Nobody drops or renames one while the transaction lasts. */
    List<BackupManifest.Table> tables() throws SQLException {
        List<BackupManifest.Table> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(table(rows));
            }
        }
        return tables;
    }

    void lock(List<BackupManifest.Table> tables) throws SQLException {
        if (!tables.isEmpty()) {
            execute("lock table "
                    + tables.stream().map(BackupManifest.Table::name).collect(Collectors.joining(", "))
                    + " in access share mode");
        }
    }

    List<BackupManifest.Sequence> sequences() throws SQLException {
        List<BackupManifest.Sequence> sequences = new ArrayList<>();
        for (var name : texts(SEQUENCES)) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new BackupManifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** Answers how many rows were written. */
    long copy(BackupManifest.Table table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table.name() + " (" + columns(table) + ") to stdout", out);
    }

    static String columns(BackupManifest.Table table) {
        return table.columns().stream()
                .map(column -> "\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static BackupManifest.Table table(ResultSet row) throws SQLException {
        var names = strings(row.getArray("columns"));
        var types = strings(row.getArray("types"));
        List<BackupManifest.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(new BackupManifest.Column(names[i], types[i]));
        }
        @Nullable String parent = row.getString("parent");
        @Nullable String bound = row.getString("bound");
        return new BackupManifest.Table(
                row.getString("name"),
                columns,
                parent == null || bound == null ? null : new BackupManifest.Partition(parent, bound),
                row.getString("comment"),
                0,
                new BackupManifest.Part("", 0, ""));
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    List<String> texts(@Language("SQL") String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    void execute(@Language("SQL") String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (var open = connection) {
            open.rollback();
        }
    }
}

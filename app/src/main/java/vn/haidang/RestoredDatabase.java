package vn.haidang;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.intellij.lang.annotations.Language;
import org.postgresql.PGConnection;

/**
 * Brings a backup's tables into an empty database: the migrations make the tables, one transaction fills them, reads them back and
 * compares every hash. Until it commits, a schema of its own says that the database is not whole; nothing starts on it.
 */
final class RestoredDatabase {

    /** The schema that stands while a restore is under way. */
    static final String UNFINISHED = "restore_unfinished";

    @Language("SQL")
    private static final String SCHEMAS =
            "select n.nspname from pg_namespace n where " + DatabaseSnapshot.OURS + " order by 1";

    @Language("SQL")
    private static final String REFERENCES = """
            select format('%I.%I', n.nspname, r.relname), format('%I.%I', fn.nspname, f.relname)
            from pg_constraint c
            join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
            join pg_class f on f.oid = c.confrelid join pg_namespace fn on fn.oid = f.relnamespace
            where c.contype = 'f' and c.conrelid <> c.confrelid and not c.condeferrable
            """;

    private final DatabaseAddress owner;

    RestoredDatabase(DatabaseAddress owner) {
        this.owner = owner;
    }

    /** Whether an earlier restore was cut off here. */
    boolean isUnfinished() throws SQLException {
        return schemas().contains(UNFINISHED);
    }

    boolean isEmpty() throws SQLException {
        return schemas().isEmpty();
    }

    void begin() throws SQLException {
        execute("create schema " + UNFINISHED);
    }

    /** Removes everything of ours, the mark of the unfinished last. */
    void clear() throws SQLException {
        for (var schema : schemas()) {
            if (!schema.equals(UNFINISHED)) {
                execute("drop schema \"" + schema + "\" cascade");
            }
        }
        execute("drop schema if exists " + UNFINISHED);
    }

    /** Whole, or not at all: on any failure nothing was committed. */
    void fill(BackupReading backup) throws SQLException, IOException {
        var manifest = backup.manifest();
        Migrations.run(owner, manifest.histories());
        try (var connection = owner.source().getConnection()) {
            connection.setAutoCommit(false);
            var database = new DatabaseSnapshot(connection);
            database.execute(DatabaseSnapshot.SETTINGS);
            database.execute("set constraints all deferred");
            shape(database, manifest.tables());
            database.execute("truncate "
                    + manifest.tables().stream().map(BackupManifest.Table::name).collect(Collectors.joining(", ")));
            for (var table : inOrder(connection, manifest.tables())) {
                load(connection, table, backup);
            }
            for (var sequence : manifest.sequences()) {
                database.execute(
                        "select setval('%s', %d, %b)".formatted(sequence.name(), sequence.value(), sequence.called()));
            }
            readBack(database, manifest.tables());
            database.execute("drop schema " + UNFINISHED);
            connection.commit();
            connection.setAutoCommit(true);
            database.execute("analyze "
                    + manifest.tables().stream().map(BackupManifest.Table::name).collect(Collectors.joining(", ")));
        }
    }

    /** The parts of partitioned tables come and go while the product runs; they are made as they were. */
    private static void shape(DatabaseSnapshot database, List<BackupManifest.Table> wanted) throws SQLException {
        Map<String, BackupManifest.Table> present = new HashMap<>();
        for (var table : database.tables()) {
            present.put(table.name(), table);
        }
        var names = wanted.stream().map(BackupManifest.Table::name).collect(Collectors.toSet());
        for (var table : present.values()) {
            if (!names.contains(table.name())) {
                if (table.partition() == null) {
                    throw BackupProblems.doesNotFit(table.name());
                }
                database.execute("drop table " + table.name());
            }
        }
        for (var table : wanted) {
            var there = present.get(table.name());
            if (there == null) {
                create(database, table, wanted);
            } else if (!Set.copyOf(there.columns()).equals(Set.copyOf(table.columns()))) {
                throw BackupProblems.doesNotFit(table.name());
            }
        }
    }

    private static void create(DatabaseSnapshot database, BackupManifest.Table table, List<BackupManifest.Table> wanted)
            throws SQLException {
        var partition = table.partition();
        var like = partition != null ? partition.parent() : formerParent(table, wanted);
        database.execute("create table " + table.name() + " (like " + like + " including all)");
        if (table.comment() != null) {
            database.execute("comment on table " + table.name() + " is '"
                    + table.comment().replace("'", "''") + "'");
        }
        if (partition != null) {
            database.execute("alter table " + partition.parent() + " attach partition " + table.name() + " "
                    + partition.bound());
        }
    }

    /** A table that was detached: its columns are those of a partition of the same schema. */
    private static String formerParent(BackupManifest.Table table, List<BackupManifest.Table> wanted) {
        var schema = table.name().substring(0, table.name().indexOf('.') + 1);
        for (var other : wanted) {
            var partition = other.partition();
            if (partition != null
                    && other.name().startsWith(schema)
                    && Set.copyOf(other.columns()).equals(Set.copyOf(table.columns()))) {
                return partition.parent();
            }
        }
        throw BackupProblems.doesNotFit(table.name());
    }

    /** Those first that others refer to. */
    private static List<BackupManifest.Table> inOrder(Connection connection, List<BackupManifest.Table> tables)
            throws SQLException {
        Map<String, Set<String>> needed = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                needed.computeIfAbsent(rows.getString(1), name -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        Set<BackupManifest.Table> ordered = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        var left = new ArrayList<>(tables);
        while (!left.isEmpty()) {
            var ready = left.stream()
                    .filter(table -> done.containsAll(needed.getOrDefault(table.name(), Set.of())))
                    .toList();
            if (ready.isEmpty()) {
                throw BackupProblems.doesNotFit(left.getFirst().name());
            }
            ordered.addAll(ready);
            ready.forEach(table -> done.add(table.name()));
            left.removeAll(ready);
        }
        return List.copyOf(ordered);
    }

    private static void load(Connection connection, BackupManifest.Table table, BackupReading backup)
            throws SQLException, IOException {
        try (var in = backup.open(table.part())) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + DatabaseSnapshot.columns(table) + ") from stdin", in);
            if (rows != table.rows()) {
                throw BackupProblems.damaged(table.part().entry());
            }
        }
    }

    /** Rows lie in the order in which they were loaded, so the same rows are the same bytes. */
    private static void readBack(DatabaseSnapshot database, List<BackupManifest.Table> tables)
            throws SQLException, IOException {
        for (var table : tables) {
            var digest = BackupArchive.sha256();
            database.copy(table, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            if (!table.part().sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
                throw BackupProblems.doesNotFit(table.name());
            }
        }
    }

    private List<String> schemas() throws SQLException {
        try (var connection = owner.source().getConnection()) {
            return new DatabaseSnapshot(connection).texts(SCHEMAS);
        }
    }

    private void execute(@Language("SQL") String sql) throws SQLException {
        try (var connection = owner.source().getConnection()) {
            new DatabaseSnapshot(connection).execute(sql);
        }
    }
}

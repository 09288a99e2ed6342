package vn.haidang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Fills the product's own tables with the residents, officials and cases of a big city, set by set: what took people a year is
 * written in minutes. It copies what the cases of a small demo city hold, so that every page has something true to show; it leaves
 * out journal, single facts and files, which the measured pages do not read.
 */
final class CityYear {

    private static final int AT_ONCE = 25_000;

    private final PostgresServer server;
    private final Map<String, String> parts;

    CityYear(PostgresServer server) {
        this.server = server;
        this.parts = parts(resource("city-year.sql"));
    }

    /** Residents, officials, services and figures, once; the password of every official is the bench's. */
    void people(int residents) throws SQLException {
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            settle(
                    connection,
                    Map.of("bench.residents", String.valueOf(residents), "bench.password", HaidangDatabase.HASH));
            execute(connection, resource("city-year-before.sql"));
            for (String part : new String[] {"residents", "officials", "restricted", "catalogue", "figures"}) {
                execute(connection, part(part));
            }
            connection.commit();
        }
    }

    /** Who may open every figure of the city, once the program has started. */
    void auditor() throws SQLException {
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            settle(connection, Map.of("bench.password", HaidangDatabase.HASH));
            execute(connection, part("auditor"));
            connection.commit();
        }
    }

    /**
     * The cases with these numbers, counted from 1; the same numbers are the same cases.
     *
     * @param open how many of a hundred are open
     * @param large how many of a hundred lie with one large department
     */
    void cases(int from, int to, int residents, int open, int large, Consumer<String> progress)
            throws SQLException, InterruptedException {
        unhurried(true);
        List<String> indexes = dropIndexes();
        var parts = IntStream.iterate(from, first -> first <= to, first -> first + AT_ONCE)
                .boxed()
                .toList();
        var settings = Map.of(
                "bench.first", String.valueOf(from),
                "bench.last", String.valueOf(to),
                "bench.residents", String.valueOf(residents),
                "bench.open", String.valueOf(open),
                "bench.large", String.valueOf(large),
                "session_replication_role", "replica");
        try (var workers = Executors.newFixedThreadPool(Machine.cores())) {
            for (var written : workers.invokeAll(parts.stream()
                    .map(first -> (Callable<Void>) () -> {
                        int last = Math.min(to, first + AT_ONCE - 1);
                        write(first, last, settings);
                        progress.accept("%,d to %,d of %,d cases".formatted(first, last, to));
                        return null;
                    })
                    .toList())) {
                written.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
        for (String index : indexes) {
            alone(index);
        }
        unhurried(false);
        maintain();
    }

    private void write(int first, int last, Map<String, String> settings) throws SQLException {
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            settle(connection, settings);
            settle(connection, Map.of("bench.from", String.valueOf(first), "bench.to", String.valueOf(last)));
            execute(connection, part("cases"));
            connection.commit();
        }
    }

    /** Indexes that are no keys are made anew when all is there, in a fraction of the time; how to make them is returned. */
    private List<String> dropIndexes() throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select pg_get_indexdef(i.indexrelid), 'drop index ' || i.indexrelid::regclass
                        from pg_index i
                        where i.indrelid in ('casework.case_file'::regclass, 'casework.visit'::regclass, 'casework.work_item'::regclass,
                            'casework.event'::regclass, 'casework.pause'::regclass, 'publicservice.application'::regclass)
                          and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                        """)) {
            while (rows.next()) {
                made.add(rows.getString(1));
                dropped.add(rows.getString(2));
            }
        }
        for (String drop : dropped) {
            alone(drop);
        }
        return made;
    }

    private void alone(String sql) throws SQLException {
        try (Connection connection = server.connect()) {
            execute(connection, "set maintenance_work_mem = '512MB'");
            execute(connection, sql);
        }
    }

    /** Checkpoints while the cases are written would only write the same pages again and again. */
    private void unhurried(boolean on) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system " + (on ? "set max_wal_size = '24GB'" : "reset max_wal_size"));
            statement.execute("alter system " + (on ? "set checkpoint_timeout = '1h'" : "reset checkpoint_timeout"));
            statement.execute("select pg_reload_conf()");
        }
    }

    /** As the server would do by itself in the hours after. */
    private void maintain() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private String part(String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("no part " + name);
        }
        return part;
    }

    private static void settle(Connection connection, Map<String, String> settings) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            for (var setting : settings.entrySet()) {
                statement.setString(1, setting.getKey());
                statement.setString(2, setting.getValue());
                statement.execute();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split("(?m)^-- part: ")) {
            int end = part.indexOf('\n');
            parts.put(part.substring(0, end).strip(), part.substring(end));
        }
        return parts;
    }

    private static String resource(String name) {
        try (var in = CityYear.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.haidang;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table as text, in an order of its own: what two equal databases have in common. */
final class TableDump {

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename)
            from pg_tables
            where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'public')
            """;

    private TableDump() {}

    static Map<String, List<String>> of(Connection connection) throws SQLException {
        var dump = new TreeMap<String, List<String>>();
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            for (var table : texts(connection, TABLES)) {
                dump.put(table, texts(connection, "select t::text from " + table + " t order by 1"));
            }
            dump.put(
                    "sequences",
                    texts(
                            connection,
                            "select concat_ws(' ', schemaname, sequencename, last_value) from pg_sequences order by 1"));
        }
        return dump;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}

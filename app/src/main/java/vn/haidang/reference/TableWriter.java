package vn.haidang.reference;

import java.util.Collection;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How importers write the rows of a table: many at once, the components of a record being the statement's named parameters. */
@Component
public class TableWriter {

    private final NamedParameterJdbcOperations batch;
    private final JdbcClient jdbc;

    TableWriter(NamedParameterJdbcOperations batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Runs the statement for all records in one batch. */
    public void write(@Language("SQL") String store, Collection<? extends Record> records) {
        batch.batchUpdate(
                store,
                records.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }

    /** Clears the table, then writes all records. */
    public void replace(
            @Language("SQL") String clear, @Language("SQL") String store, Collection<? extends Record> records) {
        jdbc.sql(clear).update();
        write(store, records);
    }

    /**
     * Writes all records and drops what is no longer among them.
     *
     * @param drop deletes the rows whose key is none of {@code :keys}
     */
    public void keepOnly(
            @Language("SQL") String drop,
            Collection<String> keys,
            @Language("SQL") String store,
            Collection<? extends Record> records) {
        jdbc.sql(drop).param("keys", keys.toArray(String[]::new)).update();
        write(store, records);
    }

    /** The first column of what a statement finds: the keys that cells of another table may name. */
    public Set<String> keys(@Language("SQL") String sql) {
        return Set.copyOf(jdbc.sql(sql).query((row, number) -> row.getString(1)).list());
    }
}

package vn.haidang.reference.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which file of which table is in the database. */
@Component
public class LoadedTables {

    @Language("SQL")
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('reference.loaded'))";

    @Language("SQL")
    private static final String FINGERPRINT = "select sha256 from reference.loaded where table_name = :table";

    @Language("SQL")
    private static final String RECORD = """
            insert into reference.loaded (table_name, sha256, rows, loaded_at)
            values (:table, :sha256, :rows, :loadedAt)
            on conflict (table_name) do update
            set sha256 = excluded.sha256, rows = excluded.rows, loaded_at = excluded.loaded_at
            """;

    @Language("SQL")
    private static final String VERSION = """
            select coalesce(string_agg(sha256, '' order by table_name), '')
            from reference.loaded
            where starts_with(table_name, :prefix)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LoadedTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One loader at a time over all nodes, until the transaction ends. */
    public void lock() {
        jdbc.sql(LOCK).query((row, number) -> "").list();
    }

    public @Nullable String fingerprint(String table) {
        return jdbc.sql(FINGERPRINT)
                .param("table", table)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    public void record(String table, String sha256, int rows) {
        jdbc.sql(RECORD)
                .param("table", table)
                .param("sha256", sha256)
                .param("rows", rows)
                .param("loadedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public String version(String module) {
        return jdbc.sql(VERSION)
                .param("prefix", module + "/")
                .query(String.class)
                .single();
    }
}

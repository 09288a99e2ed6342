package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Law 11: every table says in its comment what it holds and when its rows go. */
@WebTest
class RetentionTests {

    private final JdbcClient jdbc;

    RetentionTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void everyTableNamesItsRetentionRule() {
        var silent = jdbc.sql("""
                        select r.oid::regclass || ''
                          from pg_class r join pg_namespace n on n.oid = r.relnamespace
                         where r.relkind in ('r', 'p') and not r.relispartition and r.relname not like 'flyway%'
                           and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                           and coalesce(obj_description(r.oid, 'pg_class'), '') !~ 'retention: \\S'
                        """).query((row, number) -> row.getString(1)).list();

        assertThat(silent).isEmpty();
    }
}

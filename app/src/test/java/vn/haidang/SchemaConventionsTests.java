package vn.haidang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Laws 2, 5 and the form of tables, asked of the migrated database itself. Permitted exceptions: none. */
@WebTest
class SchemaConventionsTests {

    private final JdbcClient jdbc;

    SchemaConventionsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void noForeignKeyCrossesSchemas() {
        assertThat(names("""
                select c.conrelid::regclass || ' → ' || c.confrelid::regclass
                  from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
                 where c.contype = 'f' and a.relnamespace <> b.relnamespace
                """)).isEmpty();
    }

    @Test
    void everyInstantHasItsZone() {
        assertThat(names(columns("t.typname in ('timestamp', 'timetz')"))).isEmpty();
    }

    @Test
    void nothingIsCountedInFloatingPoint() {
        assertThat(names(columns("t.typname in ('float4', 'float8', 'money')"))).isEmpty();
    }

    /** A row that is the only one of its thing cannot overlap with another of it. */
    @Test
    void everyValidityExcludesOverlap() {
        assertThat(names("""
                select r.oid::regclass || '.' || a.attname
                  from pg_attribute a
                  join pg_class r on r.oid = a.attrelid and r.relkind in ('r', 'p') and not r.relispartition
                  join pg_namespace n on n.oid = r.relnamespace
                  join pg_type t on t.oid = a.atttypid and t.typname = 'daterange'
                 where a.attnum > 0 and not a.attisdropped and a.attname in ('validity', 'valid')
                   and n.nspname not in ('pg_catalog', 'information_schema')
                   and not exists (select from pg_constraint c
                                    where c.conrelid = r.oid and a.attnum = any (c.conkey)
                                      and c.contype = 'x')
                   and not exists (select from pg_constraint c
                                    where c.conrelid = r.oid and c.contype = 'p' and cardinality(c.conkey) = 1)
                """)).isEmpty();
    }

    @Test
    void everyForeignKeyIsIndexed() {
        assertThat(names("""
                select c.conrelid::regclass || ' ' || c.conname
                  from pg_constraint c join pg_class r on r.oid = c.conrelid and not r.relispartition
                 where c.contype = 'f'
                   and not exists (select from pg_index i
                                    where i.indrelid = c.conrelid
                                      and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
                """)).isEmpty();
    }

    @Test
    void everyRowHasAKey() {
        assertThat(names("""
                select r.oid::regclass || ''
                  from pg_class r join pg_namespace n on n.oid = r.relnamespace
                 where r.relkind in ('r', 'p') and not r.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                   and r.relname not like 'flyway%'
                   and not exists (select from pg_constraint c where c.conrelid = r.oid and c.contype in ('p', 'u', 'x'))
                """)).isEmpty();
    }

    @Test
    void tablesAndColumnsAreNamedInSmallLettersAndTablesInTheSingular() {
        assertThat(names("""
                select r.oid::regclass || ''
                  from pg_class r join pg_namespace n on n.oid = r.relnamespace
                 where r.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'platform')
                   and (r.relname !~ '^[a-z][a-z0-9_]*$' or r.relname ~ '[^sui]s$' and r.relname !~ '(hours|series)$')
                """)).isEmpty();
    }

    @Test
    void everyPublishedViewSaysWhatItPromises() {
        assertThat(names("""
                select r.oid::regclass || ''
                  from pg_class r join pg_namespace n on n.oid = r.relnamespace
                 where r.relkind in ('v', 'm') and r.relname like 'pub\\_%'
                   and coalesce(obj_description(r.oid, 'pg_class'), '') = ''
                """)).isEmpty();
    }

    @Test
    void theApplicationMayNotChangeTheSchema() {
        assertThat(names("""
                select nspname::text from pg_namespace
                 where has_schema_privilege('haidang_app', oid, 'create') and nspname not like 'pg\\_%'
                union all
                select tablename::text from pg_tables where tableowner in ('haidang_app', 'haidang_retention')
                """)).isEmpty();
    }

    private static String columns(String which) {
        return """
                select r.oid::regclass || '.' || a.attname
                  from pg_attribute a
                  join pg_class r on r.oid = a.attrelid and r.relkind in ('r', 'p', 'v')
                  join pg_namespace n on n.oid = r.relnamespace
                  join pg_type t on t.oid = a.atttypid
                 where a.attnum > 0 and not a.attisdropped and r.relname not like 'flyway%'
                   and n.nspname not in ('pg_catalog', 'information_schema', 'public') and """ + " " + which;
    }

    private List<String> names(@Language("SQL") String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}

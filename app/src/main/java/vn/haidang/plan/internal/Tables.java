package vn.haidang.plan.internal;

import java.util.Collection;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;

/** What the importers of the plan share: writing many rows at once, and the codes a cell may hold. */
@Component
class Tables {

    private static final Set<String> CONFIDENCE = Set.of("H", "M", "I", "K");

    private final NamedParameterJdbcOperations batch;
    private final JdbcClient jdbc;

    Tables(NamedParameterJdbcOperations batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    void write(String sql, Collection<? extends Record> records) {
        batch.batchUpdate(
                sql, records.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** The keys a statement finds, for tables that name them. */
    Set<String> keys(@Language("SQL") String sql) {
        return Set.copyOf(jdbc.sql(sql).query((row, number) -> row.getString(1)).list());
    }

    static String confidence(ReferenceRow row) {
        return oneOf(row, "confidence", CONFIDENCE);
    }

    static String oneOf(ReferenceRow row, String column, Set<String> allowed) {
        String code = row.text(column);
        if (!allowed.contains(code)) {
            row.refuse(column, "reference.refused.unknown-key", code);
        }
        return code;
    }
}

package vn.haidang.organization.internal;

import java.util.Collection;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes many records with one statement: the components of a record are its named parameters. */
@Component
class Batch {

    private final NamedParameterJdbcOperations jdbc;

    Batch(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(String sql, Collection<? extends Record> records) {
        jdbc.batchUpdate(
                sql, records.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }
}

package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what each table of reference data last said, row by row, so that versions can be made whichever table changed. What was
 * written at the desk about a service stands before what a table says of it.
 */
@Component
class SourceRows {

    /** One row of a table about one service; {@code ordinal} is 0 where there is one row a service. */
    record SourceRow(String code, int ordinal, Map<String, ?> content) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SourceRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void replace(String table, List<SourceRow> rows) {
        jdbc.sql("delete from publicservice.source_row where source_table = :table and not desk")
                .param("table", table)
                .update();
        jdbc.sql("""
                        insert into publicservice.source_row (source_table, code, ordinal, content)
                        select :table, r.code, r.ordinal, r.content
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, ordinal int, content jsonb)
                        where not exists (select from publicservice.source_row d where d.code = r.code and d.desk)
                        """)
                .param("table", table)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }
}

package vn.haidang.organization.internal.intake;

import java.time.LocalDate;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Units of the whole country as lists have them on a day; a row changes only where it says something else. */
@Component
class ListedUnitRows {

    /** A line of a list. */
    record Row(
            String code, String name, String type, @Nullable String parent) {}

    @Language("SQL")
    private static final String STORE = """
            insert into organization.listed_unit as l (as_of, code, name, type, parent_code)
            select :day, r.code, r.name, r.type, r.parent
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, name text, type text, parent text)
            on conflict (as_of, code) do update
            set name = excluded.name, type = excluded.type, parent_code = coalesce(excluded.parent_code, l.parent_code)
            where (l.name, l.type, l.parent_code)
              is distinct from (excluded.name, excluded.type, coalesce(excluded.parent_code, l.parent_code))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListedUnitRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long store(LocalDate day, List<Row> rows) {
        return jdbc.sql(STORE)
                .param("day", day)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }
}

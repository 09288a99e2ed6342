package vn.haidang.indicator.internal;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What published indicators are called. */
@Component
class PublishedNames {

    /** @param measure in what it is measured, as published */
    record Name(String code, String name, String measure) {}

    @Language("SQL")
    private static final String STORE = """
            insert into indicator.published_indicator as p (code, name, measured_in)
            select r.code, r.name, r.measure
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (code text, name text, measure text)
            on conflict (code) do update
            set name = excluded.name, measured_in = excluded.measured_in
            where (p.name, p.measured_in) is distinct from (excluded.name, excluded.measured_in)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublishedNames(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long store(List<Name> names) {
        return names.isEmpty()
                ? 0
                : jdbc.sql(STORE).param("rows", json.writeValueAsString(names)).update();
    }
}

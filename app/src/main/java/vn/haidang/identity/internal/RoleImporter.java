package vn.haidang.identity.internal;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/**
 * Loads the roles. A role that posts were given stays, even when the file no longer names it; one
 * founded by an administrator is shipped as soon as the file names it.
 */
@Component
class RoleImporter implements Importer {

    static final String TABLE = "identity/role";

    @Language("SQL")
    private static final String STORE = """
            insert into identity.role (code, name, name_en)
            values (:code, :name, :nameEn)
            on conflict (code) do update
              set name = excluded.name, name_en = excluded.name_en, founded_at = null, withdrawn_at = null
            """;

    private final JdbcClient jdbc;

    RoleImporter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of("code", "name", "name_en");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        for (var row : rows) {
            jdbc.sql(STORE)
                    .param("code", row.text("code"))
                    .param("name", row.text("name"))
                    .param("nameEn", row.text("name_en"))
                    .update();
        }
    }
}

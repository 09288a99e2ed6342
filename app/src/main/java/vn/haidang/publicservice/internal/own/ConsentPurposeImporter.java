package vn.haidang.publicservice.internal.own;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** What is done only with somebody's agreement. */
@Component
class ConsentPurposeImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConsentPurposeImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String table() {
        return "publicservice/consent_purpose";
    }

    @Override
    public List<String> columns() {
        return List.of("code", "name", "name_en", "note", "note_en");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.consent_purpose").update();
        jdbc.sql("""
                insert into publicservice.consent_purpose (code, name, name_en, note, note_en)
                select l.code, l.name, l.name_en, l.note, l.note_en
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(code text, name text, name_en text, note text, note_en text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(rows.stream()
                                .map(row -> Map.of(
                                        "code", row.text("code"),
                                        "name", row.text("name"),
                                        "name_en", row.text("name_en"),
                                        "note", row.text("note"),
                                        "note_en", row.text("note_en")))
                                .toList()))
                .update();
    }
}

package vn.haidang.registry.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** How each attribute is put right. */
@Component
class KeeperImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeeperImporter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String table() {
        return "registry/keeper";
    }

    @Override
    public List<String> columns() {
        return List.of("attribute", "way", "note", "note_en", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from registry.keeper").update();
        jdbc.sql("""
                insert into registry.keeper (attribute, way, note, note_en, source, confidence)
                select l.attribute, l.way, l.note, l.note_en, l.source, l.confidence
                from jsonb_to_recordset(cast(:rows as jsonb)) as l(attribute text, way text, note text, note_en text,
                  source text, confidence text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(rows.stream()
                                .map(row -> Map.of(
                                        "attribute", row.text("attribute"),
                                        "way", row.oneOf("way", Set.of("case", "own", "none")),
                                        "note", row.text("note"),
                                        "note_en", row.text("note_en"),
                                        "source", row.text("source"),
                                        "confidence", row.confidence()))
                                .toList()))
                .update();
    }
}

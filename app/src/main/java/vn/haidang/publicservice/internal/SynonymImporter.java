package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.Folding;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.spi.Importer;

/** Everyday words for the words of the catalogue. */
@Component
class SynonymImporter implements Importer {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublishingRows publishing;

    SynonymImporter(JdbcClient jdbc, JsonMapper json, PublishingRows publishing) {
        this.jdbc = jdbc;
        this.json = json;
        this.publishing = publishing;
    }

    @Override
    public String table() {
        return "publicservice/synonym";
    }

    @Override
    public List<String> columns() {
        return List.of("words", "means");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        jdbc.sql("delete from publicservice.synonym").update();
        jdbc.sql("""
                insert into publicservice.synonym (words, means)
                select distinct l.words, l.means from jsonb_to_recordset(cast(:rows as jsonb)) as l(words text, means text)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(rows.stream()
                                .map(row -> Map.of(
                                        "words", Folding.fold(row.text("words")),
                                        "means", Folding.fold(row.text("means"))))
                                .toList()))
                .update();
        publishing.turnEdition();
    }
}

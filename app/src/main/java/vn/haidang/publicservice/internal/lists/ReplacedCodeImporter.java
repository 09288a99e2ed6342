package vn.haidang.publicservice.internal.lists;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads which codes of procedures were replaced by which. */
@Component
class ReplacedCodeImporter implements Importer {

    private record Row(String code, String replacedBy, String source, String confidence) {}

    @Language("SQL")
    private static final String STORE = """
            insert into publicservice.replaced_code (code, replaced_by, source, confidence)
            values (:code, :replacedBy, :source, :confidence)
            """;

    private final TableWriter tables;

    ReplacedCodeImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return "publicservice/replaced_code";
    }

    @Override
    public List<String> columns() {
        return List.of("code", "replaced_by", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.replace(
                "delete from publicservice.replaced_code",
                STORE,
                rows.stream()
                        .map(row -> new Row(
                                row.text("code"), row.text("replaced_by"), row.text("source"), row.confidence()))
                        .toList());
    }
}

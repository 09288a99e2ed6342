package vn.haidang.organization.internal;

import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the words and abbreviations by which people say the kind of a unit. */
@Component
class KindWordImporter implements Importer {

    private record Row(String kind, String word) {}

    @Language("SQL")
    private static final String CLEAR = "delete from organization.kind_word";

    @Language("SQL")
    private static final String STORE = "insert into organization.kind_word (kind, word) values (:kind, :word)";

    private final TableWriter tables;
    private final DerivedTables derived;

    KindWordImporter(TableWriter tables, DerivedTables derived) {
        this.tables = tables;
        this.derived = derived;
    }

    @Override
    public String table() {
        return "organization/kind_word";
    }

    @Override
    public List<String> columns() {
        return List.of("kind", "word");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.replace(
                CLEAR,
                STORE,
                rows.stream()
                        .map(row -> new Row(row.oneOf("kind", Kinds.ALL), row.text("word")))
                        .toList());
        derived.tellPresent();
    }
}

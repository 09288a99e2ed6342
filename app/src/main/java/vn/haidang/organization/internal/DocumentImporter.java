package vn.haidang.organization.internal;

import java.time.LocalDate;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the papers by which units came, changed and went. A paper once loaded stays: names and steps speak of it. */
@Component
class DocumentImporter implements Importer {

    static final String TABLE = "organization/document";
    static final String KEYS = "select key from organization.document";

    private record Row(
            String key,
            String symbol,
            String issuer,
            String title,
            @Nullable LocalDate issued,
            @Nullable LocalDate effective,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String STORE = """
            insert into organization.document (key, symbol, issuer, title, issued, effective, source, confidence)
            values (:key, :symbol, :issuer, :title, :issued, :effective, :source, :confidence)
            on conflict (key) do update
            set symbol = excluded.symbol, issuer = excluded.issuer, title = excluded.title, issued = excluded.issued,
                effective = excluded.effective, source = excluded.source, confidence = excluded.confidence
            """;

    private final TableWriter tables;
    private final DerivedTables derived;

    DocumentImporter(TableWriter tables, DerivedTables derived) {
        this.tables = tables;
        this.derived = derived;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of("key", "symbol", "issuer", "title", "issued", "effective", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.write(STORE, rows.stream().map(DocumentImporter::read).toList());
        derived.tellPresent();
    }

    private static Row read(ReferenceRow row) {
        return new Row(
                row.text("key"),
                row.optionalText("symbol").orElse(""),
                row.text("issuer"),
                row.text("title"),
                row.optionalDate("issued").orElse(null),
                row.optionalDate("effective").orElse(null),
                row.text("source"),
                row.confidence());
    }
}

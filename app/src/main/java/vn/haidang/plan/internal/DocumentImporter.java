package vn.haidang.plan.internal;

import java.time.LocalDate;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the documents that set targets. A document that is no longer listed goes with its targets. */
@Component
class DocumentImporter implements Importer {

    static final String TABLE = "plan/document";

    private record Row(
            String key,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            String title,
            String titleEn,
            String issuer,
            @Nullable String note,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String DROP = "delete from plan.document where key <> all (:keys)";

    @Language("SQL")
    private static final String STORE = """
            insert into plan.document (key, number, issued_on, title, title_en, issuer, note, source, confidence)
            values (:key, :number, :issuedOn, :title, :titleEn, :issuer, :note, :source, :confidence)
            on conflict (key) do update
            set number = excluded.number, issued_on = excluded.issued_on, title = excluded.title,
                title_en = excluded.title_en, issuer = excluded.issuer, note = excluded.note, source = excluded.source,
                confidence = excluded.confidence
            """;

    private final TableWriter tables;

    DocumentImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "key", "number", "issued_on", "title", "title_en", "issuer", "role_note", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<Row> documents = rows.stream()
                .map(row -> new Row(
                        row.text("key"),
                        row.optionalText("number").orElse(null),
                        row.optionalDate("issued_on").orElse(null),
                        row.text("title"),
                        row.text("title_en"),
                        row.text("issuer"),
                        row.optionalText("role_note").orElse(null),
                        row.text("source"),
                        row.confidence()))
                .toList();
        tables.keepOnly(DROP, documents.stream().map(Row::key).toList(), STORE, documents);
    }
}

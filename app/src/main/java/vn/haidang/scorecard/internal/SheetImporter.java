package vn.haidang.scorecard.internal;

import java.math.BigDecimal;
import java.util.List;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the sheets. */
@Component
class SheetImporter implements Importer {

    static final String TABLE = "scorecard/sheet";

    private record Row(
            String code,
            String name,
            String nameEn,
            BigDecimal points,
            String note,
            String noteEn,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String STORE = """
            insert into scorecard.sheet (code, name, name_en, points, note, note_en, source, confidence)
            values (:code, :name, :nameEn, :points, :note, :noteEn, :source, :confidence)
            """;

    private final TableWriter tables;

    SheetImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of("code", "name", "name_en", "points", "note", "note_en", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        tables.replace(
                "delete from scorecard.sheet",
                STORE,
                rows.stream()
                        .map(row -> new Row(
                                row.text("code"),
                                row.text("name"),
                                row.text("name_en"),
                                points(row),
                                row.text("note"),
                                row.text("note_en"),
                                row.text("source"),
                                row.confidence()))
                        .toList());
    }

    /** Points must be more than none. */
    static BigDecimal points(ReferenceRow row) {
        BigDecimal points = row.optionalDecimal("points").orElse(BigDecimal.ZERO);
        if (points.signum() <= 0) {
            row.refuse("points", "scorecard.refused.points");
        }
        return points;
    }
}

package vn.haidang.scorecard.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.intellij.lang.annotations.Language;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads the groups of items; together they have the points of their sheet. */
@Component
class SectionImporter implements Importer {

    static final String TABLE = "scorecard/section";

    private record Row(
            String sheet,
            String code,
            int ordinal,
            String name,
            String nameEn,
            BigDecimal points,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String STORE = """
            insert into scorecard.section (sheet, code, ordinal, name, name_en, points, source, confidence)
            values (:sheet, :code, :ordinal, :name, :nameEn, :points, :source, :confidence)
            """;

    private final TableWriter tables;

    SectionImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of("sheet", "code", "ordinal", "name", "name_en", "points", "source", "confidence");
    }

    @Override
    public List<String> after() {
        return List.of(SheetImporter.TABLE);
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        Set<String> sheets = tables.keys("select code from scorecard.sheet");
        tables.replace(
                "delete from scorecard.section",
                STORE,
                rows.stream()
                        .map(row -> new Row(
                                row.keyOf("sheet", sheets),
                                row.text("code"),
                                row.integer("ordinal"),
                                row.text("name"),
                                row.text("name_en"),
                                SheetImporter.points(row),
                                row.text("source"),
                                row.confidence()))
                        .toList());
    }
}

package vn.haidang.plan.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.TableWriter;
import vn.haidang.reference.spi.Importer;

/** Loads what targets are set for; the order of the file is the order of the plan page. */
@Component
class IndicatorImporter implements Importer {

    static final String TABLE = "plan/indicator";

    private record Row(
            String key,
            int position,
            String name,
            String nameEn,
            String unit,
            @Nullable String measure,
            @Nullable String note,
            String source,
            String confidence) {}

    @Language("SQL")
    private static final String DROP = "delete from plan.indicator where key <> all (:keys)";

    @Language("SQL")
    private static final String STORE = """
            insert into plan.indicator (key, position, name, name_en, unit, measure, note, source, confidence)
            values (:key, :position, :name, :nameEn, :unit, :measure, :note, :source, :confidence)
            on conflict (key) do update
            set position = excluded.position, name = excluded.name, name_en = excluded.name_en, unit = excluded.unit,
                measure = excluded.measure, note = excluded.note, source = excluded.source,
                confidence = excluded.confidence
            """;

    private final TableWriter tables;

    IndicatorImporter(TableWriter tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public List<String> columns() {
        return List.of("key", "name", "name_en", "unit", "measure", "note", "source", "confidence");
    }

    @Override
    public void load(List<ReferenceRow> rows) {
        List<Row> indicators = IntStream.range(0, rows.size())
                .mapToObj(position -> row(rows.get(position), position))
                .toList();
        tables.keepOnly(DROP, indicators.stream().map(Row::key).toList(), STORE, indicators);
    }

    private static Row row(ReferenceRow row, int position) {
        return new Row(
                row.text("key"),
                position,
                row.text("name"),
                row.text("name_en"),
                row.text("unit"),
                row.optionalText("measure").orElse(null),
                row.optionalText("note").orElse(null),
                row.text("source"),
                row.confidence());
    }
}

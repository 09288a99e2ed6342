package vn.haidang.reference.internal;

import java.util.List;
import java.util.Locale;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Sheet;

/** Reads what people hand in. */
public final class Sheets {

    private Sheets() {}

    public static List<ReferenceRow> rows(String fileName, byte[] bytes, List<Sheet.Level> levels, Refusals refusals) {
        if (bytes.length > Sheet.LARGEST) {
            refusals.add(0, "", "reference.refused.too-large", Sheet.LARGEST);
            return List.of();
        }
        var text = Utf8Text.readMarked(bytes, refusals);
        if (text == null) {
            return List.of();
        }
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YamlTable.parse(text, levels, refusals);
        }
        var columns = levels.stream().flatMap(level -> level.columns().stream()).toList();
        var optional =
                levels.stream().flatMap(level -> level.optional().stream()).toList();
        return CsvTable.parse(text, columns, optional, refusals);
    }
}

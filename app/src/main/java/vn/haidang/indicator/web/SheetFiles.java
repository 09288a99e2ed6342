package vn.haidang.indicator.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import vn.haidang.indicator.CsvFile;

/** Sheets as files. */
final class SheetFiles {

    private static final int LONGEST_NAME = 31;

    private SheetFiles() {}

    static byte[] csv(Sheet sheet, List<String> heads) {
        return CsvFile.of(heads, sheet.rows());
    }

    static byte[] xlsx(Sheet sheet, List<String> heads, String name) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Haidang", "1.0")) {
            var page = book.newWorksheet(sheetName(name));
            for (var column = 0; column < heads.size(); column++) {
                page.value(0, column, heads.get(column));
                page.style(0, column).bold().set();
            }
            page.freezePane(0, 1);
            for (var row = 0; row < sheet.rows().size(); row++) {
                var cells = sheet.rows().get(row);
                for (var column = 0; column < cells.size(); column++) {
                    var cell = cells.get(column);
                    if (cell instanceof Number number) {
                        page.value(row + 1, column, number);
                    } else if (cell instanceof String words) {
                        page.value(row + 1, column, words);
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The rows by the codes of their columns. */
    static List<Map<String, @Nullable Object>> json(Sheet sheet) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : sheet.rows()) {
            var cells = new LinkedHashMap<String, @Nullable Object>();
            for (var column = 0; column < row.size(); column++) {
                cells.put(sheet.columns().get(column), row.get(column));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String sheetName(String name) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, LONGEST_NAME).strip();
    }
}

package vn.haidang.indicator.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Sheets as files. Text that a spreadsheet would take for a formula is marked as text. */
final class SheetFiles {

    /** So that Excel reads the text as UTF-8. */
    private static final String MARK = "\ufeff";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final int LONGEST_NAME = 31;

    private SheetFiles() {}

    static byte[] csv(Sheet sheet, List<String> heads) {
        var text = new StringBuilder(MARK);
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(heads.stream().map(SheetFiles::harmless).toList());
            for (var row : sheet.rows()) {
                var cells = new ArrayList<@Nullable Object>();
                row.forEach(cell -> cells.add(cell instanceof String words ? harmless(words) : cell));
                printer.printRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
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

    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String sheetName(String name) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, LONGEST_NAME).strip();
    }
}

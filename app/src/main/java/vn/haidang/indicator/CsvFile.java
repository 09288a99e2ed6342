package vn.haidang.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Figures to take along. Text that a spreadsheet would take for a formula is marked as text. */
public final class CsvFile {

    /** So that Excel reads the text as UTF-8. */
    private static final String MARK = "\ufeff";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvFile() {}

    /** @param rows of cells that are text, numbers, or nothing */
    public static byte[] of(List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        var text = new StringBuilder(MARK);
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(heads.stream().map(CsvFile::harmless).toList());
            for (var row : rows) {
                var cells = new ArrayList<@Nullable Object>();
                row.forEach(cell -> cells.add(cell instanceof String words ? harmless(words) : cell));
                printer.printRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text as a spreadsheet shows it and never reckons it. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}

package vn.haidang.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.haidang.reference.internal.CsvRow;
import vn.haidang.reference.internal.GivenText;
import vn.haidang.reference.internal.Refusals;

/**
 * A table in a file of any size that another authority wrote, read row by row with bounded memory. UTF-8 (with or without byte
 * order mark), UTF-16 or Windows-1258; comma, semicolon, tab or bar; accents that stand apart from their letters are joined. Cells
 * that do not read as asked are refused with line and column; nothing of the file should be taken while there are refusals.
 */
public final class TableStream {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final GivenText text;
    private final char delimiter;
    private final List<String> columns;
    private final Refusals refusals;
    private long rows;

    private TableStream(GivenText text, char delimiter, List<String> columns, Refusals refusals) {
        this.text = text;
        this.delimiter = delimiter;
        this.columns = columns;
        this.refusals = refusals;
    }

    /** Finds out how the file is written and reads its header. */
    public static TableStream of(GivenFile file) {
        var refusals = new Refusals(file.name());
        var text = GivenText.of(file, refusals);
        if (text.charset().isEmpty()) {
            return new TableStream(text, ',', List.of(), refusals);
        }
        var delimiter = text.mostFrequentInFirstLine(DELIMITERS);
        var stream = new TableStream(text, delimiter, List.of(), refusals);
        return new TableStream(text, delimiter, stream.header(), refusals);
    }

    /** The names in the first line; empty where it could not be read. */
    public List<String> columns() {
        return columns;
    }

    public boolean has(String... wanted) {
        return columns.containsAll(List.of(wanted));
    }

    /** Name of the character encoding that was recognised, empty where none was. */
    public String charset() {
        return text.charset();
    }

    /** Hands every row over, in order; a row of the wrong width is refused and left out. */
    public void rows(Consumer<ReferenceRow> taker) {
        if (columns.isEmpty()) {
            return;
        }
        long line = 1;
        try (var reader = text.reader();
                var parser = CSVParser.parse(reader, format())) {
            boolean header = true;
            for (CSVRecord csv : parser) {
                reader.nextRecord();
                line = parser.getCurrentLineNumber() - lineBreaks(csv);
                if (header) {
                    header = false;
                } else if (csv.size() != columns.size()) {
                    refusals.add(line, "", "reference.refused.cells", csv.size(), columns.size());
                } else {
                    rows++;
                    taker.accept(new CsvRow(line, cells(csv), Map.of(), refusals));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            refusals.add(line + 1, "", "reference.refused.syntax");
        }
    }

    /** How many rows were handed over. */
    public long read() {
        return rows;
    }

    public boolean refused() {
        return refusals.any();
    }

    /** What is wrong so far, by line. */
    public List<Refusal> refusals() {
        return refusals.list().stream()
                .sorted(Comparator.comparingLong(Refusal::line))
                .toList();
    }

    private List<String> header() {
        try (var reader = text.reader();
                var parser = CSVParser.parse(reader, format())) {
            for (CSVRecord csv : parser) {
                var names = csv.stream().map(TableStream::tidy).toList();
                names.stream()
                        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                        .forEach(name -> refusals.add(1, name, "reference.refused.twice"));
                return refusals.any() ? List.of() : names;
            }
            refusals.add(1, "", "reference.refused.no-header");
        } catch (IOException | UncheckedIOException e) {
            refusals.add(1, "", "reference.refused.syntax");
        }
        return List.of();
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private Map<String, String> cells(CSVRecord csv) {
        var cells = HashMap.<String, String>newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), tidy(csv.get(i)));
        }
        return cells;
    }

    private static long lineBreaks(CSVRecord csv) {
        return csv.stream()
                .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}

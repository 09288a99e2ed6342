package vn.haidang.reference.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.haidang.reference.ReferenceRow;

/**
 * A file of reference data: UTF-8 without byte order mark, comma, header in the first line, the declared columns and no others.
 *
 * @param fingerprint SHA-256 of the bytes and of the declared columns, so a new shape is loaded anew
 */
public record CsvTable(String fingerprint, List<ReferenceRow> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final Pattern OTHER_DELIMITER = Pattern.compile("[;\t|]");

    /** Reads the file; where it cannot be read as a table the refusals say why and there are no rows. */
    public static CsvTable read(byte[] bytes, List<String> columns, Refusals refusals) {
        return read(bytes, columns, List.of(), refusals);
    }

    /** As {@link #read(byte[], List, Refusals)}; of the optional columns any may be missing. */
    public static CsvTable read(byte[] bytes, List<String> columns, List<String> optional, Refusals refusals) {
        var text = Utf8Text.read(bytes, refusals);
        List<ReferenceRow> rows = text == null ? List.of() : parse(text, columns, optional, refusals);
        return new CsvTable(
                fingerprint(
                        bytes,
                        Stream.concat(columns.stream(), optional.stream()).toList()),
                rows);
    }

    static List<ReferenceRow> parse(String text, List<String> columns, List<String> optional, Refusals refusals) {
        var rows = new ArrayList<ReferenceRow>();
        long line = 0;
        try (var parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = null;
            for (CSVRecord csv : parser) {
                line = parser.getCurrentLineNumber() - lineBreaks(csv);
                if (header == null) {
                    header = csv.stream().map(CsvTable::tidy).toList();
                    checkHeader(header, columns, optional, refusals);
                    if (refusals.any()) {
                        return List.of();
                    }
                } else if (csv.size() != header.size()) {
                    refusals.add(line, "", "reference.refused.cells", csv.size(), header.size());
                } else {
                    rows.add(row(line, csv, header, optional, refusals));
                }
            }
            if (header == null) {
                refusals.add(1, "", "reference.refused.no-header");
            }
        } catch (IOException | UncheckedIOException e) {
            refusals.add(line + 1, "", "reference.refused.syntax");
        }
        return rows;
    }

    private static ReferenceRow row(
            long line, CSVRecord csv, List<String> header, List<String> optional, Refusals refusals) {
        var cells = HashMap.<String, String>newHashMap(header.size());
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), tidy(csv.get(i)));
        }
        optional.forEach(column -> cells.putIfAbsent(column, ""));
        return new CsvRow(line, cells, Map.of(), refusals);
    }

    private static void checkHeader(
            List<String> header, List<String> columns, List<String> optional, Refusals refusals) {
        var first = header.getFirst();
        if (header.size() == 1 && OTHER_DELIMITER.matcher(first).find()) {
            refusals.add(1, "", "reference.refused.delimiter");
            return;
        }
        columns.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> refusals.add(1, column, "reference.refused.missing-column"));
        header.stream()
                .filter(column -> !columns.contains(column) && !optional.contains(column))
                .forEach(column -> refusals.add(1, column, "reference.refused.unknown-column"));
        header.stream()
                .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
                .forEach(column -> refusals.add(1, column, "reference.refused.twice"));
    }

    private static long lineBreaks(CSVRecord csv) {
        return csv.stream()
                .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                .sum();
    }

    static String tidy(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static String fingerprint(byte[] bytes, List<String> columns) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            digest.update(String.join(",", columns).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

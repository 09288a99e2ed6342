package vn.haidang.reference.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.haidang.reference.ReferenceRow;

/**
 * A file of reference data: UTF-8 without byte order mark, comma, header in the first line, exactly the declared columns.
 *
 * @param fingerprint SHA-256 of the bytes and of the declared columns, so a new shape is loaded anew
 */
public record CsvTable(String fingerprint, List<ReferenceRow> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final Pattern OTHER_DELIMITER = Pattern.compile("[;\t|]");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Reads the file; where it cannot be read as a table the refusals say why and there are no rows. */
    public static CsvTable read(byte[] bytes, List<String> columns, Refusals refusals) {
        var text = decode(bytes, refusals);
        List<ReferenceRow> rows = text == null ? List.of() : parse(text, columns, refusals);
        return new CsvTable(fingerprint(bytes, columns), rows);
    }

    private static @Nullable String decode(byte[] bytes, Refusals refusals) {
        if (startsWith(bytes, BYTE_ORDER_MARK)) {
            refusals.add(1, "", "reference.refused.byte-order-mark");
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError() || text.indexOf('\0') >= 0) {
            var read = result.isError() ? text : text.substring(0, text.indexOf('\0'));
            refusals.add(1 + read.chars().filter(c -> c == '\n').count(), "", "reference.refused.encoding");
            return null;
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && ByteBuffer.wrap(bytes, 0, prefix.length).equals(ByteBuffer.wrap(prefix));
    }

    private static List<ReferenceRow> parse(String text, List<String> columns, Refusals refusals) {
        var rows = new ArrayList<ReferenceRow>();
        long line = 0;
        try (var parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = null;
            for (CSVRecord csv : parser) {
                line = parser.getCurrentLineNumber() - lineBreaks(csv);
                if (header == null) {
                    header = csv.stream().map(CsvTable::tidy).toList();
                    checkHeader(header, columns, refusals);
                    if (refusals.any()) {
                        return List.of();
                    }
                } else if (csv.size() != header.size()) {
                    refusals.add(line, "", "reference.refused.cells", csv.size(), header.size());
                } else {
                    rows.add(row(line, csv, header, refusals));
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

    private static ReferenceRow row(long line, CSVRecord csv, List<String> header, Refusals refusals) {
        var cells = HashMap.<String, String>newHashMap(header.size());
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), tidy(csv.get(i)));
        }
        return new CsvRow(line, cells, refusals);
    }

    private static void checkHeader(List<String> header, List<String> columns, Refusals refusals) {
        var first = header.getFirst();
        if (header.size() == 1 && OTHER_DELIMITER.matcher(first).find()) {
            refusals.add(1, "", "reference.refused.delimiter");
            return;
        }
        columns.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> refusals.add(1, column, "reference.refused.missing-column"));
        header.stream()
                .filter(column -> !columns.contains(column))
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

    private static String tidy(String text) {
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

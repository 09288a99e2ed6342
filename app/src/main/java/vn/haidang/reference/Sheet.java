package vn.haidang.reference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.haidang.reference.internal.Refusals;
import vn.haidang.reference.internal.Sheets;

/**
 * A table somebody handed in, as CSV or as YAML: read whole, refused per row and cell, stored nowhere. What reads the rows may
 * refuse more of them; {@link #refusals} then names those too, and nothing should be taken while there are any.
 */
public final class Sheet {

    /** More bytes than any table people write. */
    public static final int LARGEST = 1_000_000;

    /**
     * Columns that belong together. CSV has all columns of all levels side by side; YAML has one entry of the first level, and in
     * each entry the entries of the next level under the key {@code list}.
     *
     * @param list empty for the first level
     * @param optional further columns, which CSV may leave out
     */
    public record Level(String list, List<String> columns, List<String> optional) {

        public Level {
            columns = List.copyOf(columns);
            optional = List.copyOf(optional);
        }

        public Level(String list, List<String> columns) {
            this(list, columns, List.of());
        }

        public List<String> all() {
            return Stream.concat(columns.stream(), optional.stream()).toList();
        }
    }

    private final List<ReferenceRow> rows;
    private final Refusals refusals;

    private Sheet(List<ReferenceRow> rows, Refusals refusals) {
        this.rows = List.copyOf(rows);
        this.refusals = refusals;
    }

    /**
     * Reads YAML where the file's name ends so, else CSV: UTF-8, comma, header in the first line. A byte order mark is passed over,
     * since spreadsheets write one and cannot be asked not to; accents that stand apart from their letters are joined to them.
     */
    public static Sheet read(String fileName, byte[] bytes, List<Level> levels) {
        var refusals = new Refusals(fileName);
        return new Sheet(Sheets.rows(fileName, bytes, levels, refusals), refusals);
    }

    /** In the order of the file; the cells of an outer level may be empty where they repeat those above. */
    public List<ReferenceRow> rows() {
        return rows;
    }

    /** What is wrong so far, by line. */
    public List<Refusal> refusals() {
        return refusals.list().stream()
                .sorted(Comparator.comparingLong(Refusal::line))
                .toList();
    }

    public boolean refused() {
        return refusals.any();
    }
}

package vn.haidang.worktime.internal;

import java.util.function.Function;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.ui.Problem;

/** Reads cells whose values only the calendar knows. */
final class RefusedCell {

    private static final int UNPROCESSABLE = 422;

    private RefusedCell() {}

    /** The cell's value; what cannot be read stops the load with table, line, column and value. */
    static <T> T read(String table, ReferenceRow row, String column, Function<String, T> reader) {
        String text = row.text(column);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            throw Problem.of("worktime/refused-cell", UNPROCESSABLE, table, row.line(), column, text)
                    .exception();
        }
    }
}

package vn.haidang.worktime.internal;

import java.time.DateTimeException;
import java.util.function.Function;
import vn.haidang.reference.ReferenceRow;

/** Reads cells whose form only the calendar knows; a refused cell goes on as its stand-in. */
final class Cells {

    private Cells() {}

    static <T> T read(ReferenceRow row, String column, T standIn, String messageKey, Function<String, T> reader) {
        String text = row.text(column);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException refused) {
            row.refuse(column, messageKey, text);
            return standIn;
        }
    }
}

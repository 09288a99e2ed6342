package vn.haidang.indicator.internal;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays, for statements that unnest them. */
final class SqlArrays {

    private SqlArrays() {}

    /** One column as the text PostgreSQL reads it from; absent values stay absent. */
    static <T> @Nullable String[] texts(List<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        var texts = new @Nullable String[rows.size()];
        for (var i = 0; i < texts.length; i++) {
            var value = column.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** The places of the rows: 0, 1, 2 … */
    static Integer[] numbers(List<?> rows) {
        var numbers = new Integer[rows.size()];
        java.util.Arrays.setAll(numbers, number -> number);
        return numbers;
    }
}

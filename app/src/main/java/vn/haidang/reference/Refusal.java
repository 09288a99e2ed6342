package vn.haidang.reference;

import java.util.List;

/**
 * Why one row was not taken.
 *
 * @param line in the file; the header is line 1, and 0 speaks of the whole file
 * @param column empty where it speaks of the whole row
 */
public record Refusal(String table, long line, String column, String messageKey, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }
}

package vn.haidang.reference;

import java.util.List;

/** Why one row was not taken: its line in the file (the header is line 1), the column, and a coded reason. */
public record Refusal(String table, long line, String column, String messageKey, List<Object> arguments) {}

package vn.haidang.identity.internal.staff;

import java.util.List;

/** Why a line cannot be so: which of its columns, and which message says it. */
public record StaffSlip(int row, String column, String messageKey, List<Object> arguments) {

    static StaffSlip of(int row, String column, String messageKey, Object... arguments) {
        return new StaffSlip(row, column, messageKey, List.of(arguments));
    }
}

package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.ClockActs;
import vn.haidang.ui.FieldError;

/** Why a clock should stand still, as it was typed. */
public record StopClockForm(String version, String reason, String basis, String key) {

    static final StopClockForm EMPTY = new StopClockForm("", "", "", "");

    private static final int LONGEST = 500;

    public StopClockForm {
        version = version == null ? "" : version.strip();
        reason = reason == null ? "" : reason.strip();
        basis = basis == null ? "" : basis.strip();
        key = key == null ? "" : key.strip();
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "reason", reason);
        check(errors, "basis", basis);
        return errors;
    }

    ClockActs.Stop stop(CaseId id) {
        return new ClockActs.Stop(id, expectedVersion(), reason, basis, parsedKey());
    }

    /** A forged version is none that the case ever had: a conflict, not a crash. */
    long expectedVersion() {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException forged) {
            return -1;
        }
    }

    UUID parsedKey() {
        return TaskForm.id(key).orElseGet(UUID::randomUUID);
    }

    private static void check(List<FieldError> errors, String field, String typed) {
        if (typed.isEmpty()) {
            errors.add(FieldError.of(field, "casework.stop." + field + ".missing"));
        } else if (typed.length() > LONGEST) {
            errors.add(FieldError.of(field, "casework.stop.long", LONGEST));
        }
    }
}

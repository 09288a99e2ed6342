package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.TaskActs;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;

/** A new task as it was typed. */
public record TaskForm(String parent, String title, String unit, String role, TypedDay due, String key) {

    private static final int LONGEST_TITLE = 500;

    static TaskForm empty(String parent, String unit) {
        return new TaskForm(parent, "", unit, Role.SPECIALIST.code(), TypedDay.EMPTY, "");
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (title.isEmpty()) {
            errors.add(FieldError.of("title", "casework.task.title.missing"));
        } else if (title.length() > LONGEST_TITLE) {
            errors.add(FieldError.of("title", "casework.task.title.long", LONGEST_TITLE));
        }
        if (id(unit).isEmpty()) {
            errors.add(FieldError.of("unit", "casework.task.unit.missing"));
        }
        if (role.isEmpty()) {
            errors.add(FieldError.of("role", "casework.task.role.missing"));
        }
        if (!due.isEmpty() && due.date().isEmpty()) {
            errors.add(FieldError.of("due", "casework.task.due.wrong"));
        }
        return errors;
    }

    /** Only without {@link #errors}. */
    TaskActs.NewTask task(CaseId caseId) {
        return new TaskActs.NewTask(
                caseId,
                id(parent).orElse(null),
                title,
                new UnitId(id(unit).orElseThrow()),
                new Role(role),
                null,
                due.date().map(TypedDay::end).orElse(null));
    }

    UUID parsedKey() {
        return id(key).orElseGet(UUID::randomUUID);
    }

    static Optional<UUID> id(String written) {
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}

package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.ConsultActs;
import vn.haidang.casework.internal.ConsultTerms;
import vn.haidang.identity.Role;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;

/** A question to other units as it was typed. */
public record ConsultForm(
        String question,
        List<String> units,
        String role,
        String join,
        String needed,
        TypedDay due,
        String silence,
        String basis,
        String key) {

    /** How many units the form has room for; more are asked a second time. */
    static final int ROOM = 4;

    private static final int LONGEST = 1000;
    private static final List<String> JOINS = List.of("all", "first", "some");
    private static final List<String> SILENCES = List.of("wait", "consent", "escalate");

    static final ConsultForm EMPTY =
            new ConsultForm("", List.of(), Role.SPECIALIST.code(), "all", "", TypedDay.EMPTY, "wait", "", "");

    public ConsultForm {
        units = List.copyOf(units);
    }

    static ConsultForm of(Map<String, String> typed) {
        List<String> units = new ArrayList<>();
        for (int i = 1; i <= ROOM; i++) {
            units.add(text(typed, "unit-" + i));
        }
        return new ConsultForm(
                text(typed, "question"),
                units,
                text(typed, "role"),
                text(typed, "join"),
                text(typed, "needed"),
                TypedDay.of(typed.get("due-day"), typed.get("due-month"), typed.get("due-year")),
                text(typed, "silence"),
                text(typed, "basis"),
                text(typed, "key"));
    }

    /** What was chosen at a place, counted from one. */
    public String unit(int place) {
        return place <= units.size() ? units.get(place - 1) : "";
    }

    public List<Integer> places() {
        return List.of(1, 2, 3, 4);
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (question.isEmpty()) {
            errors.add(FieldError.of("question", "casework.consult.question.missing"));
        } else if (question.length() > LONGEST) {
            errors.add(FieldError.of("question", "casework.consult.question.long", LONGEST));
        }
        if (asked().isEmpty()) {
            errors.add(FieldError.of("unit-1", "casework.consult.unit.missing"));
        }
        if (role.isEmpty()) {
            errors.add(FieldError.of("role", "casework.task.role.missing"));
        }
        if (!JOINS.contains(join)) {
            errors.add(FieldError.of("join", "casework.consult.join.missing"));
        } else if (join.equals("some") && some() == 0) {
            errors.add(FieldError.of("needed", "casework.consult.needed.missing"));
        }
        if (due.date().isEmpty()) {
            errors.add(FieldError.of("due", "casework.consult.due.missing"));
        }
        if (!SILENCES.contains(silence)) {
            errors.add(FieldError.of("silence", "casework.consult.silence.missing"));
        }
        return errors;
    }

    List<String> asked() {
        return units.stream().filter(unit -> TaskForm.id(unit).isPresent()).toList();
    }

    /** Only without {@link #errors}. */
    ConsultActs.NewConsult consult(CaseId id) {
        return new ConsultActs.NewConsult(
                id,
                question,
                asked().stream()
                        .map(unit -> new UnitId(TaskForm.id(unit).orElseThrow()))
                        .toList(),
                new Role(role),
                switch (join) {
                    case "first" -> ConsultTerms.Join.FIRST;
                    case "some" -> new ConsultTerms.Join(ConsultTerms.Rule.SOME, some());
                    default -> ConsultTerms.Join.ALL;
                },
                TypedDay.end(due.date().orElseThrow()),
                ConsultTerms.Silence.valueOf(silence.toUpperCase(Locale.ROOT)),
                basis.isEmpty() ? null : basis);
    }

    UUID parsedKey() {
        return TaskForm.id(key).orElseGet(UUID::randomUUID);
    }

    private int some() {
        try {
            return Math.max(0, Integer.parseInt(needed));
        } catch (NumberFormatException wrong) {
            return 0;
        }
    }

    private static String text(Map<String, String> typed, String name) {
        @Nullable String value = typed.get(name);
        return value == null ? "" : value.strip();
    }
}

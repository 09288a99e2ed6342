package vn.haidang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.internal.SubCases;
import vn.haidang.organization.UnitId;
import vn.haidang.ui.FieldError;
import vn.haidang.worktime.LegalDuration;

/** A new piece of work as it was typed, beneath a case or of its own. */
public record SubCaseForm(
        String title,
        String unit,
        String procedure,
        String relation,
        String time,
        String measure,
        String basis,
        String key) {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TIME = 999;
    private static final List<String> RELATIONS = List.of("blocks", "beside");
    private static final List<String> MEASURES = List.of("wd", "d");

    static final SubCaseForm EMPTY = new SubCaseForm("", "", SubCases.AD_HOC, "blocks", "", "wd", "", "");

    public SubCaseForm {
        title = strip(title);
        unit = strip(unit);
        procedure = strip(procedure);
        relation = strip(relation);
        time = strip(time);
        measure = strip(measure);
        basis = strip(basis);
        key = strip(key);
    }

    List<FieldError> errors(boolean beneath) {
        List<FieldError> errors = new ArrayList<>();
        if (title.isEmpty()) {
            errors.add(FieldError.of("title", "casework.sub-case.title.missing"));
        } else if (title.length() > LONGEST_TITLE) {
            errors.add(FieldError.of("title", "casework.task.title.long", LONGEST_TITLE));
        }
        if (TaskForm.id(unit).isEmpty()) {
            errors.add(FieldError.of("unit", "casework.task.unit.missing"));
        }
        if (beneath && !RELATIONS.contains(relation)) {
            errors.add(FieldError.of("relation", "casework.sub-case.relation.missing"));
        }
        if (amount() == 0 || !MEASURES.contains(measure)) {
            errors.add(FieldError.of("time", "casework.sub-case.time.missing", LONGEST_TIME));
        }
        if (basis.isEmpty()) {
            errors.add(FieldError.of("basis", "casework.sub-case.basis.missing"));
        }
        return errors;
    }

    /** Only without {@link #errors}. */
    SubCases.NewCase asked(@Nullable CaseId parent) {
        return new SubCases.NewCase(
                parent,
                relation.equals("beside") ? SubCases.Relation.BESIDE : SubCases.Relation.BLOCKS,
                parent == null ? SubCases.AD_HOC : procedure,
                title,
                new UnitId(TaskForm.id(unit).orElseThrow()),
                LegalDuration.parse(amount() + measure),
                basis);
    }

    UUID parsedKey() {
        return TaskForm.id(key).orElseGet(UUID::randomUUID);
    }

    private int amount() {
        try {
            int amount = Integer.parseInt(time);
            return amount < 1 || amount > LONGEST_TIME ? 0 : amount;
        } catch (NumberFormatException wrong) {
            return 0;
        }
    }

    private static String strip(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

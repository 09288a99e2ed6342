package vn.haidang.casework.web;

import java.util.List;
import vn.haidang.casework.CaseSummary;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/**
 * A new task of a case, or a new part of a task.
 *
 * @param titled its title as the reader sees it
 */
public record TaskPage(
        CaseSummary summary,
        Titled titled,
        TaskForm form,
        List<Option> units,
        List<Option> roles,
        List<FieldError> errors) {

    public String casePath() {
        return "/desk/cases/" + summary.id().value();
    }
}

package vn.haidang.casework.web;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.ClockReplay;
import vn.haidang.ui.FieldError;

/**
 * The clock of a case as of a day.
 *
 * @param typed the day asked for
 * @param today up to which it can be asked
 */
public record ClockReplayPage(ClockReplay.View view, TypedDay typed, LocalDate today, List<FieldError> errors) {

    public ClockReplayPage {
        errors = List.copyOf(errors);
    }

    public String path() {
        return "/desk/cases/" + view.summary().id().value();
    }
}

package vn.haidang.casework.web;

import java.time.LocalDate;
import java.util.List;
import vn.haidang.casework.internal.ClockDesk;
import vn.haidang.ui.FieldError;

/**
 * The clock of a case as of a day.
 *
 * @param titled its title as the reader sees it
 * @param typed the day asked for
 * @param today up to which it can be asked
 */
public record ClockReplayPage(
        ClockDesk.View view, Titled titled, TypedDay typed, LocalDate today, List<FieldError> errors) {

    public ClockReplayPage {
        errors = List.copyOf(errors);
    }

    /** Whether the national portal counts the dossier as late because more was asked for again. */
    public boolean askedAgain() {
        return view.dossier() && view.clock().timesAsked() > 1;
    }

    public String path() {
        return "/desk/cases/" + view.summary().id().value();
    }
}

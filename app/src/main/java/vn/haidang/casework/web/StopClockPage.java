package vn.haidang.casework.web;

import java.util.List;
import vn.haidang.casework.CaseSummary;
import vn.haidang.ui.FieldError;

/**
 * The clock of a case and the hand on it.
 *
 * @param titled its title as the reader sees it
 * @param mayStop whether its clock runs, so that it can be stopped
 * @param mayGoOn whether it was stopped by hand, so that it can go on
 */
public record StopClockPage(
        CaseSummary summary,
        Titled titled,
        boolean mayStop,
        boolean mayGoOn,
        StopClockForm form,
        List<FieldError> errors) {

    static StopClockPage of(CaseSummary summary, Titled titled, StopClockForm form, List<FieldError> errors) {
        return switch (summary.status()) {
            case OPEN -> new StopClockPage(summary, titled, true, false, form, errors);
            case STOPPED -> new StopClockPage(summary, titled, false, true, form, errors);
            case PAUSED, CLOSED -> new StopClockPage(summary, titled, false, false, form, errors);
        };
    }

    public String casePath() {
        return "/desk/cases/" + summary.id().value();
    }
}

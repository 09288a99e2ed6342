package vn.haidang.publicservice.web;

import vn.haidang.casework.CaseClock;
import vn.haidang.publicservice.ApplicationSummary;

/**
 * Why an application is due when it is, for its applicant.
 *
 * @param unitName who answers for it
 */
public record ApplicationClockPage(ApplicationSummary summary, CaseClock clock, String unitName) {

    public String path() {
        return "/my/applications/" + summary.id().value();
    }

    public ClockStops stops() {
        return new ClockStops(clock.stops());
    }

    /** Whether the national portal counts it as late because more was asked for again. */
    public boolean askedAgain() {
        return clock.timesAsked() > 1;
    }
}
